package org.commonsregistry.catalog.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.catalog.Annex;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.Representation;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.rdf.CanonicalQuads;

/**
 * A dataset for machines, by suffix: its description as DCAT-AP, its statements by source, as
 * Croissant; its versions in time and its typed links. The page about it hands requests for RDF to
 * {@link #respond}.
 */
@Controller
// A suffix wins over Accept, also where a page could answer the same address with HTML.
@Produces({MediaType.ALL, MediaType.TEXT_HTML})
@Tag(name = "Datasets")
public final class DatasetDocuments {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CROISSANT_TYPE =
      "application/ld+json; profile=\"" + Signposting.CROISSANT + "\"";

  private final Mementos mementos;
  private final Signposting signposting;
  private final DcatDocument dcat;
  private final CroissantDocument croissant;
  private final BaseIri base;
  private final List<Annex> annexes;

  DatasetDocuments(
      Mementos mementos,
      Signposting signposting,
      DcatDocument dcat,
      CroissantDocument croissant,
      BaseIri base,
      List<Annex> annexes) {
    this.mementos = mementos;
    this.signposting = signposting;
    this.dcat = dcat;
    this.croissant = croissant;
    this.base = base;
    this.annexes = annexes;
  }

  @Get("/datasets/{slug:[a-z0-9-]+}.{form:ttl|jsonld|nt|rdf|nq|trig}")
  @Operation(
      summary = "A dataset as RDF",
      description =
          "Turtle, JSON-LD, N-Triples and RDF/XML hold its DCAT-AP description; N-Quads and TriG"
              + " every statement in the graph of the source that made it.")
  @Parameter(
      name = "asOf",
      in = ParameterIn.QUERY,
      description = "Ledger number, date or time of a past state")
  public HttpResponse<?> document(HttpRequest<?> request, String slug, String form) {
    return respond(
        request,
        Cursors.id(slug),
        Representation.fromPath("x." + form).representation().orElseThrow());
  }

  @Get("/datasets/{slug:[a-z0-9-]+}.json")
  @Operation(summary = "A dataset as JSON: see /api/v1/datasets/{slug}")
  HttpResponse<?> json(HttpRequest<?> request, String slug) {
    var asOf = request.getUri().getRawQuery();
    return HttpResponse.seeOther(
        URI.create(
            "/api/v1/datasets/" + Cursors.id(slug).slug() + (asOf == null ? "" : "?" + asOf)));
  }

  @Get("/datasets/{slug:[a-z0-9-]+}.croissant.json")
  @Operation(
      summary = "A dataset as Croissant 1.1",
      description =
          "Keys that Croissant requires and no source states are listed under"
              + " https://commonsregistry.org/ns#notStated.")
  @Parameter(
      name = "asOf",
      in = ParameterIn.QUERY,
      description = "Ledger number, date or time of a past state")
  public HttpResponse<?> croissant(HttpRequest<?> request, String slug) {
    return switch (mementos.resolve(request, Cursors.id(slug))) {
      case Mementos.Asked.Elsewhere elsewhere -> elsewhere.redirect();
      case Mementos.Asked.Version asked ->
          answer(
              request,
              asked,
              CROISSANT_TYPE,
              croissant
                  .of(asked.version(), asked.firstRecorded())
                  .getBytes(StandardCharsets.UTF_8));
    };
  }

  @Get("/datasets/{slug:[a-z0-9-]+}/timemap")
  @Operation(summary = "Every version of a dataset as a Memento time map (RFC 7089)")
  HttpResponse<?> timeMap(HttpRequest<?> request, String slug) {
    var body = mementos.timeMap(Cursors.id(slug)).getBytes(StandardCharsets.UTF_8);
    return EntityTags.answer(request, body, "application/link-format");
  }

  @Get("/datasets/{slug:[a-z0-9-]+}/linkset")
  @Operation(summary = "A dataset's typed links as a link set (RFC 9264), for FAIR Signposting")
  HttpResponse<?> linkSet(HttpRequest<?> request, String slug) {
    return switch (mementos.resolve(request, Cursors.id(slug))) {
      case Mementos.Asked.Elsewhere elsewhere -> elsewhere.redirect();
      case Mementos.Asked.Version asked ->
          answer(request, asked, "application/linkset+json", linkSet(asked.version()));
    };
  }

  /**
   * Answers with a dataset in a form of RDF: in full, not modified, or with the time gate's
   * redirect.
   */
  public HttpResponse<?> respond(HttpRequest<?> request, DatasetId id, Representation form) {
    return switch (mementos.resolve(request, id)) {
      case Mementos.Asked.Elsewhere elsewhere -> elsewhere.redirect();
      case Mementos.Asked.Version asked ->
          answer(request, asked, form.mediaType().toString(), body(asked, form));
    };
  }

  private byte[] body(Mementos.Asked.Version asked, Representation form) {
    return switch (form) {
      case TURTLE, JSON_LD, N_TRIPLES, RDF_XML -> {
        var triples = new ArrayList<>(dcat.of(asked.version(), Optional.of(asked.firstRecorded())));
        annexed(asked).forEach(quad -> triples.add(quad.asTriple()));
        yield RdfForms.triples(triples, form);
      }
      case N_QUADS -> statements(asked).toBytes();
      case TRIG -> RdfForms.trig(byGraph(asked));
      case HTML, JSON -> throw new IllegalArgumentException(form + " is no form of RDF");
    };
  }

  private CanonicalQuads statements(Mementos.Asked.Version asked) {
    var quads = new ArrayList<Quad>();
    asked.version().payload().quads().forEach(quad -> quads.add(base.toPublic(quad)));
    quads.addAll(annexed(asked));
    return CanonicalQuads.of(quads);
  }

  /** What higher features say of the standing version; of an earlier one they say it elsewhere. */
  private List<Quad> annexed(Mementos.Asked.Version asked) {
    var version = asked.version();
    var quads = new ArrayList<Quad>();
    if (!version.withdrawn() && !asked.superseded()) {
      for (var annex : annexes) {
        var graph = NodeFactory.createURI(base.toPublic(annex.graph(version.id())));
        annex
            .of(version.dataset(), version.sequence())
            .forEach(triple -> quads.add(base.toPublic(Quad.create(graph, triple))));
      }
    }
    return quads;
  }

  private List<Quad> byGraph(Mementos.Asked.Version asked) {
    var quads = new ArrayList<>(statements(asked).quads());
    quads.sort(Comparator.comparing(quad -> quad.isDefaultGraph() ? "" : quad.getGraph().getURI()));
    return quads;
  }

  private byte[] linkSet(DatasetVersion version) {
    try {
      return signposting.linkSetDocument(version, JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MutableHttpResponse<?> answer(
      HttpRequest<?> request, Mementos.Asked.Version asked, String type, byte[] body) {
    // Tagged by its bytes: labels of categories and series are in them too, and change by
    // themselves.
    return mementos.dated(
        EntityTags.answer(request, body, type), asked, signposting.onDescription(asked.version()));
  }
}
