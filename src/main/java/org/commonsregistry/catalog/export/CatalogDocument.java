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
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.DatasetListing;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.PageLinks;
import org.commonsregistry.http.Representation;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.rdf.BaseIri;

/**
 * The whole catalogue as DCAT-AP, in pages that are valid each by itself and linked with Hydra
 * (https://www.hydra-cg.com/spec/latest/core/), as harvesters of other catalogues follow them.
 */
@Controller
// A suffix wins over Accept, also where a page could answer the same address with HTML.
@Produces({MediaType.ALL, MediaType.TEXT_HTML})
@Tag(name = "Catalogue")
public final class CatalogDocument {

  private final DatasetListing listing;
  private final DcatDocument dcat;
  private final Ledger ledger;
  private final BaseIri base;

  CatalogDocument(DatasetListing listing, DcatDocument dcat, Ledger ledger, BaseIri base) {
    this.listing = listing;
    this.dcat = dcat;
    this.ledger = ledger;
    this.base = base;
  }

  @Get("/catalog")
  @Operation(operationId = "catalog", summary = "The catalogue: RDF by Accept, a page at /search")
  HttpResponse<?> negotiated(HttpRequest<?> request) {
    var form = Representation.require(request, Representation.OF_A_PAGE);
    var query = request.getUri().getRawQuery();
    return HttpResponse.seeOther(
        form == Representation.HTML
            ? URI.create("/search")
            : URI.create("/catalog" + form.suffix() + (query == null ? "" : "?" + query)));
  }

  @Get("/catalog.{form:ttl|jsonld|nt|rdf}")
  @Operation(
      operationId = "catalogAsRdf",
      summary = "The catalogue as DCAT-AP, page by page",
      description = "Follow hydra:next or Link rel=next.")
  HttpResponse<?> page(
      HttpRequest<?> request,
      String form,
      @Parameter(description = "Name of the last dataset of the page before") @Nullable @QueryValue
          String after,
      @Parameter(description = "At most so many, 1 to 500; 100 if missing") @Nullable @QueryValue
          Integer limit) {
    var tag = EntityTags.of(ledger.head(), base.value(), request.getUri());
    var known = EntityTags.notModified(request, tag);
    if (known.isPresent()) {
      return known.get();
    }
    var page = listing.page(Cursors.after(after), Cursors.limit(limit));
    var out = new Triples();
    var here = base.resolve(request.getUri().toString());
    var next = page.next().map(id -> PageLinks.with(request, "after", id.slug()));
    write(out, page, here, next.map(uri -> base.resolve(uri.toString())));
    var representation = Representation.fromPath("x." + form).representation().orElseThrow();
    var response =
        EntityTags.tagged(HttpResponse.ok(RdfForms.triples(out.list(), representation)), tag)
            .header(HttpHeaders.CONTENT_TYPE, representation.mediaType().toString());
    next.ifPresent(
        uri -> response.header(HttpHeaders.LINK, new PageLinks().link(uri, "next").toString()));
    return response;
  }

  void write(Triples out, DatasetListing.Page page, String here, Optional<String> next) {
    var catalog = NodeFactory.createURI(base.resolve("catalog"));
    describe(out, catalog);
    var view = NodeFactory.createURI(here);
    out.type(catalog, Hydra.term("Collection")).add(catalog, Hydra.term("view"), view);
    out.typed(
        catalog, Hydra.term("totalItems"), Long.toString(listing.total()), XSDDatatype.XSDinteger);
    out.type(view, Hydra.term("PartialCollectionView"));
    next.ifPresent(iri -> out.add(view, Hydra.term("next"), NodeFactory.createURI(iri)));
    for (var version : page.versions()) {
      var names = new Names(base, version.id());
      // A series is no dcat:Dataset in DCAT-AP; dcat:resource takes both.
      var series = version.dataset().kind() == Dataset.Kind.SERIES;
      out.add(catalog, series ? CATALOG_RESOURCE : CATALOG_DATASET, names.self());
      out.add(catalog, CATALOG_ENTRY, names.record());
    }
    page.versions().forEach(version -> dcat.write(out, version, Optional.empty()));
  }

  private void describe(Triples out, Node catalog) {
    var publisher = NodeFactory.createURI(base.resolve("stewards/registry"));
    var homepage = NodeFactory.createURI(base.value());
    var service = NodeFactory.createURI(base.resolve("sparql"));
    out.type(catalog, CATALOG);
    out.text(catalog, TITLE, "Commons Registry", "en");
    out.text(
        catalog,
        DESCRIPTION,
        "What is in the data commons that AI may be trained, grounded and evaluated on, and under"
            + " which terms.",
        "en");
    out.add(catalog, PUBLISHER, publisher).type(publisher, AGENT);
    out.text(publisher, NAME, "Commons Registry");
    out.add(catalog, HOMEPAGE, homepage).type(homepage, DOCUMENT);
    out.add(catalog, THEME_TAXONOMY, CategoryTriples.scheme(out, base));
    out.add(catalog, SERVICE, service).type(service, DATA_SERVICE);
    out.text(service, TITLE, "SPARQL endpoint", "en").add(service, ENDPOINT_URL, service);
  }
}
