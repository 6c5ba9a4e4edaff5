package org.commonsregistry.web;

import java.util.ArrayList;
import java.util.List;
import org.commonsregistry.ruleset.FactVocabulary;
import org.commonsregistry.ruleset.Layer;
import org.commonsregistry.ruleset.Rule;
import org.commonsregistry.ruleset.RuleTest;
import org.commonsregistry.ruleset.Ruleset;

/**
 * A test of a rule as a sentence.
 *
 * @param fits whether what the rule leads to is expected
 * @param name what it shows, in English as its authors wrote it; may be empty
 * @param setting where and when
 * @param given what is known
 * @param zone token of the zone expected; empty for a status
 * @param status the status expected, in words; empty for a zone
 */
public record RuleExample(
    boolean fits, String name, String setting, List<String> given, String zone, String status) {

  static List<RuleExample> of(Page page, FactWords words, Ruleset ruleset, Rule rule) {
    return rule.tests().stream().map(test -> of(page, words, ruleset, rule, test)).toList();
  }

  private static RuleExample of(
      Page page, FactWords words, Ruleset ruleset, Rule rule, RuleTest test) {
    var given = new ArrayList<>(words.given(ruleset.vocabulary(), test.facts()));
    test.status()
        .ifPresent(
            status ->
                given.addFirst(
                    page.t(
                        "fact.given",
                        page.t("fact.status"),
                        words.value(FactVocabulary.STATUS, status.token()))));
    test.item().ifPresent(item -> given.addFirst(page.t("rule.example.item", item)));
    var day = page.formats().date(test.asOf().toString());
    var ofStatus = rule.layer() == Layer.STATUS;
    return new RuleExample(
        test.expect().equals(rule.then().token()),
        test.name().orElse(""),
        test.place().anywhere()
            ? page.t("rule.example.anywhere", day)
            : page.t("rule.example.in", RuleLine.name(page, test.place()), day),
        List.copyOf(given),
        ofStatus ? "" : test.expect(),
        ofStatus ? page.t("rule.status." + test.expect()) : "");
  }
}
