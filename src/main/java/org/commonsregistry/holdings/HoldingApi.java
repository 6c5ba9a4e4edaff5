package org.commonsregistry.holdings;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.PageLinks;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Projector;
import org.commonsregistry.rdf.BaseIri;

/**
 * What is held, as data. Texts are given out only when everybody may read them; counts always.
 * Caches must ask before they use an answer again, so that a withdrawal counts at once.
 */
@Controller
@Tag(name = "Holdings")
final class HoldingApi {
  private static final int USUAL = 100;
  private static final int MOST = 500;
  private static final int LONGEST_REASON = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Holdings holdings;
  private final HoldingEntries entries;
  private final Datasets datasets;
  private final OpenTexts texts;
  private final Projector projector;
  private final BaseIri base;

  HoldingApi(
      Holdings holdings,
      HoldingEntries entries,
      Datasets datasets,
      OpenTexts texts,
      Projector projector,
      BaseIri base) {
    this.holdings = holdings;
    this.entries = entries;
    this.datasets = datasets;
    this.texts = texts;
    this.projector = projector;
    this.base = base;
  }

  /**
   * @param textsShown whether the texts themselves can be read here by everybody
   */
  @Serdeable
  record HoldingList(
      String dataset,
      boolean textsShown,
      long documents,
      long words,
      long bytes,
      Map<String, Long> languages,
      List<HoldingItem> items) {}

  /**
   * @param total of all pages together
   * @param next cursor of the next page; missing on the last one
   */
  @Serdeable
  record RecordPage(List<RecordItem> items, long total, @Nullable Long next) {}

  /**
   * @param sequence ledger number of the withdrawal
   */
  @Serdeable
  record Withdrawn(String dataset, int number, long sequence) {}

  @Get("/api/v1/datasets/{slug}/holdings")
  @Operation(
      operationId = "listHoldings",
      summary = "What texts of a dataset this registry itself holds",
      description = "Withdrawn holdings are left out.")
  @ApiResponse(responseCode = "200", description = "The holdings, oldest first")
  @ApiResponse(responseCode = "404", description = "There is no such dataset")
  @ApiResponse(responseCode = "410", description = "The dataset was withdrawn")
  HoldingList list(String slug) {
    var id = dataset(slug);
    var standing = holdings.of(id);
    var counts = Counts.sum(standing.stream().map(Holding::counts).toList());
    return new HoldingList(
        slug,
        texts.open(id),
        counts.documents(),
        counts.words(),
        counts.bytes(),
        counts.languages(),
        standing.stream().map(holding -> HoldingItem.brief(holding, base)).toList());
  }

  private DatasetId dataset(String slug) {
    var version =
        DatasetId.valid(slug)
            ? datasets.current(new DatasetId(slug))
            : java.util.Optional.<org.commonsregistry.catalog.DatasetVersion>empty();
    if (version.isEmpty()) {
      throw ProblemException.notFound("There is no dataset '" + slug + "'.")
          .remedy("Look for it at /search.");
    }
    if (version.get().withdrawn()) {
      throw ProblemException.gone("The dataset '" + slug + "' was withdrawn.")
          .remedy("Its history is at /datasets/" + slug + "/versions.");
    }
    return version.get().id();
  }

  @Get("/api/v1/holdings/{slug}/{number}")
  @Operation(
      operationId = "getHolding",
      summary = "One holding, with the blobs it is in and why records were not taken")
  @ApiResponse(responseCode = "200", description = "The holding")
  @ApiResponse(responseCode = "404", description = "There is none of that name")
  @ApiResponse(responseCode = "410", description = "It was withdrawn")
  HttpResponse<?> one(HttpRequest<?> request, String slug, String number) {
    var holding = holding(slug, number);
    var tag = EntityTags.of("holding", holding.sequence(), base.value());
    var known = EntityTags.notModified(request, tag);
    return known.isPresent()
        ? known.get()
        : EntityTags.tagged(
            HttpResponse.ok(HoldingItem.full(holding, holdings.manifest(holding), base)), tag);
  }

  /** Where a holding's IRI leads. */
  @Get("/holdings/{slug}/{number}")
  @Operation(hidden = true)
  HttpResponse<?> named(String slug, String number) {
    var holding = holding(slug, number);
    return HttpResponse.seeOther(URI.create("/api/v1/holdings/" + holding.id()));
  }

