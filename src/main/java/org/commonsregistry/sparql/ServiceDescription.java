package org.commonsregistry.sparql;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Arrays;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.commonsregistry.http.Representation;
import org.commonsregistry.rdf.BaseIri;

/**
 * What the endpoint says about itself (https://www.w3.org/TR/sparql11-service-description/). It is
 * the same for every store, so it is answered from memory. Immutable.
 */
@Singleton
final class ServiceDescription {
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";

  private final StaticGraph graph;

  ServiceDescription(BaseIri base) {
    graph = new StaticGraph(model(base));
  }

  HttpResponse<?> respond(HttpRequest<?> request, Representation form) {
    return graph.respond(request, form);
  }

  private static Model model(BaseIri base) {
    var model = ModelFactory.createDefaultModel();
    model.setNsPrefix("sd", SD).setNsPrefix("dct", DCTerms.NS).setNsPrefix("format", FORMATS);
    var endpoint = base.resolve("sparql");
    var defaultGraph = sd(model, "Graph", base.resolve(".well-known/void#graph"));
    var dataset =
        sd(model, "Dataset", endpoint + "#dataset")
            .addProperty(model.createProperty(SD, "defaultGraph"), defaultGraph);
    var service =
        sd(model, "Service", endpoint + "#service")
            .addProperty(model.createProperty(SD, "endpoint"), model.createResource(endpoint))
            .addProperty(
                model.createProperty(SD, "supportedLanguage"),
                model.createResource(SD + "SPARQL11Query"))
            .addProperty(
                model.createProperty(SD, "feature"), model.createResource(SD + "UnionDefaultGraph"))
            .addProperty(model.createProperty(SD, "defaultDataset"), dataset)
            .addProperty(DCTerms.title, "Commons Registry: SPARQL 1.1 queries", "en");
    Arrays.stream(ResultFormat.values())
        .map(ServiceDescription::formatName)
        .forEach(
            name ->
                service.addProperty(
                    model.createProperty(SD, "resultFormat"),
                    model.createResource(FORMATS + name)));
    return model;
  }

  private static Resource sd(Model model, String type, String iri) {
    return model.createResource(iri).addProperty(RDF.type, model.createResource(SD + type));
  }

  /** The W3C's names of file formats (https://www.w3.org/ns/formats/). */
  private static String formatName(ResultFormat format) {
    return switch (format) {
      case JSON -> "SPARQL_Results_JSON";
      case XML -> "SPARQL_Results_XML";
      case CSV -> "SPARQL_Results_CSV";
      case TSV -> "SPARQL_Results_TSV";
      case TURTLE -> "Turtle";
      case N_TRIPLES -> "N-Triples";
      case JSON_LD -> "JSON-LD";
      case RDF_XML -> "RDF_XML";
    };
  }
}
