package org.commonsregistry.rdf;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.Map;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.sparql.util.Context;

/**
 * JSON-LD contexts come from the class path or not at all: nothing is ever fetched on behalf of a
 * file.
 */
final class JsonLdContexts {
  /** Address of a context to the class-path resource that stands in for it. */
  private static final Map<String, String> BUNDLED =
      Map.of("https://commonsregistry.org/ns/context.jsonld", "/ontology/context.jsonld");

  /** schema.org's own context is 200 kB of which intake needs the vocabulary only. */
  private static final String SCHEMA_ORG =
      "{\"@context\":{\"@vocab\":\"https://schema.org/\",\"type\":\"@type\",\"id\":\"@id\"}}";

  private JsonLdContexts() {}

  static Context offline() {
    var options = new JsonLdOptions(new Bundled());
    options.setTimeout(java.time.Duration.ofSeconds(20));
    return new Context().set(LangJSONLD11.JSONLD_OPTIONS, options);
  }

  private static final class Bundled implements DocumentLoader {
    @Override
    public Document loadDocument(URI url, DocumentLoaderOptions options) throws JsonLdError {
      var address = url.toString();
      if (address.matches("https?://schema\\.org/?(docs/jsonldcontext\\.json(ld)?)?")) {
        return JsonDocument.of(new StringReader(SCHEMA_ORG));
      }
      var resource = BUNDLED.get(address);
      if (resource == null) {
        throw new RdfRefusedException(
            "The JSON-LD context "
                + address
                + " is not loaded: this registry fetches nothing for a file.",
            "Write the context into the file, or use one of "
                + BUNDLED.keySet()
                + " or https://schema.org/.");
      }
      try (var in = JsonLdContexts.class.getResourceAsStream(resource)) {
        return JsonDocument.of(java.util.Objects.requireNonNull(in, resource));
      } catch (IOException e) {
        throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, e);
      }
    }
  }
}