  @Get("/api/v1/holdings/{slug}/{number}/records")
  @Operation(
      operationId = "listRecords",
      summary = "The records of a holding in order, without their texts",
      description = "Follow Link rel=next, or give next as cursor.")
  @ApiResponse(responseCode = "200", description = "A page")
  @ApiResponse(responseCode = "403", description = "Not everybody may read these texts")
  @ApiResponse(responseCode = "404", description = "There is no such holding")
  @ApiResponse(responseCode = "410", description = "It was withdrawn")
  HttpResponse<?> records(
      HttpRequest<?> request,
      String slug,
      String number,
      @Parameter(description = "Ordinal of the first record; 0 if missing") @Nullable @QueryValue
          Long cursor,
      @Parameter(description = "At most so many, 1 to 500; 100 if missing") @Nullable @QueryValue
          Integer limit) {
    var holding = readable(slug, number);
    var from = cursor == null ? 0 : Math.max(0, cursor);
    var most = limit(limit);
    var items = new ArrayList<RecordItem>();
    holdings.range(
        holding, from, most, record -> items.add(RecordItem.brief(holding, record, base)));
    var total = holding.counts().documents();
    var next = from + items.size() < total && !items.isEmpty() ? from + items.size() : null;
    var response = HttpResponse.ok(new RecordPage(items, total, next));
    if (next != null) {
      var links = new PageLinks().next(request, "cursor", Long.toString(next));
      response.header(HttpHeaders.LINK, links.toString());
    }
    return response;
  }

  private static int limit(@Nullable Integer limit) {
    if (limit == null) {
      return USUAL;
    }
    if (limit < 1 || limit > MOST) {
      throw ProblemException.badRequest("limit is out of range.")
          .expected("1 to " + MOST)
          .received(limit.toString())
          .remedy("Take more pages, each with Link rel=next of the one before.");
    }
    return limit;
  }

  @Get("/api/v1/holdings/{slug}/{number}/records/{ordinal}")
  @Operation(
      operationId = "getRecord",
      summary = "One text with where it comes from and under which licence")
  @ApiResponse(responseCode = "200", description = "The record")
  @ApiResponse(responseCode = "304", description = "It has not changed")
  @ApiResponse(responseCode = "403", description = "Not everybody may read these texts")
  @ApiResponse(responseCode = "404", description = "There is none of that number")
  @ApiResponse(responseCode = "410", description = "It was withdrawn")
  HttpResponse<?> record(HttpRequest<?> request, String slug, String number, String ordinal) {
    var holding = readable(slug, number);
    var tag = EntityTags.of("record", holding.sequence(), ordinal, base.value());
    var known = EntityTags.notModified(request, tag);
    if (known.isPresent()) {
      return known.get();
    }
    var record =
        ordinal.matches("\\d{1,18}")
            ? holdings.record(holding, Long.parseLong(ordinal))
            : java.util.Optional.<TextRecord>empty();
    return record
        .map(
            found -> EntityTags.tagged(HttpResponse.ok(RecordItem.full(holding, found, base)), tag))
        .orElseThrow(
            () ->
                ProblemException.notFound(
                        "Holding " + holding.id() + " has no record '" + ordinal + "'.")
                    .expected("0 to " + (holding.counts().documents() - 1)));
  }

  @Delete("/api/v1/datasets/{slug}/holdings/{number}")
  @Operation(
      operationId = "withdrawHolding",
      summary = "Withdraw a holding",
      description =
          "Its texts are in no answer from then on. The ledger keeps that it was held, and why not"
              + " any longer.")
  @ApiResponse(responseCode = "200", description = "It is withdrawn")
  @ApiResponse(responseCode = "404", description = "There is no such holding")
  @ApiResponse(responseCode = "410", description = "It was withdrawn before")
  HttpResponse<Withdrawn> withdraw(
      String slug, String number, @QueryValue(defaultValue = "") String reason) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw ProblemException.badRequest("A withdrawal needs a public reason.")
          .expected("?reason=…, 1 to " + LONGEST_REASON + " characters")
          .remedy("Say why in one sentence without naming persons.");
    }
    var id = holding(slug, number).id();
    var sequence = entries.withdraw(id, Actor.OPERATOR, reason).orElseThrow(() -> gone(id));
    projector.await(sequence, PATIENCE);
    return HttpResponse.ok(new Withdrawn(slug, id.number(), sequence))
        .header("Commons-Sequence", Long.toString(sequence));
  }

  /** A holding whose texts everybody may read. */
  private Holding readable(String slug, String number) {
    var holding = holding(slug, number);
    if (!texts.open(holding)) {
      throw ProblemException.forbidden(
              "The texts of this holding are counted and compared, but not shown.")
          .expected("a holding for training, of a dataset in the zone commons")
          .remedy(
              "See /datasets/" + slug + " for where the dataset itself can be had, and its terms.");
    }
    return holding;
  }

  private Holding holding(String slug, String number) {
    var id = DatasetId.valid(slug) ? HoldingId.ofIri(HoldingId.PREFIX + slug + ":" + number) : null;
    if (id == null || id.isEmpty()) {
      throw ProblemException.notFound("There is no holding '" + slug + "/" + number + "'.")
          .remedy("GET /api/v1/datasets/" + slug + "/holdings lists what is held.");
    }
    return holdings.find(id.get()).orElseThrow(() -> gone(id.get()));
  }

  private ProblemException gone(HoldingId id) {
    return entries.known(id)
        ? ProblemException.gone("Holding " + id + " was withdrawn, or its dataset was.")
            .remedy("The ledger at /log says why.")
        : ProblemException.notFound("There is no holding '" + id + "'.")
            .remedy("GET /api/v1/datasets/" + id.slug() + "/holdings lists what is held.");
  }
}
