package org.commonsregistry.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.commonsregistry.category.Categories;
import org.commonsregistry.holdings.CategoryHoldings;
import org.commonsregistry.holdings.Counts;
import org.commonsregistry.holdings.Holding;
import org.commonsregistry.holdings.Holdings;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.redundancy.Checks;
import org.commonsregistry.redundancy.QuestionBody;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchIndex;
import org.commonsregistry.search.SearchQuery;
import templates.StaticTemplates;
import templates.Templates;

/**
 * How much of a text the commons already holds. By default the text stays with the reader: a script
 * hashes it and sends a sketch.
 */
@Hidden
@Controller("/check")
public final class CheckPage {
  private static final Templates TEMPLATES = new StaticTemplates();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SCRIPT = "check.js.";
  private static final String EXAMPLE = "/texts/example.txt";
  private static final int LONGEST = 2_000;
  private static final int NEAREST = 6;
  private static final List<String> ASKED = List.of("title", "description", "category", "language");
  private static final List<String> LANGUAGES =
      List.of(
          "ar", "bn", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "id",
          "it", "ja", "ko", "nl", "no", "pl", "pt", "ro", "ru", "sv", "sw", "th", "tr", "uk", "ur",
          "vi", "zh");

  private final Pages pages;
  private final Categories categories;
  private final Checks checks;
  private final SearchIndex index;
  private final Cards cards;
  private final Holdings holdings;
  private final CategoryHoldings byCategory;

  CheckPage(
      Pages pages,
      Categories categories,
      Checks checks,
      SearchIndex index,
      Cards cards,
      Holdings holdings,
      CategoryHoldings byCategory) {
    this.pages = pages;
    this.categories = categories;
    this.checks = checks;
    this.index = index;
    this.cards = cards;
    this.holdings = holdings;
    this.byCategory = byCategory;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> check(HttpRequest<?> request) {
    var page = begin(request);
    var given = new HashMap<String, String>();
    for (var name : ASKED) {
      given.put(name, given(request, name));
    }
    var view = view(page, given);
    return pages.respond(
        request,
        TEMPLATES.checkCheck(
            view.describing() ? page.notIndexed() : page,
            view.describing() ? view.with(nearest(page, given)) : view));
  }

  /** A sketch that the reader's script made; answered with the report alone. */
  @Post
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> sketch(HttpRequest<?> request) {
    var page = begin(request);
    var found = checks.sketches(QuestionBody.sketches(request), page.language().tag());
    return uncached(
        pages.respond(
            request,
            TEMPLATES.checkReport(page, new CheckReports(page, categories).of(found, true))));
  }

  /** The text itself, which somebody chose to send; compared in memory. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> text(HttpRequest<?> request) {
    var body = QuestionBody.text(request);
    var fields = fields(QuestionBody.characters(body));
    var page = begin(request).notIndexed();
    var about =
        Map.of(
            "category", fields.getOrDefault("category", ""),
            "language", fields.getOrDefault("language", ""));
    var view = view(page, about);
    var text = fields.getOrDefault("text", "");
    if (!fields.getOrDefault("agree", "").equals("yes")) {
      return refused(request, page, view.refused(page.t("check.send.disagree")));
    }
    if (text.isBlank()) {
      return refused(request, page, view.refused(page.t("check.send.empty")));
    }
    var found = checks.text(text, about, body.length, page.language().tag());
    return uncached(
        pages.respond(
            request,
            TEMPLATES.checkCheck(
                page, view.with(new CheckReports(page, categories).of(found, false)))));
  }

  private HttpResponse<?> refused(HttpRequest<?> request, Page page, CheckView view) {
    return uncached(
        pages.respond(request, TEMPLATES.checkCheck(page, view), HttpStatus.BAD_REQUEST));
  }

  private static Map<String, String> fields(String form) {
    var fields = new HashMap<String, String>();
    for (var pair : form.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("The form is not encoded as a form.")
          .expected("application/x-www-form-urlencoded")
          .remedy("Send it from the page /check, or the text to /api/v1/check/text.");
    }
  }

  /** A description says nothing about wording, so no overlap is told. */
  private CheckNearest nearest(Page page, Map<String, String> given) {
    var filters = new EnumMap<FacetField, Set<String>>(FacetField.class);
    filter(filters, FacetField.CATEGORY, given.getOrDefault("category", ""));
    filter(filters, FacetField.LANGUAGE, given.getOrDefault("language", ""));
    var text = given.getOrDefault("title", "") + " " + given.getOrDefault("description", "");
    var found =
        index.search(
            new SearchQuery(
                text.strip(), filters, SearchQuery.Sort.RELEVANCE, Optional.empty(), NEAREST, 0));
    var category = given.getOrDefault("category", "");
    var held =
        Counts.sum(
            (category.isEmpty() ? holdings.all() : byCategory.in(category))
                .stream().map(Holding::counts).toList());
    var formats = page.formats();
    return new CheckNearest(
        cards.of(page, found.hits()),
        categories
            .find(category)
            .map(known -> page.t("check.held.of", known.label(page.language().tag())))
            .orElseGet(() -> page.t("check.held")),
        List.of(
            new CheckReport.Fact(page.t("check.held.documents"), formats.number(held.documents())),
            new CheckReport.Fact(page.t("check.held.words"), formats.number(held.words()))));
  }

  private static void filter(Map<FacetField, Set<String>> filters, FacetField field, String value) {
    if (!value.isEmpty()) {
      filters.put(field, Set.of(value));
    }
  }

  private static HttpResponse<?> uncached(MutableHttpResponse<?> response) {
    response.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
    return response;
  }

  /** A text that is partly in the sample holdings. */
  @Get("/example.txt")
  @Produces("text/plain;charset=utf-8")
  byte[] example() {
    try (var in = CheckPage.class.getResourceAsStream(EXAMPLE)) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Page begin(HttpRequest<?> request) {
    var begun = pages.begin(request);
    return begun
        .titled(begun.t("check.title"))
        .describedAs(begun.t("check.lead"))
        .in(Section.CHECK);
  }

  private CheckView view(Page page, Map<String, String> given) {
    return new CheckView(
        words(page),
        categories.all().values().stream()
            .map(c -> new CheckView.Choice(c.id(), c.label(page.language().tag())))
            .sorted(Comparator.comparing(CheckView.Choice::label))
            .toList(),
        LANGUAGES.stream()
            .map(tag -> new CheckView.Choice(tag, page.formats().language(tag)))
            .sorted(Comparator.comparing(CheckView.Choice::label))
            .toList(),
        given.getOrDefault("category", ""),
        given.getOrDefault("language", ""),
        given.getOrDefault("title", ""),
        given.getOrDefault("description", ""),
        "",
        false,
        Optional.empty(),
        Optional.empty());
  }

  private static String given(HttpRequest<?> request, String name) {
    var value = request.getParameters().getFirst(name).orElse("").strip();
    return value.substring(0, Math.min(LONGEST, value.length()));
  }

  /** What the script says, by its own keys. */
  private static String words(Page page) {
    var words = new TreeMap<String, String>();
    for (var key : Messages.in(page.language()).keys()) {
      if (key.startsWith(SCRIPT)) {
        words.put(key.substring(SCRIPT.length()), page.t(key));
      }
    }
    try {
      return JSON.writeValueAsString(words).replace("<", "\\u003C");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts are always JSON", e);
    }
  }
}
