package org.commonsregistry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.commonsregistry.ruleset.Condition;
import org.commonsregistry.ruleset.Condition.All;
import org.commonsregistry.ruleset.Condition.Any;
import org.commonsregistry.ruleset.Condition.Compared;
import org.commonsregistry.ruleset.Condition.Comparison;
import org.commonsregistry.ruleset.Condition.Elapsed;
import org.commonsregistry.ruleset.Condition.Exists;
import org.commonsregistry.ruleset.Condition.Not;
import org.commonsregistry.ruleset.Condition.OneOf;
import org.commonsregistry.ruleset.FactDefinition;
import org.commonsregistry.ruleset.FactType;
import org.commonsregistry.ruleset.FactValue;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.ruleset.Rule;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.Rulesets;
import org.commonsregistry.ruleset.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionOutlineTest {
  private static final Ruleset FOUNDING = Rulesets.founding();
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");

  private static FactDefinition fact(String name) {
    return FOUNDING.vocabulary().find(name).orElseThrow();
  }

  private static FactWords words(Language language) {
    return new FactWords(Messages.in(language), id -> "category " + id);
  }

  private static Clause outline(Condition condition) {
    return new ConditionOutline(words(Language.ENGLISH), List.of(new Place("DE")), DAY)
        .of(condition);
  }

  private static String line(Condition condition) {
    var clause = outline(condition);
    assertThat(clause.parts()).isEmpty();
    return clause.text();
  }

  @Test
  void eachOperatorHasItsSentence() {
    var kind = new OneOf(fact("kind"), FactValue.words("law", "judgment", "map"));
    assertThat(line(kind)).isEqualTo("Kind of work: judgment, law or map");
    assertThat(line(new Not(kind))).isEqualTo("Kind of work: none of these: judgment, law or map");
    assertThat(line(new Not(new OneOf(fact("kind"), FactValue.words("map")))))
        .isEqualTo("Kind of work: not map");
    var year = fact("firstPublishedYear");
    assertThat(line(new Compared(year, Comparison.LT, 1923))).endsWith(": before 1923");
    assertThat(line(new Compared(year, Comparison.LTE, 1977))).endsWith(": 1977 or earlier");
    assertThat(line(new Compared(year, Comparison.GT, 1922))).endsWith(": after 1922");
    assertThat(line(new Compared(year, Comparison.GTE, 1923))).endsWith(": 1923 or later");
    assertThat(line(new Exists(year, true))).isEqualTo("Year of first publication: stated");
    assertThat(line(new Not(new Exists(year, true))))
        .isEqualTo("Year of first publication: not stated");
    assertThat(line(new Elapsed(year, new Condition.Term.Fixed(95))))
        .isEqualTo("Year of first publication: 95 full calendar years have passed since");
  }

  @Test
  void groupsKeepTheirPartsBelowThem() {
    var one = new Exists(fact("kind"), true);
    var other = new OneOf(fact("sourceCountry"), FactValue.words("JP"));
    assertThat(outline(new All(List.of(one, new Any(List.of(one, other))))))
        .isEqualTo(
            new Clause(
                "All of this is true:",
                List.of(
                    Clause.of("Kind of work: stated"),
                    new Clause(
                        "At least one of these is true:",
                        List.of(
                            Clause.of("Kind of work: stated"),
                            Clause.of("Country it comes from: Japan"))))));
    assertThat(outline(new Not(new Any(List.of(one, other)))).text())
        .isEqualTo("None of this is true:");
    assertThat(outline(new Not(new All(List.of(one, other)))).text())
        .isEqualTo("Not all of this is true:");
    assertThat(outline(new All(List.of(one)))).isEqualTo(outline(one));
    assertThat(outline(new Not(new Not(other)))).isEqualTo(outline(other));
    assertThat(line(new All(List.of()))).isEqualTo("Always.");
    assertThat(line(new Any(List.of()))).isEqualTo("Never.");
  }

  @Test
  void yesAndNoAreSentencesAndNegationTurnsThemRound() {
    var notice = new OneOf(fact("usNotice"), FactValue.truth(true));
    assertThat(line(notice)).isEqualTo("The first US publication carried a copyright notice");
    assertThat(line(new Not(notice)))
        .isEqualTo("The first US publication carried no copyright notice");
  }

  @Test
  void aDatedTermNamesTheNumberInForceWhereThereIsOne() {
    var term = new Condition.Term.Dated(FOUNDING.parameters().find("life-term").orElseThrow());
    var died = new Elapsed(fact("creatorDeathYear"), term);
    assertThat(line(died)).contains("70 full calendar years", "in force today");
    var many =
        new ConditionOutline(
                words(Language.ENGLISH), List.of(new Place("DE"), new Place("CN")), DAY)
            .of(died);
    assertThat(many.text()).contains("as many", "Years after the author’s death");
  }

  @Test
  void aFactThatNoMessageKnowsIsShownByWhatItsRulesetSays() {
    var news =
        new FactDefinition(
            "seenByMoon",
            0,
            FactType.TRUTH,
            false,
            new TreeSet<>(),
            java.util.Optional.empty(),
            new Wording("The moon saw it.", "Der Mond sah es."),
            new Wording("whether", "ob"));
    assertThat(line(new OneOf(news, FactValue.truth(true)))).isEqualTo("It is so: The moon saw it");
    assertThat(line(new Exists(news, false))).isEqualTo("The moon saw it: not stated");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyFoundingRuleReadsWithoutATokenOrAMissingMessage(Language language) {
    for (var rule : FOUNDING.rules()) {
      var outline = new ConditionOutline(words(language), rule.places(), DAY);
      assertWords(rule, outline.of(rule.when()), language);
      assertThat(ConditionOutline.facts(rule)).as(rule.id()).isNotEmpty();
    }
  }

  private static void assertWords(Rule rule, Clause clause, Language language) {
    assertThat(clause.text())
        .as(rule.id())
        .isNotBlank()
        .doesNotContain("[", "{")
        .doesNotContainPattern("\\b(it is so|es trifft zu)\\b")
        .doesNotContainPattern("\\b(faithful-|sound-|open-licence|third-party|by-nc-nd)");
    clause.parts().forEach(part -> assertWords(rule, part, language));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyFactAndValueAndTermOfTheFoundingRulesetHasAName(Language language) {
    var messages = Messages.in(language);
    for (var fact : FOUNDING.vocabulary().all()) {
      assertThat(messages.find("fact." + fact.name())).as(fact.name()).isPresent();
      if (fact.type() == FactType.TRUTH) {
        assertThat(messages.find("fact." + fact.name() + ".true")).as(fact.name()).isPresent();
        assertThat(messages.find("fact." + fact.name() + ".false")).as(fact.name()).isPresent();
      }
      for (var value : fact.values()) {
        assertThat(
                messages
                    .find("fact." + fact.name() + "." + value)
                    .or(() -> messages.find("licence." + value))
                    .or(() -> messages.find("zone." + value))
                    .or(() -> messages.find("rule.status." + value)))
            .as(fact.name() + " " + value)
            .isPresent();
      }
    }
    for (var parameter : FOUNDING.parameters().all()) {
      assertThat(messages.find("rule.term." + parameter.name())).as(parameter.name()).isPresent();
    }
  }
}
