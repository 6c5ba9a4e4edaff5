package org.commonsregistry.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RulesetPropertiesTest {
  private static final String ITEM = Generated.item(0);

  @Property(tries = 500)
  void aFurtherFactDecidesMoreAndUndecidesNothing(
      @ForAll("rulesets") Ruleset ruleset,
      @ForAll("facts") Facts some,
      @ForAll("facts") Facts more,
      @ForAll("places") Place place,
      @ForAll("days") LocalDate day) {
    var before = undecided(ruleset.judge(some, place, day, ITEM));
    var facts = some;
    for (var fact : more.all().entrySet()) {
      if (facts.get(fact.getKey()).isEmpty()) {
        facts = facts.with(fact.getKey(), fact.getValue());
      }
    }
    assertThat(before)
        .containsAll(
            ruleset.judge(facts, place, day, ITEM).undecided().stream()
                .map(Judgement.Undecided::rule)
                .filter(rule -> opensNothing(rule.when()))
                .map(Rule::id)
                .toList());
  }

  private static List<String> undecided(Judgement judgement) {
    return judgement.undecided().stream().map(one -> one.rule().id()).toList();
  }

  /** Where silence says something, or the status counts, a further fact may open a question. */
  private static boolean opensNothing(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) -> parts.stream().allMatch(RulesetPropertiesTest::opensNothing);
      case Condition.Any(var parts) -> parts.stream().allMatch(RulesetPropertiesTest::opensNothing);
      case Condition.Not(var part) -> opensNothing(part);
      case Condition.OneOf(var fact, _) ->
          fact.absent().isEmpty() && !fact.name().equals(FactVocabulary.STATUS);
      case Condition.Compared(var fact, _, _) -> fact.absent().isEmpty();
      case Condition.Elapsed(var since, _) -> since.absent().isEmpty();
      case Condition.Exists _ -> false;
    };
  }

  @Property(tries = 500)
  void whatIsMissingIsNotGivenAndWithoutItTheRuleWouldBeDecided(
      @ForAll("rulesets") Ruleset ruleset, @ForAll("facts") Facts facts) {
    var day = LocalDate.parse("2026-06-01");
    for (var undecided : ruleset.judge(facts, Place.ANYWHERE, day, ITEM).undecided()) {
      assertThat(undecided.missing()).isNotEmpty();
      var complete = facts;
      for (var name : undecided.missing()) {
        assertThat(facts.get(name)).isEmpty();
        complete = complete.with(name, some(ruleset.vocabulary().find(name).orElseThrow()));
      }
      if (opensNothing(undecided.rule().when())) {
        assertThat(undecided(ruleset.judge(complete, Place.ANYWHERE, day, ITEM)))
            .doesNotContain(undecided.rule().id());
      }
    }
  }

  private static FactValue some(FactDefinition fact) {
    return switch (fact.type()) {
      case WORD -> FactValue.words(fact.values().isEmpty() ? "word" : fact.values().first());
      case YEAR -> FactValue.years(1950);
      case TRUTH -> FactValue.truth(true);
    };
  }

  /** Looks at every day on which anything could possibly move, which the search does not. */
  @Property(tries = 150)
  void theNextChangeIsTheFirstDayWithAnotherVerdict(
      @ForAll("rulesets") Ruleset ruleset,
      @ForAll("facts") Facts facts,
      @ForAll("places") Place place,
      @ForAll("days") LocalDate day) {
    var now = ruleset.judge(facts, place, day, ITEM);
    var last = now.nextChange().map(Judgement.Change::on).orElse(LocalDate.parse("2130-01-01"));
    for (var other = day.plusDays(1); other.isBefore(last); other = other.plusDays(step(other))) {
      var then = ruleset.judge(facts, place, other, ITEM);
      assertThat(then.zone()).as("%s", other).isEqualTo(now.zone());
      assertThat(then.status()).as("%s", other).isEqualTo(now.status());
    }
    now.nextChange()
        .ifPresent(
            change -> {
              var then = ruleset.judge(facts, place, change.on(), ITEM);
              assertThat(change)
                  .isEqualTo(new Judgement.Change(change.on(), then.zone(), then.status()));
              assertThat(then.zone() == now.zone() && then.status() == now.status()).isFalse();
            });
  }

  /** Every day of the years in which parameters or orders move, else the first of each month. */
  private static int step(LocalDate day) {
    return List.of(1969, 1997, 2005, 2022, 2026).contains(day.getYear())
        ? 1
        : day.withDayOfMonth(1).plusMonths(1).getDayOfYear() == 1
            ? 32 - day.getDayOfMonth()
            : day.lengthOfMonth() - day.getDayOfMonth() + 1;
  }

  @Property(tries = 300)
  void theOrderOfFilesAndRulesHasNoMeaning(
      @ForAll("rulesets") Ruleset ruleset, @ForAll("facts") Facts facts, @ForAll long seed) {
    var shuffled = Written.accepted(scattered(ruleset, new Random(seed)));
    var day = LocalDate.parse("2026-10-15");
    assertThat(shuffled.hash()).isEqualTo(ruleset.hash());
    assertThat(shuffled.judge(facts, new Place("DE"), day, ITEM))
        .isEqualTo(ruleset.judge(facts, new Place("DE"), day, ITEM));
  }

  /** One file per rule, in any order. */
  private static List<Source> scattered(Ruleset ruleset, Random random) {
    var sources = new ArrayList<Source>();
    for (var source : ruleset.files()) {
      if (source.path().startsWith("rules/")) {
        var number = 0;
        for (var rule : source.text().substring("rules:\n".length()).split("(?m)^(?=- id)")) {
          sources.add(
              new Source(
                  "rules/" + random.nextInt(1_000) + "-" + number++ + ".yaml", "rules:\n" + rule));
        }
      } else {
        sources.add(source);
      }
    }
    Collections.shuffle(sources, random);
    return sources;
  }

  @Property(tries = 200)
  void whateverIsReadIsAcceptedOrRefusedAndNeverFails(
      @ForAll("rulesets") Ruleset ruleset, @ForAll long seed) {
    var random = new Random(seed);
    var sources =
        ruleset.files().stream()
            .map(source -> new Source(source.path(), damaged(source.text(), random)))
            .toList();
    switch (RulesetReader.read(sources)) {
      case Reading.Accepted(var read) ->
          assertThat(read.judge(Facts.NONE, Place.ANYWHERE, LocalDate.EPOCH, ITEM)).isNotNull();
      case Reading.Refused(var faults) -> assertThat(faults).isNotEmpty();
    }
  }

  private static String damaged(String text, Random random) {
    var damaged = new StringBuilder(text);
    for (var i = random.nextInt(3); i > 0; i--) {
      var at = random.nextInt(damaged.length());
      switch (random.nextInt(3)) {
        case 0 -> damaged.deleteCharAt(at);
        case 1 -> damaged.insert(at, "{}[]:,&*!|>'\"#%@`\t\n-?0é\u0000".charAt(random.nextInt(24)));
        default -> damaged.setLength(Math.max(1, at));
      }
    }
    return damaged.toString();
  }

  @Property(tries = 300)
  void theZoneWithoutReasonsIsThatOfTheJudgement(
      @ForAll("rulesets") Ruleset ruleset,
      @ForAll("facts") Facts facts,
      @ForAll("places") Place place,
      @ForAll("days") LocalDate day) {
    var judgement = ruleset.judge(facts, place, day, ITEM);
    assertThat(ruleset.standing(facts, place, day, ITEM))
        .isEqualTo(
            new Ruleset.Standing(
                judgement.zone(), judgement.ground() instanceof Judgement.Ground.Conflict));
  }

  @Property(tries = 300)
  void theHeadlineIsNeverFreerThanAnyOfItsPlaces(
      @ForAll("rulesets") Ruleset ruleset, @ForAll("facts") Facts facts) {
    var headline = ruleset.headline(facts, LocalDate.parse("2026-06-01"), ITEM);
    var zones = headline.judgements().stream().map(Judgement::zone).collect(Collectors.toSet());
    assertThat(headline.zone()).isEqualTo(Collections.max(zones));
    headline
        .nextChange()
        .ifPresent(
            change -> {
              var then = ruleset.headline(facts, change.on(), ITEM);
              assertThat(then.zone()).isEqualTo(change.zone());
              assertThat(then.status()).isEqualTo(change.status());
            });
  }

  @Provide
  Arbitrary<Ruleset> rulesets() {
    return Generated.rulesets();
  }

  @Provide
  Arbitrary<Facts> facts() {
    return Generated.facts();
  }

  @Provide
  Arbitrary<Place> places() {
    return Arbitraries.of("US", "DE", "CA", "FR", "AU", "*").map(Place::new);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.of("1950-01-01", "1990-06-30", "2004-12-31", "2022-12-29", "2026-09-30")
        .map(LocalDate::parse);
  }
}
