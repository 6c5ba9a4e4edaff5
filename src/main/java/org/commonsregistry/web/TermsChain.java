package org.commonsregistry.web;

import java.util.List;
import java.util.Optional;
import org.commonsregistry.terms.Permission;
import org.commonsregistry.terms.RightsStatus;
import org.commonsregistry.terms.TermStatement;
import org.commonsregistry.terms.TermWords;
import org.commonsregistry.terms.Tokens;
import org.commonsregistry.terms.Use;

/**
 * How one answer came about, step by step.
 *
 * @param question what was asked, in words
 * @param answer token
 * @param words the answer
 * @param steps in order
 * @param duties and flags of the answer, in sentences
 */
public record TermsChain(
    String question,
    String answer,
    String words,
    List<Step> steps,
    List<String> duties,
    List<String> flags) {

  /**
   * @param layer which kind of statement
   * @param does what it did
   * @param after the answer as it then stood
   * @param rules where the rules are that said it; empty when a source did
   */
  public record Step(
      String layer, String does, Optional<Said> said, Optional<Linked> rules, String after) {}

  static TermsChain of(Page page, TermsAsked asked, ShownVerdict shown, Use use) {
    var permission = shown.permission(use, asked.actor());
    var terms = TermWords.in(page.language().tag());
    var token = Tokens.of(permission.answer());
    return new TermsChain(
        page.t(
            "terms.chain.question",
            page.t("terms.use." + use.token()),
            page.t("actor." + asked.actor().token())),
        token,
        page.t("answer." + token),
        steps(page, shown, permission),
        permission.duties().stream().map(terms::of).toList(),
        permission.flags().stream().map(terms::of).toList());
  }

  private static List<Step> steps(Page page, ShownVerdict shown, Permission permission) {
    return permission.chain().stream().map(step -> step(page, shown, step)).toList();
  }

  private static Step step(Page page, ShownVerdict shown, org.commonsregistry.terms.Step step) {
    var terms = TermWords.in(page.language().tag());
    var about = about(page, step);
    var does =
        page.settings().messages().find(step.key()).isPresent()
            ? page.t(step.key(), about)
            : terms.about(step.key(), about);
    return new Step(
        terms.of(step.layer()),
        does,
        step.statement()
            .map(TermStatement::source)
            .filter(s -> !s.by().isEmpty())
            .map(
                source ->
                    new Said(
                        source.by(),
                        Linked.address(source.where()),
                        source.when().map(day -> page.formats().date(day.toString())).orElse(""))),
        rules(page, shown, step),
        page.t("answer." + Tokens.of(step.after())));
  }

  /** Tokens of our own in words; what sources say stays as it is. */
  private static String about(Page page, org.commonsregistry.terms.Step step) {
    return switch (step.layer()) {
      case RIGHTS_STATUS ->
          step.statement().orElse(null) instanceof RightsStatus status
              ? place(page, status)
              : step.about();
      case CLASSIFICATION -> page.t("zone." + step.about().replaceFirst(" \\(.*", ""));
      case LICENCE, PREFERENCE, PLATFORM_TERMS, COMMUNITY_PROTOCOL, OFFER -> step.about();
    };
  }

  private static String place(Page page, RightsStatus status) {
    var state = page.t("terms.rights." + Tokens.of(status.state()));
    var code = status.place().code();
    return code.isEmpty() ? state : state + " (" + page.formats().place(code) + ")";
  }

  private static Optional<Linked> rules(
      Page page, ShownVerdict shown, org.commonsregistry.terms.Step step) {
    return switch (step.layer()) {
      case RIGHTS_STATUS, CLASSIFICATION ->
          Optional.of(
              new Linked(page.t("terms.chain.rules", shown.verdict().ruleset().version()), "#why"));
      case LICENCE, PREFERENCE, PLATFORM_TERMS, COMMUNITY_PROTOCOL, OFFER -> Optional.empty();
    };
  }
}
