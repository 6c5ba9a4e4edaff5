package org.commonsregistry.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.commonsregistry.ruleset.MustStay;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.RulesetTests;

/**
 * Something that has to stay commons, and whether it does.
 *
 * @param kept names of the places where it does
 * @param lost places where it does not, with the zone's token as href
 * @param exception why it is let go; empty when it is not
 */
public record KeptCommons(
    String name, String why, List<String> kept, List<Lost> lost, String exception) {
  public record Lost(String place, String zone) {}

  static List<KeptCommons> of(Page page, Ruleset ruleset, LocalDate today) {
    var tried = RulesetTests.mustStay(ruleset, ruleset.mustStay(), today);
    return ruleset.mustStay().stream().map(item -> of(page, item, tried)).toList();
  }

  private static KeptCommons of(Page page, MustStay item, List<RulesetTests.Kept> tried) {
    var language = page.language().tag();
    var kept = new ArrayList<Place>();
    var lost = new ArrayList<Lost>();
    for (var one : tried) {
      if (one.item() == item) {
        switch (one.came()) {
          case COMMONS -> kept.add(one.place());
          case USE_RESTRICTED, MARKET, UNDETERMINED ->
              lost.add(new Lost(RuleLine.name(page, one.place()), one.came().token()));
        }
      }
    }
    return new KeptCommons(
        item.name(),
        item.why().in(language),
        RuleLine.names(page, kept),
        lost,
        item.exception().map(reason -> reason.in(language)).orElse(""));
  }
}
