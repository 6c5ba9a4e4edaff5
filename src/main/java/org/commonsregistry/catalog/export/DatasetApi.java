package org.commonsregistry.catalog.export;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.DatasetListing;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.VersionDiff;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.PageLinks;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.rdf.BaseIri;

/**
 * The catalogue as JSON: all datasets page by page, one dataset, its versions and what changed
 * between two of them.
 */
@Controller("/api/v1/datasets")
@Tag(name = "Datasets")
final class DatasetApi {
  private final Mementos mementos;
  private final DatasetListing listing;
  private final Signposting signposting;
  private final Ledger ledger;
  private final BaseIri base;

  DatasetApi(
      Mementos mementos,
      DatasetListing listing,
      Signposting signposting,
      Ledger ledger,
      BaseIri base) {
    this.mementos = mementos;
    this.listing = listing;
    this.signposting = signposting;
    this.ledger = ledger;
    this.base = base;
  }

  /**
   * @param slug its name in addresses
   * @param iri its name in RDF
   * @param sequence ledger number of this version
   * @param version 1 for the first one
   * @param links the same dataset in other forms, by name
   */
  @Serdeable
  record Item(
      String slug,
      String iri,
      long sequence,
      int version,
      Instant recordedAt,
      Dataset dataset,
      Map<String, String> links) {}

  /**
   * @param total of all pages together
   * @param next cursor for the parameter after; missing on the last page
   */
  @Serdeable
  record ItemPage(List<Item> items, long total, @Nullable String next) {}

  /**
   * @param iri address of this version
   * @param reason of a withdrawal, else missing
   */
  @Serdeable
  record VersionItem(
      int version,
      long sequence,
      Instant recordedAt,
      String actor,
      boolean withdrawn,
      @Nullable String reason,
      String iri) {}

  @Serdeable
  record Versions(String slug, List<VersionItem> versions) {}

  @Get
  @Operation(
      operationId = "listDatasets",
      summary = "All datasets, ordered by name",
      description =
          "Follow Link rel=next, or give next as after. Datasets that come or go meanwhile shift no"
              + " page. Withdrawn ones are left out.")
  @ApiResponse(responseCode = "200", description = "A page")
  @ApiResponse(responseCode = "304", description = "Nothing was recorded since")
  HttpResponse<?> list(
      HttpRequest<?> request,
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
    var items = page.versions().stream().map(this::item).toList();
    var next = page.next().map(DatasetId::slug);
    var response =
        EntityTags.tagged(
            HttpResponse.ok(new ItemPage(items, listing.total(), next.orElse(null))), tag);
    next.ifPresent(
        cursor ->
            response.header(
                HttpHeaders.LINK, new PageLinks().next(request, "after", cursor).toString()));
    return response;
  }

  @Get("/{slug}")
  @Operation(
      operationId = "getDataset",
      summary = "One dataset",
      description = "Every statement names its source; contradicting ones stand side by side.")
  @ApiResponse(responseCode = "200", description = "The dataset")
  @ApiResponse(responseCode = "404", description = "There is none of that name")
  @ApiResponse(responseCode = "410", description = "It was withdrawn")
  @Parameter(
      name = "asOf",
      in = io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY,
      description = "Ledger number, date or time of a past state")
  HttpResponse<?> one(HttpRequest<?> request, String slug) {
    return switch (mementos.resolve(request, Cursors.id(slug))) {
      case Mementos.Asked.Elsewhere elsewhere -> elsewhere.redirect();
      case Mementos.Asked.Version asked -> {
        var tag = EntityTags.of(asked.version().sequence(), base.value(), "json");
        var links = signposting.onDescription(asked.version());
        var known = EntityTags.notModified(request, tag);
        yield known.isPresent()
            ? mementos.dated(known.get(), asked, links)
            : mementos.dated(
                EntityTags.tagged(HttpResponse.ok(item(asked.version())), tag), asked, links);
      }
    };
  }

  @Get("/{slug}/versions")
  @Operation(
      operationId = "listVersions",
      summary = "Every version of a dataset, oldest first, its withdrawal included")
  Versions versions(String slug) {
    var id = Cursors.id(slug);
    return new Versions(slug, mementos.history(id).stream().map(this::version).toList());
  }

  @Get("/{slug}/diff")
  @Operation(
      operationId = "diffVersions",
      summary = "What changed between two versions, by who said it")
  VersionDiff diff(
      String slug,
      @Parameter(description = "Ledger number, date or time; the version before to if missing")
          @Nullable
          @QueryValue
          String from,
      @Parameter(description = "Ledger number, date or time; the last version if missing")
          @Nullable
          @QueryValue
          String to) {
    var history = mementos.history(Cursors.id(slug));
    var later = to == null ? history.size() - 1 : at(history, to);
    var earlier = from == null ? Math.max(0, later - 1) : at(history, from);
    return VersionDiff.between(history.get(earlier), history.get(later), base);
  }

  private int at(List<DatasetVersion> history, String asOf) {
    var sequence = AsOf.sequence(asOf.strip(), ledger);
    for (var i = history.size() - 1; i >= 0; i--) {
      if (history.get(i).sequence() <= sequence) {
        return i;
      }
    }
    throw ProblemException.notFound("The dataset was not yet in the registry at " + asOf + ".")
        .remedy("Its first version is number " + history.getFirst().sequence() + ".");
  }

  private Item item(DatasetVersion version) {
    var page = base.toPublic(version.id().iri());
    var links = new LinkedHashMap<String, String>();
    links.put("html", page);
    for (var form : Signposting.DESCRIPTIONS) {
      links.put(form.suffix().substring(1), page + form.suffix());
    }
    links.put("croissant", page + ".croissant.json");
    links.put("versions", base.resolve("api/v1/datasets/" + version.id().slug() + "/versions"));
    links.put("holdings", base.resolve("api/v1/datasets/" + version.id().slug() + "/holdings"));
    links.put("timemap", page + "/timemap");
    return new Item(
        version.id().slug(),
        page,
        version.sequence(),
        version.number(),
        version.recordedAt(),
        version.dataset(),
        links);
  }

  private VersionItem version(DatasetVersion version) {
    return new VersionItem(
        version.number(),
        version.sequence(),
        version.recordedAt(),
        version.actor(),
        version.withdrawn(),
        Optional.of(version.reason()).filter(reason -> !reason.isBlank()).orElse(null),
        base.toPublic(version.id().iri()) + "?asOf=" + version.sequence());
  }
}
