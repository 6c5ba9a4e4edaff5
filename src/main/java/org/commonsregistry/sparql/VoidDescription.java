package org.commonsregistry.sparql;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;
import org.commonsregistry.http.Representation;
import org.commonsregistry.rdf.BaseIri;

/**
 * Where the registry's RDF is found and how it is named (https://www.w3.org/TR/void/), at the
 * address VoID reserves.
 */
@Controller("/.well-known/void")
@Tag(name = "sparql")
public final class VoidDescription {
  private static final List<Representation> FORMS =
      List.of(
          Representation.TURTLE,
          Representation.JSON_LD,
          Representation.N_TRIPLES,
          Representation.RDF_XML);

  private final StaticGraph graph;

  VoidDescription(BaseIri base, Prefixes prefixes) {
    graph = new StaticGraph(model(base, prefixes));
  }

  @Get
  @Produces(MediaType.ALL)
  @Operation(operationId = "void", summary = "Describes the registry's RDF in VoID")
  public HttpResponse<?> get(@Parameter(hidden = true) HttpRequest<?> request) {
    // A browser accepts no RDF by name, but takes anything: it gets Turtle.
    return graph.respond(request, Representation.require(request, FORMS));
  }

  private static Model model(BaseIri base, Prefixes prefixes) {
    var model = ModelFactory.createDefaultModel();
    model.setNsPrefix("void", VOID.NS).setNsPrefix("dct", DCTerms.NS);
    var here = base.resolve(".well-known/void");
    var dataset =
        model
            .createResource(here + "#dataset")
            .addProperty(RDF.type, VOID.Dataset)
            .addProperty(DCTerms.title, "Commons Registry", "en")
            .addProperty(
                DCTerms.description,
                "Descriptions of the data commons that AI is trained, grounded and evaluated on,"
                    + " every statement with its source.",
                "en")
            .addProperty(VOID.sparqlEndpoint, model.createResource(base.resolve("sparql")))
            .addProperty(VOID.uriSpace, base.value())
            .addProperty(VOID.uriLookupEndpoint, model.createResource(base.resolve("search?q=")));
    new LinkedHashSet<>(prefixes.known().values())
        .forEach(iri -> dataset.addProperty(VOID.vocabulary, model.createResource(iri)));
    model
        .createResource(here)
        .addProperty(RDF.type, VOID.DatasetDescription)
        .addProperty(model.createProperty("http://xmlns.com/foaf/0.1/primaryTopic"), dataset);
    return model;
  }
}
