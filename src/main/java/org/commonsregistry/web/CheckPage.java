package org.commonsregistry.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.commonsregistry.category.Categories;
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
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_DESCRIPTION = 2_000;
  private static final List<String> LANGUAGES =
      List.of(
          "ar", "bn", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "id",
          "it", "ja", "ko", "nl", "no", "pl", "pt", "ro", "ru", "sv", "sw", "th", "tr", "uk", "ur",
          "vi", "zh");

  private final Pages pages;
  private final Categories categories;

  CheckPage(Pages pages, Categories categories) {
    this.pages = pages;
    this.categories = categories;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> check(HttpRequest<?> request) {
    var page = begin(request);
    return pages.respond(request, TEMPLATES.checkCheck(page, view(page, request)));
  }

  private Page begin(HttpRequest<?> request) {
    var begun = pages.begin(request);
    return begun
        .titled(begun.t("check.title"))
        .describedAs(begun.t("check.lead"))
        .in(Section.CHECK);
  }

  private CheckView view(Page page, HttpRequest<?> request) {
    return new CheckView(
        "/api/v1/check",
        words(page),
        categories.all().values().stream()
            .map(c -> new CheckView.Choice(c.id(), c.label(page.language().tag())))
            .sorted(Comparator.comparing(CheckView.Choice::label))
            .toList(),
        LANGUAGES.stream()
            .map(tag -> new CheckView.Choice(tag, page.formats().language(tag)))
            .sorted(Comparator.comparing(CheckView.Choice::label))
            .toList(),
        given(request, "category", LONGEST_TITLE),
        given(request, "language", LONGEST_TITLE),
        given(request, "title", LONGEST_TITLE),
        given(request, "description", LONGEST_DESCRIPTION),
        "",
        false,
        Optional.empty(),
        Optional.empty());
  }

  private static String given(HttpRequest<?> request, String name, int longest) {
    var value = request.getParameters().getFirst(name).orElse("").strip();
    return value.substring(0, Math.min(longest, value.length()));
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
