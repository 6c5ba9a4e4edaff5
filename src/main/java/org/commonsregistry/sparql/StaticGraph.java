package org.commonsregistry.sparql;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.io.ByteArrayOutputStream;
import java.util.EnumMap;
import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.Representation;

/**
 * A small graph that does not change while the registry runs, written once in every form.
 * Immutable.
 */
final class StaticGraph {
  private static final Map<Representation, RDFFormat> FORMATS =
      Map.of(
          Representation.TURTLE, RDFFormat.TURTLE_PRETTY,
          Representation.JSON_LD, RDFFormat.JSONLD_PRETTY,
          Representation.N_TRIPLES, RDFFormat.NTRIPLES,
          Representation.RDF_XML, RDFFormat.RDFXML_PRETTY);

  private final Map<Representation, byte[]> written = new EnumMap<>(Representation.class);

  StaticGraph(Model model) {
    FORMATS.forEach(
        (form, format) -> {
          var out = new ByteArrayOutputStream();
          RDFWriter.source(model).format(format).output(out);
          written.put(form, out.toByteArray());
        });
  }

  /**
   * @param form one of Turtle, JSON-LD, N-Triples and RDF/XML
   */
  HttpResponse<?> respond(HttpRequest<?> request, Representation form) {
    var bytes = written.get(form);
    if (bytes == null) {
      throw new IllegalArgumentException("not a form of a graph: " + form);
    }
    return EntityTags.answer(request, bytes, form.mediaType().toString());
  }
}
