package org.commonsregistry.ruleset;

import io.micronaut.core.annotation.Nullable;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.ProblemException;

/** The rules as data: those in force, every earlier ruleset, and its files as they were adopted. */
@Controller
@Tag(name = "Rules")
final class RuleApi {
  private final Rulesets rulesets;

  RuleApi(Rulesets rulesets) {
    this.rulesets = rulesets;
  }

  /**
   * @param places country codes, or {@code *}; empty for policy rules, which hold everywhere
   * @param leadsTo a status or a zone
   * @param since when the law came into force or the rule was adopted, missing when not known
   */
  @Serdeable
  record RuleItem(
      String id,
      String layer,
      List<String> places,
      Map<String, String> title,
      Map<String, String> says,
      String leadsTo,
      BasisItem basis,
      @Nullable String since,
      List<String> overrides,
      int tests,
      String hash) {}

  @Serdeable
  record BasisItem(String type, String cite, @Nullable String url) {}

  /**
   * @param sequence ledger number from which on it counts
   */
  @Serdeable
  record RulesetItem(
      String name,
      String version,
      String hash,
      long sequence,
      String adoptedAt,
      String adoptedBy,
      int rules) {}

  @Serdeable
  record RuleList(RulesetItem ruleset, List<RuleItem> rules) {}

  /**
   * @param given a fact's text forms by name
   */
  @Serdeable
  record Example(
      @Nullable String name,
      String place,
      Map<String, List<String>> given,
      String asOf,
      String expect) {}

  @Serdeable
  record RuleDetail(RuleItem rule, List<Example> examples, RulesetItem ruleset) {}

  @Serdeable
  record SourceFile(String path, String text) {}

  @Serdeable
  record RulesetDetail(RulesetItem ruleset, List<SourceFile> files) {}

  @Get("/api/v1/rules")
  @Operation(
      operationId = "listRules",
      summary = "The rules in force",
      description = "With ruleset, those of an earlier one, named by its hash.")
  @ApiResponse(responseCode = "200", description = "All rules, ordered by id")
  @ApiResponse(responseCode = "304", description = "Nothing has changed since")
  HttpResponse<?> rules(
      HttpRequest<?> request,
      @Parameter(description = "Hash of a ruleset; the one in force if missing")
          @Nullable
          @QueryValue
          String ruleset) {
    var adopted = asked(ruleset);
    return tagged(
        request,
        adopted,
        new RuleList(
            item(adopted), adopted.ruleset().rules().stream().map(RuleApi::item).toList()));
  }

  @Get("/api/v1/rules/{id}")
  @Operation(operationId = "getRule", summary = "One rule with its examples, for and against")
  @ApiResponse(responseCode = "200", description = "The rule")
  @ApiResponse(responseCode = "404", description = "There is none of that id")
  HttpResponse<?> rule(
      HttpRequest<?> request,
      String id,
      @Parameter(description = "Hash of a ruleset; the one in force if missing")
          @Nullable
          @QueryValue
          String ruleset) {
    var adopted = asked(ruleset);
    var rule =
        adopted
            .ruleset()
            .rule(id)
            .orElseThrow(
                () ->
                    ProblemException.notFound("There is no rule '" + shortened(id) + "'.")
                        .remedy("GET /api/v1/rules lists them all."));
    return tagged(
        request,
        adopted,
        new RuleDetail(
            item(rule), rule.tests().stream().map(RuleApi::example).toList(), item(adopted)));
  }

  @Get("/api/v1/rulesets")
  @Operation(operationId = "listRulesets", summary = "Every ruleset adopted, newest first")
  List<RulesetItem> rulesets() {
    return rulesets.history().reversed().stream().map(RuleApi::item).toList();
  }

  @Get("/api/v1/rulesets/{hash}")
  @Operation(
      operationId = "getRuleset",
      summary = "A ruleset's files as they were adopted",
      description = "Read together they give the same hash again; `commons rules test` tries them.")
  RulesetDetail ruleset(String hash) {
    var adopted = asked(hash);
    return new RulesetDetail(
        item(adopted),
        adopted.ruleset().files().stream()
            .map(file -> new SourceFile(file.path(), file.text()))
            .toList());
  }

  private Rulesets.Adopted asked(@Nullable String hash) {
    if (hash == null || hash.isBlank()) {
      return rulesets
          .current()
          .orElseThrow(
              () ->
                  ProblemException.unavailable(
                      "No ruleset is in force yet; the registry is being founded.",
                      Duration.ofSeconds(2)));
    }
    return rulesets.history().reversed().stream()
        .filter(adopted -> adopted.ruleset().hash().hex().equals(hash.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.notFound("There never was a ruleset of that hash here.")
                    .expected("64 hexadecimal digits, as in /api/v1/rulesets")
                    .received(shortened(hash)));
  }

  private static HttpResponse<?> tagged(
      HttpRequest<?> request, Rulesets.Adopted adopted, Object body) {
    var tag = EntityTags.of(adopted.ruleset().hash().hex(), adopted.sequence());
    var known = EntityTags.notModified(request, tag);
    return known.isPresent() ? known.get() : EntityTags.tagged(HttpResponse.ok(body), tag);
  }

  private static RulesetItem item(Rulesets.Adopted adopted) {
    var ruleset = adopted.ruleset();
    return new RulesetItem(
        ruleset.name(),
        ruleset.version(),
        ruleset.hash().hex(),
        adopted.sequence(),
        adopted.at().toString(),
        adopted.by().id(),
        ruleset.rules().size());
  }

  private static RuleItem item(Rule rule) {
    return new RuleItem(
        rule.id(),
        rule.layer().token(),
        rule.places().stream().map(Place::code).toList(),
        both(rule.title()),
        both(rule.says()),
        rule.then().token(),
        new BasisItem(
            rule.basis().type().token(), rule.basis().cite(), rule.basis().url().orElse(null)),
        rule.since().map(LocalDate::toString).orElse(null),
        List.copyOf(rule.overrides()),
        rule.tests().size(),
        rule.hash().hex());
  }

  private static Example example(RuleTest test) {
    var given = new TreeMap<String, List<String>>();
    test.facts().all().forEach((name, value) -> given.put(name, value.texts()));
    test.status().ifPresent(status -> given.put(FactVocabulary.STATUS, List.of(status.token())));
    return new Example(
        test.name().orElse(null),
        test.place().code(),
        given,
        test.asOf().toString(),
        test.expect());
  }

  private static Map<String, String> both(Wording wording) {
    return new TreeMap<>(Map.of("en", wording.en(), "de", wording.de()));
  }

  private static String shortened(String text) {
    return text.length() > 80 ? text.substring(0, 80) + "…" : text;
  }
}
