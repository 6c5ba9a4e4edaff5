package org.commonsregistry.terms.offer;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.http.Representation;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Flag;
import org.commonsregistry.terms.Grant;
import org.commonsregistry.terms.TermWords;
import org.commonsregistry.terms.Tokens;
import org.commonsregistry.terms.Use;

/** The offers as data: JSON, or the policy itself in a form of RDF. */
@Controller("/api/v1/offers")
@Tag(name = "Offers")
final class OfferApi {
  private static final List<TermWords> LANGUAGES = List.of(TermWords.ENGLISH, TermWords.GERMAN);
  private static final List<Representation> FORMS =
      List.of(
          Representation.JSON,
          Representation.TURTLE,
          Representation.JSON_LD,
          Representation.N_TRIPLES);

  private final Offers offers;
  private final Clock clock;

  OfferApi(Offers offers, Clock clock) {
    this.offers = offers;
    this.clock = clock;
  }

  /**
   * @param titles by language
   * @param summaries by language
   */
  @Serdeable
  record Item(
      String id, String version, Map<String, String> titles, Map<String, String> summaries) {}

  @Serdeable
  record Items(List<Item> items, long total) {}

  /** One duty as a token with parameters, and in words by language. */
  @Serdeable
  record Owed(String duty, Map<String, String> parameters, Map<String, String> words) {}

  /** One cell of the matrix. */
  @Serdeable
  record Cell(String use, String actor, String answer, List<Owed> duties, List<String> flags) {}

  @Serdeable
  record Clause(String says, List<String> conditions, List<String> duties) {}

  @Serdeable
  record Reading(List<Clause> permissions, List<Clause> prohibitions, List<String> term) {}

  @Serdeable
  record Export(String form, String text, List<String> lost) {}

  /**
   * @param until last day, missing where there is none
   */
  @Serdeable
  record Term(
      String duration,
      @Nullable String until,
      @Nullable Integer noticeDays,
      @Nullable Integer cureDays) {}

  /**
   * @param notCovered by language
   * @param readings in plain words, by language
   * @param matrix for every use and actor
   * @param exports by language of what they say about losses
   */
  @Serdeable
  record Details(
      Item offer,
      Map<String, List<String>> notCovered,
      Term term,
      Map<String, Reading> readings,
      List<Cell> matrix,
      Map<String, List<Export>> exports) {}

  @Serdeable
  record Change(
      String use,
      String actor,
      String before,
      String after,
      List<Owed> added,
      List<Owed> dropped) {}

  @Serdeable
  record Difference(Item a, Item b, List<Change> changes, boolean termChanged) {}

  @Get
  @Operation(operationId = "listOffers", summary = "All offers")
  HttpResponse<?> all(HttpRequest<?> request) {
    var items = offers.all().stream().map(OfferApi::item).toList();
    return answer(request, new Items(items, items.size()), EntityTags.of(items));
  }

  @Get("/{id}")
  @Produces(MediaType.ALL)
  @Operation(
      operationId = "getOffer",
      summary = "One offer: JSON, or its ODRL policy as Turtle, JSON-LD or N-Triples by Accept")
  HttpResponse<?> one(HttpRequest<?> request, String id) {
    var asked = Representation.fromPath(id);
    var offer = required(asked.path());
    var form =
        asked
            .representation()
            .filter(FORMS::contains)
            .orElseGet(() -> Representation.require(request, FORMS));
    if (form == Representation.JSON) {
      var details = details(offer);
      return answer(request, details, EntityTags.of(details));
    }
    var body = OfferDocument.of(offer, form);
    var tag = EntityTags.of(new String(body, StandardCharsets.UTF_8), form);
    var known = EntityTags.notModified(request, tag);
    return known.isPresent()
        ? known.get()
        : EntityTags.tagged(HttpResponse.ok(body), tag)
            .header(HttpHeaders.CONTENT_TYPE, form.mediaType().toString())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }

