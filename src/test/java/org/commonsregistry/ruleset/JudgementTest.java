package org.commonsregistry.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final Place US = new Place("US");
  private static final Place DE = new Place("DE");
  private static final Place CA = new Place("CA");
  private static final Place AU = new Place("AU");
  private static final Place FR = new Place("FR");
  private static final String ITEM = "urn:commons:dataset:x";
  private static final String FREE =
      Written.policy("zone-free", "{fact: status, is: pd}", "commons");

  private static Facts died(Integer... years) {
    return Facts.of(Map.of("creatorDeathYear", FactValue.years(years)));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Judgement judge(Ruleset ruleset, Facts facts, Place place, String day) {
    return ruleset.judge(facts, place, day(day), ITEM);
  }

  @Nested
  class Terms {
    private final Ruleset life =
        Written.ruleset(
            Written.status(
                "life",
                "[\"DE\", \"CA\", \"FR\", \"AU\"]",
                "{elapsed: {since: creatorDeathYear, years: pma}}",
                "pd"),
            FREE);

    @Test
    void runToTheEndOfTheLastYear() {
      assertThat(judge(life, died(1955), DE, "2025-12-31").zone()).isEqualTo(Zone.UNDETERMINED);
      assertThat(judge(life, died(1955), DE, "2026-01-01").zone()).isEqualTo(Zone.COMMONS);
    }

    @Test
    void countFromTheLatestOfSeveralYears() {
      assertThat(judge(life, died(1900, 1956), DE, "2026-12-31").status())
          .isEqualTo(Status.UNKNOWN);
      assertThat(judge(life, died(1900, 1956), DE, "2027-01-01").status()).isEqualTo(Status.PD);
    }

    @Test
    void thatBecomeLongerDoNotRestoreWhatWasFreeUnlessTheySaySo() {
      assertThat(judge(life, died(1971), CA, "2026-11-23").status()).isEqualTo(Status.PD);
      assertThat(judge(life, died(1972), CA, "2022-12-30").status()).isEqualTo(Status.UNKNOWN);
      assertThat(judge(life, died(1972), CA, "2026-11-23").status()).isEqualTo(Status.UNKNOWN);
      assertThat(judge(life, died(1940), FR, "1997-06-30").status()).isEqualTo(Status.PD);
      assertThat(judge(life, died(1940), FR, "1997-07-01").status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void thatEndOnTheEveOfTheLongerTermHaveEnded() {
      assertThat(judge(life, died(1954), AU, "2024-12-31").status()).isEqualTo(Status.PD);
      assertThat(judge(life, died(1955), AU, "2024-12-31").status()).isEqualTo(Status.UNKNOWN);
    }

    @Test
    void areNotKnownBeforeTheirFirstValue() {
      var judgement = judge(life, died(1800), DE, "1965-12-31");
      assertThat(judgement.status()).isEqualTo(Status.UNKNOWN);
      assertThat(judgement.undecided())
          .containsExactly(
              new Judgement.Undecided(life.rule("life").orElseThrow(), new java.util.TreeSet<>()));
    }

    @Test
    void announceTheDayTheyEnd() {
      assertThat(judge(life, died(1960), DE, "2026-01-01").nextChange())
          .contains(new Judgement.Change(day("2031-01-01"), Zone.COMMONS, Status.PD));
      assertThat(judge(life, died(1960), DE, "2031-01-01").nextChange()).isEmpty();
    }

    @Test
    void announceTheLossThatALongerTermBrings() {
      assertThat(judge(life, died(1940), FR, "1996-01-01").nextChange())
          .contains(new Judgement.Change(day("1997-07-01"), Zone.UNDETERMINED, Status.UNKNOWN));
    }

    @Test
    void holdOnlyInTheirPlace() {
      assertThat(judge(life, died(1900), US, "2026-01-01").fired()).isEmpty();
      assertThat(judge(life, died(1900), US, "2026-01-01").undecided()).isEmpty();
      assertThat(judge(life, died(1900), Place.ANYWHERE, "2026-01-01").fired()).isEmpty();
    }
  }

  @Test
  void aRuleThatCannotDecideNamesTheMissingFacts() {
    var ruleset =
        Written.ruleset(
            Written.status(
                "law",
                "[\"*\"]",
                "{all: [{fact: kind, is: law}, {fact: notice, is: false}, {fact: published, lt:"
                    + " 1978}]}",
                "pd"),
            FREE);
    var given = Facts.of(Map.of("kind", FactValue.words("law")));
    assertThat(judge(ruleset, given, US, "2026-01-01").undecided().getFirst().missing())
        .containsExactly("notice", "published");
    var decided = given.with("notice", FactValue.truth(true));
    assertThat(judge(ruleset, decided, US, "2026-01-01").undecided()).isEmpty();
  }

  @Test
  void theStrongestPermissionWinsAndAllGroundsAreReported() {
    var ruleset =
        Written.ruleset(
            Written.status("open", "[\"*\"]", "{fact: licence, is: MIT}", "open-licence"),
            Written.status("law", "[\"*\"]", "{fact: kind, is: law}", "pd"),
            FREE);
    var facts =
        Facts.of(Map.of("kind", FactValue.words("law", "text"), "licence", FactValue.words("MIT")));
    var judgement = judge(ruleset, facts, US, "2026-01-01");
    assertThat(judgement.status()).isEqualTo(Status.PD);
    assertThat(judgement.fired().stream().map(fired -> fired.rule().id()))
        .containsExactly("law", "open", "zone-free");
    assertThat(judgement.fired().getFirst().factsUsed())
        .isEqualTo(Map.of("kind", FactValue.words("law", "text")));
    assertThat(judgement.fired().getLast().factsUsed())
        .isEqualTo(Map.of("status", FactValue.words("pd")));
  }

  @Nested
  class Exceptions {
    private final Ruleset ruleset =
        Written.ruleset(
            Written.status("open", "[\"*\"]", "{fact: licence, is: MIT}", "open-licence"),
            Written.policy("zone-open", "{fact: status, is: open-licence}", "commons"),
            Written.policy(
                "zone-reserved",
                "{all: [{fact: status, is: open-licence}, {fact: reserved, is: true}]}",
                "use-restricted",
                "overrides: [zone-open]"));
    private final Facts open = Facts.of(Map.of("licence", FactValue.words("MIT")));

    @Test
    void countWhenTheyFire() {
      var judgement =
          judge(ruleset, open.with("reserved", FactValue.truth(true)), US, "2026-01-01");
      assertThat(judgement.zone()).isEqualTo(Zone.USE_RESTRICTED);
      assertThat(judgement.overridden()).extracting(Rule::id).containsExactly("zone-open");
      assertThat(judgement.ground()).isEqualTo(new Judgement.Ground.Ruled());
    }

    @Test
    void doNotCountOtherwise() {
      var judgement = judge(ruleset, open, US, "2026-01-01");
      assertThat(judgement.zone()).isEqualTo(Zone.COMMONS);
      assertThat(judgement.overridden()).isEmpty();
    }
  }

  @Test
  void rulesThatDisagreeLeaveItUndetermined() {
    var ruleset =
        Written.ruleset(
            Written.policy("one", "{fact: kind, is: law}", "commons"),
            Written.policy("same", "{fact: kind, is: law}", "commons"),
            Written.policy("other", "{fact: reserved, is: true}", "market"));
    var law = Facts.of(Map.of("kind", FactValue.words("law")));
    assertThat(judge(ruleset, law, US, "2026-01-01").zone()).isEqualTo(Zone.COMMONS);
    var both = judge(ruleset, law.with("reserved", FactValue.truth(true)), US, "2026-01-01");
    assertThat(both.zone()).isEqualTo(Zone.UNDETERMINED);
    assertThat(both.ground()).isInstanceOf(Judgement.Ground.Conflict.class);
    assertThat(((Judgement.Ground.Conflict) both.ground()).rules())
        .extracting(Rule::id)
        .containsExactly("one", "other", "same");
  }

  @Test
  void whatNoPolicyRuleSpeaksOfIsUndetermined() {
    var judgement = judge(Written.ruleset(FREE), Facts.NONE, US, "2026-01-01");
    assertThat(judgement.zone()).isEqualTo(Zone.UNDETERMINED);
    assertThat(judgement.ground()).isEqualTo(new Judgement.Ground.NothingFired());
  }

  @Nested
  class Orders {
    private final Ruleset ruleset =
        Written.ruleset(
            Written.policy("one", "{fact: kind, is: law}", "commons"),
            Written.order("stop", "2026-10-01", "2026-12-30", ITEM, "market"));
    private final Facts law = Facts.of(Map.of("kind", FactValue.words("law")));

    @Test
    void decideFromTheirFirstToTheirLastDay() {
      assertThat(judge(ruleset, law, US, "2026-09-30").zone()).isEqualTo(Zone.COMMONS);
      assertThat(judge(ruleset, law, US, "2026-10-01").zone()).isEqualTo(Zone.MARKET);
      assertThat(judge(ruleset, law, US, "2026-12-30").zone()).isEqualTo(Zone.MARKET);
      assertThat(judge(ruleset, law, US, "2026-12-31").zone()).isEqualTo(Zone.COMMONS);
    }

    @Test
    void listThePolicyTheySuspend() {
      var judgement = judge(ruleset, law, US, "2026-10-01");
      assertThat(judgement.ground())
          .isEqualTo(new Judgement.Ground.ByOrder(ruleset.rule("stop").orElseThrow()));
      assertThat(judgement.overridden()).extracting(Rule::id).containsExactly("one");
    }

    @Test
    void announceTheirBeginningAndTheDayAfterTheirEnd() {
      assertThat(judge(ruleset, law, US, "2026-01-01").nextChange())
          .contains(new Judgement.Change(day("2026-10-01"), Zone.MARKET, Status.UNKNOWN));
      assertThat(judge(ruleset, law, US, "2026-10-01").nextChange())
          .contains(new Judgement.Change(day("2026-12-31"), Zone.COMMONS, Status.UNKNOWN));
    }

    @Test
    void concernOnlyTheItemsTheyName() {
      assertThat(ruleset.judge(law, US, day("2026-10-01"), "urn:commons:dataset:y").zone())
          .isEqualTo(Zone.COMMONS);
    }
  }

  @Nested
  class Reasons {
    private final Ruleset ruleset =
        Written.ruleset(
            Written.status(
                "mixed",
                "[\"*\"]",
                "{all: [{any: [{fact: kind, is: law}, {fact: notice, is: true}]},"
                    + " {not: {fact: licence, is: MIT}}, {fact: published, lte: 1950},"
                    + " {elapsed: {since: creatorDeathYear, years: 70}},"
                    + " {fact: sourceCountry, exists: true}, {fact: reserved, is: false}]}",
                "pd"),
            FREE);
    private final Facts enough =
        Facts.of(
            Map.of(
                "kind", FactValue.words("law"),
                "licence", FactValue.words("CC0-1.0"),
                "published", FactValue.years(1940),
                "creatorDeathYear", FactValue.years(1930),
                "sourceCountry", FactValue.words("DE")));

    @Test
    void nameEveryGivenFactThatCounts() {
      var facts = enough.with("notice", FactValue.truth(false));
      var fired = judge(ruleset, facts, US, "2026-01-01").fired().getFirst();
      assertThat(fired.rule().id()).isEqualTo("mixed");
      assertThat(fired.factsUsed()).isEqualTo(enough.all());
    }

    @Test
    void nameBothWhenEitherIsEnough() {
      var facts = enough.with("notice", FactValue.truth(true));
      var fired = judge(ruleset, facts, US, "2026-01-01").fired().getFirst();
      assertThat(fired.factsUsed()).isEqualTo(facts.all());
    }

    @Test
    void nameEveryFactThatWouldDecide() {
      var facts = Facts.of(Map.of("sourceCountry", FactValue.words("DE")));
      assertThat(judge(ruleset, facts, US, "2026-01-01").undecided())
          .extracting(undecided -> List.copyOf(undecided.missing()))
          .containsExactly(List.of("creatorDeathYear", "kind", "licence", "notice", "published"));
    }

    @Test
    void nameNothingThatIsDecidedAlready() {
      assertThat(judge(ruleset, enough.without("licence"), US, "2026-01-01").undecided())
          .extracting(undecided -> List.copyOf(undecided.missing()))
          .containsExactly(List.of("licence"));
    }

    @Test
    void areThoseOfTheDayAskedForAndNotOfTheNextChange() {
      var later = enough.with("creatorDeathYear", FactValue.years(1960));
      var judgement = judge(ruleset, later, US, "2026-01-01");
      assertThat(judgement.fired()).isEmpty();
      assertThat(judgement.nextChange())
          .contains(new Judgement.Change(day("2031-01-01"), Zone.COMMONS, Status.PD));
      var settled = judge(ruleset, enough, US, "2026-01-01");
      assertThat(settled.fired())
          .extracting(fired -> fired.rule().id())
          .containsExactly("mixed", "zone-free");
      assertThat(settled.fired().getLast().factsUsed())
          .isEqualTo(Map.of("status", FactValue.words("pd")));
    }
  }

  @Nested
  class OfTheHeadline {
    private final Ruleset ruleset =
        Written.ruleset(
            Written.status("us", "[\"US\"]", "{fact: kind, is: law}", "pd"),
            Written.status(
                "de", "[\"DE\"]", "{elapsed: {since: creatorDeathYear, years: pma}}", "pd"),
            FREE);
    private final Facts law = died(1960).with("kind", FactValue.words("law"));

    @Test
    void theStrictestPlaceDecides() {
      var german = law.with("sourceCountry", FactValue.words("DE"));
      var headline = ruleset.headline(german, day("2026-01-01"), ITEM);
      assertThat(headline.judgements()).extracting(Judgement::place).isEqualTo(List.of(US, DE));
      assertThat(headline.zone()).isEqualTo(Zone.UNDETERMINED);
      assertThat(headline.deciding().place()).isEqualTo(DE);
      assertThat(headline.nextChange())
          .contains(new Judgement.Change(day("2031-01-01"), Zone.COMMONS, Status.PD));
    }

    @Test
    void anUnknownSourceCountsAsAnywhere() {
      var headline = ruleset.headline(law, day("2026-01-01"), ITEM);
      assertThat(headline.judgements())
          .extracting(Judgement::place)
          .isEqualTo(List.of(US, Place.ANYWHERE));
      assertThat(headline.zone()).isEqualTo(Zone.UNDETERMINED);
    }

    @Test
    void waitsForTheLastOfItsPlaces() {
      var both =
          Written.ruleset(
              Written.status(
                  "us", "[\"US\"]", "{elapsed: {since: creatorDeathYear, years: 75}}", "pd"),
              Written.status(
                  "de", "[\"DE\"]", "{elapsed: {since: creatorDeathYear, years: pma}}", "pd"),
              FREE);
      var german = died(1960).with("sourceCountry", FactValue.words("DE"));
      assertThat(both.headline(german, day("2026-01-01"), ITEM).nextChange())
          .contains(new Judgement.Change(day("2036-01-01"), Zone.COMMONS, Status.PD));
    }
  }
}
