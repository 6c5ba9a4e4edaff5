package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ruleset.Rule;
import org.commonsregistry.ruleset.Rulesets;

/** Which ruleset a request is about: the one in force, or an earlier one named by its hash. */
@Singleton
final class AskedRuleset {
  static final String PARAMETER = "ruleset";

  private final Rulesets rulesets;

  AskedRuleset(Rulesets rulesets) {
    this.rulesets = rulesets;
  }

  Rulesets.Adopted of(HttpRequest<?> request) {
    return request
        .getParameters()
        .getFirst(PARAMETER)
        .filter(hash -> !hash.isBlank())
        .map(this::of)
        .orElseGet(this::current);
  }

  Rulesets.Adopted current() {
    return rulesets
        .current()
        .orElseThrow(
            () ->
                ProblemException.unavailable(
                    "No ruleset is in force yet; the registry is being founded.",
                    Duration.ofSeconds(2)));
  }

  /** The last adoption of the ruleset of this hash. */
  Rulesets.Adopted of(String hash) {
    return rulesets.history().reversed().stream()
        .filter(adopted -> adopted.ruleset().hash().hex().equals(hash.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.notFound("There never was a ruleset of that hash here.")
                    .expected("64 hexadecimal digits, as at /rulesets")
                    .received(hash.length() > 80 ? hash.substring(0, 80) + "…" : hash)
                    .remedy("All of them are listed at /rulesets."));
  }

  boolean inForce(Rulesets.Adopted adopted) {
    return rulesets
        .current()
        .filter(current -> current.sequence() == adopted.sequence())
        .isPresent();
  }

  /** What an address needs to stay with a ruleset: nothing for the one in force. */
  String query(Rulesets.Adopted adopted) {
    return inForce(adopted) ? "" : "?" + PARAMETER + "=" + adopted.ruleset().hash().hex();
  }

  /** When a rule of exactly these words was first adopted. */
  Optional<Rulesets.Adopted> first(Rule rule) {
    return rulesets.history().stream()
        .filter(
            adopted ->
                adopted
                    .ruleset()
                    .rule(rule.id())
                    .filter(same -> same.hash().equals(rule.hash()))
                    .isPresent())
        .findFirst();
  }

  /** Who put it in force, in the reader's words. */
  static String decidedBy(Page page, Rulesets.Adopted adopted) {
    return page.settings()
        .messages()
        .find("rules.by." + adopted.by().id())
        .orElseGet(() -> page.t("rules.by.other", adopted.by().id()));
  }
}