  @Get("/diff")
  @Operation(operationId = "diffOffers", summary = "What changes from one offer to another")
  HttpResponse<?> diff(
      HttpRequest<?> request, @QueryValue Optional<String> a, @QueryValue Optional<String> b) {
    var one = required(given("a", a));
    var other = required(given("b", b));
    var diff = OfferDiff.between(one, other, today());
    var difference =
        new Difference(
            item(one),
            item(other),
            diff.changes().stream()
                .map(
                    change ->
                        new Change(
                            change.use().token(),
                            change.actor().token(),
                            Tokens.of(change.before()),
                            Tokens.of(change.after()),
                            owed(change.added()),
                            owed(change.dropped())))
                .toList(),
            diff.termChanged());
    return answer(request, difference, EntityTags.of(difference));
  }

  private Details details(Offer offer) {
    var readings = new LinkedHashMap<String, Reading>();
    var exports = new LinkedHashMap<String, List<Export>>();
    for (var words : LANGUAGES) {
      var reading = OfferReading.of(offer, words);
      readings.put(
          words.language(),
          new Reading(
              clauses(reading.permissions()), clauses(reading.prohibitions()), reading.term()));
      exports.put(
          words.language(),
          OfferExport.of(offer, today(), words).stream()
              .map(export -> new Export(export.form(), export.text(), export.lost()))
              .toList());
    }
    var term = offer.term();
    return new Details(
        item(offer),
        offer.notCovered(),
        new Term(
            Tokens.of(term.duration()),
            term.until().map(LocalDate::toString).orElse(null),
            term.noticeDays().orElse(null),
            term.cureDays().orElse(null)),
        readings,
        cells(offer),
        exports);
  }

  private List<Cell> cells(Offer offer) {
    var matrix = offer.matrix(today());
    var cells = new ArrayList<Cell>();
    for (var use : Use.values()) {
      for (var actor : Actor.values()) {
        cells.add(cell(use, actor, matrix.grant(use, actor)));
      }
    }
    return cells;
  }

  private static Cell cell(Use use, Actor actor, Grant grant) {
    return new Cell(
        use.token(),
        actor.token(),
        Tokens.of(grant.answer()),
        owed(grant.duties()),
        grant.flags().stream().map(Flag::token).toList());
  }

  private static List<Owed> owed(Set<Duty> duties) {
    return duties.stream()
        .map(
            duty -> {
              var words = new LinkedHashMap<String, String>();
              LANGUAGES.forEach(language -> words.put(language.language(), language.of(duty)));
              return new Owed(duty.token(), duty.parameters(), words);
            })
        .toList();
  }

  private static List<Clause> clauses(List<OfferReading.Clause> clauses) {
    return clauses.stream()
        .map(clause -> new Clause(clause.says(), clause.conditions(), clause.duties()))
        .toList();
  }

  private static Item item(Offer offer) {
    return new Item(offer.id(), offer.version(), offer.titles(), offer.summaries());
  }

  private Offer required(String id) {
    return offers
        .find(id)
        .orElseThrow(
            () ->
                ProblemException.notFound("There is no offer '" + id + "'.")
                    .expected(String.join(", ", offers.all().stream().map(Offer::id).toList()))
                    .remedy("All offers are at /api/v1/offers."));
  }

  private static String given(String name, Optional<String> value) {
    return value.orElseThrow(
        () ->
            ProblemException.badRequest("The parameter '" + name + "' is missing.")
                .expected("the ids of two offers: /api/v1/offers/diff?a=…&b=…")
                .remedy("All offers are at /api/v1/offers."));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static HttpResponse<?> answer(HttpRequest<?> request, Object body, String tag) {
    var known = EntityTags.notModified(request, tag);
    return known.isPresent()
        ? known.get()
        : EntityTags.tagged(HttpResponse.ok(body), tag)
            .header(HttpHeaders.CONTENT_TYPE, Representation.JSON.mediaType().toString())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }
}
