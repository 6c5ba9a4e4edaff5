package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonsregistry.http.Problem;
import org.commonsregistry.sparql.Prefixes;
import org.commonsregistry.sparql.QueryOutcome;
import org.commonsregistry.sparql.QueryPage;
import org.commonsregistry.sparql.SparqlSettings;
import org.commonsregistry.web.DatasetFrame.Snippet;
import templates.StaticTemplates;
import templates.Templates;

/** A form for SPARQL queries with examples; on request the editor with tabs and completion. */
@Singleton
public final class SparqlPage implements QueryPage {
  private static final Templates TEMPLATES = new StaticTemplates();
  private static final String EXAMPLES = "/public/queries.rq";
  private static final Pattern TITLE = Pattern.compile("(?m)^## ([a-z-]+)\\R");

  private final Pages pages;
  private final SparqlSettings settings;
  private final Prefixes prefixes;
  private final List<Snippet> examples = examples();

  SparqlPage(Pages pages, SparqlSettings settings, Prefixes prefixes) {
    this.pages = pages;
    this.settings = settings;
    this.prefixes = prefixes;
  }

  /** What the template shows. */
  public record View(
      String query,
      boolean editor,
      Optional<QueryResult> result,
      List<Snippet> examples,
      String endpoint,
      String limits) {}

  @Override
  public HttpResponse<?> show(HttpRequest<?> request) {
    var parameters = request.getParameters();
    var query = parameters.getFirst("query").orElse("");
    var page = begin(request);
    var shown = query.isEmpty() ? examples.getFirst().code() : query;
    var editor = parameters.contains("editor");
    return pages.respond(
        request,
        TEMPLATES.sparql(
            query.isEmpty() ? page : page.notIndexed(),
            view(page, editor ? withPrefixes(shown) : shown, editor, Optional.empty())));
  }

  @Override
  public HttpResponse<?> show(HttpRequest<?> request, String query, QueryOutcome outcome) {
    var page = begin(request).notIndexed();
    var result = QueryResult.of(page, query, outcome);
    var status = result.problem().map(Problem::status).orElse(HttpStatus.OK.getCode());
    var response =
        pages.respond(
            request,
            TEMPLATES.sparql(page, view(page, query, false, Optional.of(result))),
            HttpStatus.valueOf(status));
    if (outcome instanceof QueryOutcome.Failed failed) {
      failed.why().headers().forEach(response::header);
    }
    return response;
  }

  private Page begin(HttpRequest<?> request) {
    var begun = pages.begin(request);
    return begun
        .titled(begun.t("sparql.title"))
        .describedAs(begun.t("sparql.lead"))
        .in(Section.SPARQL);
  }

  private View view(Page page, String query, boolean editor, Optional<QueryResult> result) {
    return new View(
        query,
        editor,
        result,
        examples.stream()
            .map(e -> new Snippet(page.t("sparql.example." + e.name()), e.code()))
            .toList(),
        page.absolute("sparql"),
        limits(page));
  }

  /** The editor knows no prefixes but those a query declares. */
  private String withPrefixes(String query) {
    var declared = new StringBuilder();
    prefixes
        .known()
        .forEach(
            (prefix, namespace) -> {
              if (Pattern.compile("\\b" + Pattern.quote(prefix) + ":").matcher(query).find()
                  && !query.contains("PREFIX " + prefix + ":")) {
                declared.append("PREFIX ").append(prefix).append(": <").append(namespace);
                declared.append(">\n");
              }
            });
    return declared + query;
  }

  private String limits(Page page) {
    return page.t("sparql.limits", settings.resultRows(), settings.total().toSeconds());
  }

  private static List<Snippet> examples() {
    try (var in = SparqlPage.class.getResourceAsStream(EXAMPLES)) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      var matcher = TITLE.matcher(text);
      var names = new ArrayList<String>();
      var starts = new ArrayList<Integer>();
      var ends = new ArrayList<Integer>();
      while (matcher.find()) {
        names.add(matcher.group(1));
        starts.add(matcher.end());
        ends.add(matcher.start());
      }
      ends.add(text.length());
      var examples = new ArrayList<Snippet>();
      for (var i = 0; i < names.size(); i++) {
        examples.add(
            new Snippet(names.get(i), text.substring(starts.get(i), ends.get(i + 1)).strip()));
      }
      return List.copyOf(examples);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
