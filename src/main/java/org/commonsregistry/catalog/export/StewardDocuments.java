package org.commonsregistry.catalog.export;

import static org.commonsregistry.vocabulary.Terms.*;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.StatementIndex;
import org.commonsregistry.catalog.Stewards;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.PageLinks;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.http.Representation;
import org.commonsregistry.rdf.BaseIri;

/**
 * A steward and the datasets it looks after as RDF, by suffix, in pages linked with Hydra. The page
 * about it hands requests for RDF to {@link #respond}.
 */
@Controller
// A suffix wins over Accept, also where a page could answer the same address with HTML.
@Produces({MediaType.ALL, MediaType.TEXT_HTML})
@Tag(name = "Stewards")
public final class StewardDocuments {
  private final Stewards stewards;
  private final BaseIri base;

  StewardDocuments(Stewards stewards, BaseIri base) {
    this.stewards = stewards;
    this.base = base;
  }

  @Get("/stewards/{slug:[a-z0-9-]+}.{form:ttl|jsonld|nt|rdf}")
  @Operation(
      operationId = "stewardAsRdf",
      summary = "A steward and its datasets as RDF, page by page",
      description =
          "Name, kind and homepage as all sources state them, and the datasets that name it as"
              + " their publisher. Follow hydra:next or Link rel=next.")
  @ApiResponse(
      responseCode = "200",
      description = "A page",
      content = {
        @Content(mediaType = "text/turtle"),
        @Content(mediaType = "application/ld+json"),
        @Content(mediaType = "application/n-triples"),
        @Content(mediaType = "application/rdf+xml")
      })
  @ApiResponse(responseCode = "304", description = "What you have is still right")
  @ApiResponse(responseCode = "404", description = "No dataset names such a steward")
  HttpResponse<?> document(
      HttpRequest<?> request,
      String slug,
      String form,
      @Parameter(description = "Name of the last dataset of the page before") @Nullable @QueryValue
          String after,
      @Parameter(description = "At most so many datasets, 1 to 500; 100 if missing")
          @Nullable
          @QueryValue
          Integer limit) {
    return respond(
        request,
        slug,
        Representation.fromPath("x." + form).representation().orElseThrow(),
        Cursors.after(after),
        Cursors.limit(limit));
  }

  /** Answers with the first page in a form of RDF. */
  public HttpResponse<?> respond(HttpRequest<?> request, String slug, Representation form) {
    return respond(request, slug, form, Optional.empty(), Cursors.limit(null));
  }

  /** Typed links (FAIR Signposting) for the page about a steward, as values of a Link header. */
  public List<String> onPage(String slug) {
    var page = page(slug);
    var links = new ArrayList<Signposting.Link>();
    links.add(Signposting.Link.to("cite-as", page));
    links.add(Signposting.Link.to("type", "https://schema.org/AboutPage"));
    for (var form : Representation.OF_A_GRAPH) {
      links.add(
          new Signposting.Link("describedby", page + form.suffix(), form.mediaTypeName(), ""));
    }
    return links.stream().map(Signposting.Link::header).toList();
  }

  private HttpResponse<?> respond(
      HttpRequest<?> request,
      String slug,
      Representation form,
      Optional<DatasetId> after,
      int limit) {
    var listing = stewards.find(slug, after, limit).orElseThrow(() -> missing(slug));
    var links = new ArrayList<String>();
    links.add(new Signposting.Link("describes", page(slug), "text/html", "").header());
    var next = next(listing, slug, form, limit);
    next.ifPresent(uri -> links.add(new PageLinks().link(uri, "next").toString()));
    var out = new Triples();
    write(out, slug, listing, here(request, slug, form), next);
    return EntityTags.answer(
            request, RdfForms.triples(out.list(), form), form.mediaType().toString())
        .header(HttpHeaders.LINK, String.join(", ", links));
  }

  /** Also where the document was asked for with Accept, at the address of the steward itself. */
  private String here(HttpRequest<?> request, String slug, Representation form) {
    var query = request.getUri().getRawQuery();
    return page(slug) + form.suffix() + (query == null ? "" : "?" + query);
  }

  private Optional<URI> next(
      Stewards.Listing listing, String slug, Representation form, int limit) {
    if (!listing.next()) {
      return Optional.empty();
    }
    var last = base.toUrn(listing.datasets().getLast().getURI());
    return DatasetId.ofIri(last)
        .map(
            id ->
                URI.create(
                    "/stewards/%s%s?after=%s&limit=%d"
                        .formatted(slug, form.suffix(), id.slug(), limit)));
  }

  private void write(
      Triples out, String slug, Stewards.Listing listing, String here, Optional<URI> next) {
    var steward = listing.steward();
    AgentTriples.describe(out, index(listing.about()), steward, steward);
    out.add(
        steward,
        RDFS.seeAlso.asNode(),
        NodeFactory.createURI(base.resolve("search?steward=" + slug)));
    var collection = NodeFactory.createURI(steward.getURI() + "#datasets");
    var view = NodeFactory.createURI(here);
    out.type(collection, Hydra.term("Collection"));
    out.typed(
        collection,
        Hydra.term("totalItems"),
        Long.toString(listing.total()),
        XSDDatatype.XSDinteger);
    out.add(collection, Hydra.term("view"), view);
    out.type(view, Hydra.term("PartialCollectionView"));
    next.ifPresent(
        uri ->
            out.add(view, Hydra.term("next"), NodeFactory.createURI(base.resolve(uri.toString()))));
    var said = index(listing.described());
    for (var dataset : listing.datasets()) {
      out.add(collection, Hydra.term("member"), dataset);
      describe(out, said, dataset, steward);
    }
  }

  private static void describe(Triples out, StatementIndex said, Node dataset, Node steward) {
    var types = said.all(dataset, TYPE).stream().map(StatementIndex.Said::object).toList();
    out.type(dataset, types.contains(DATASET_SERIES) ? DATASET_SERIES : DATASET);
    said.all(dataset, TITLE).forEach(title -> out.literal(dataset, TITLE, title.object()));
    out.add(dataset, PUBLISHER, steward);
  }

  private static StatementIndex index(List<Triple> triples) {
    return new StatementIndex(
        triples.stream().map(triple -> Quad.create(Quad.defaultGraphIRI, triple)).toList());
  }

  private String page(String slug) {
    return base.resolve("stewards/" + slug);
  }

  private static ProblemException missing(String slug) {
    return ProblemException.notFound("There is no steward '" + slug + "'.")
        .remedy("All of them are listed at /stewards.");
  }
}
