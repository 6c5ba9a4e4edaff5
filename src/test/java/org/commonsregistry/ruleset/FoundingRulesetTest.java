package org.commonsregistry.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoundingRulesetTest {
  @Test
  void everyExampleComesOutAsExpected() {
    var tried = RulesetTests.run(Founding.ruleset());
    assertThat(tried).hasSizeGreaterThanOrEqualTo(120);
    assertThat(tried.stream().filter(one -> !one.passed())).isEmpty();
  }

  @Test
  void whatMustStayCommonsDoesFromItsFirstDayOn() {
    var items = Founding.ruleset().mustStay();
    assertThat(items).isNotEmpty();
    for (var day : new String[] {"2026-11-23", "2030-01-01", "2060-01-01"}) {
      var kept = RulesetTests.mustStay(Founding.ruleset(), items, LocalDate.parse(day));
      assertThat(kept.stream().filter(one -> !one.passed())).as(day).isEmpty();
    }
    for (var item : items) {
      var first = item.since().orElse(LocalDate.parse("2026-01-01"));
      var kept = RulesetTests.mustStay(Founding.ruleset(), List.of(item), first);
      assertThat(kept).as(item.name()).isNotEmpty().allMatch(RulesetTests.Kept::passed);
    }
  }

  @Test
  void noExampleRunsIntoAConflictThatItDoesNotAnnounce() {
    for (var rule : Founding.ruleset().rules()) {
      for (var test : rule.tests()) {
        var judgement =
            Founding.ruleset().judge(test.facts(), test.place(), test.asOf(), "urn:x:y");
        if (!test.expect().equals("undetermined")) {
          assertThat(judgement.ground())
              .as("%s", test.position())
              .isNotInstanceOf(Judgement.Ground.Conflict.class);
        }
      }
    }
  }
}
