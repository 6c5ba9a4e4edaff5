package org.commonsregistry.vocabulary;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.Representation;

/**
 * Serves the vocabulary and its shapes: Turtle as it is written, other forms made from it. The page
 * about it hands requests for RDF to {@link #respond}.
 */
@Controller
// A suffix wins over Accept, also where a page could answer the same address with HTML.
@Produces({MediaType.ALL, MediaType.TEXT_HTML})
@Tag(name = "Vocabulary")
public final class VocabularyFiles {
  private final Map<String, byte[]> made = new ConcurrentHashMap<>();

  @Get("/ns.{form:ttl|jsonld|nt|rdf}")
  @Operation(operationId = "vocabulary", summary = "The registry's vocabulary")
  public HttpResponse<?> vocabulary(HttpRequest<?> request, String form) {
    return file(request, "commons", form(form));
  }

  @Get("/ns/shapes/{name:intake|emitted}.{form:ttl|jsonld|nt|rdf}")
  @Operation(
      operationId = "shapes",
      summary = "The SHACL shapes for what is taken in and what is published")
  HttpResponse<?> shapes(HttpRequest<?> request, String name, String form) {
    return file(request, "shapes/" + name, form(form));
  }

  /** Answers with the vocabulary in a form of RDF. */
  public HttpResponse<?> respond(HttpRequest<?> request, Representation form) {
    return file(request, "commons", form);
  }

  private HttpResponse<?> file(HttpRequest<?> request, String name, Representation form) {
    var body =
        made.computeIfAbsent(
            name + form.suffix(),
            key ->
                switch (form) {
                  case TURTLE, TRIG -> Ontology.file(name + ".ttl");
                  case JSON_LD -> converted(name, RDFFormat.JSONLD_PRETTY);
                  case N_TRIPLES, N_QUADS -> converted(name, RDFFormat.NTRIPLES_UTF8);
                  case RDF_XML -> converted(name, RDFFormat.RDFXML_PLAIN);
                  case HTML, JSON ->
                      throw new IllegalArgumentException(form + " is no form of RDF");
                });
    return EntityTags.answer(request, body, form.mediaType().toString());
  }

  private static byte[] converted(String name, RDFFormat format) {
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(
            new String(Ontology.file(name + ".ttl"), StandardCharsets.UTF_8), Lang.TURTLE)
        .parse(graph);
    var out = new ByteArrayOutputStream();
    RDFWriter.source(graph).format(format).output(out);
    return out.toByteArray();
  }

  private static Representation form(String suffix) {
    return Representation.fromPath("x." + suffix).representation().orElseThrow();
  }
}
