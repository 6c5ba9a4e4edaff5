package org.commonsregistry.web;

import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonsregistry.ruleset.Parameter;
import org.commonsregistry.ruleset.Rule;

/** A dated number of years, place by place, as far as a rule holds there. */
public record TermSeries(String label, List<Line> lines) {
  /**
   * @param revive whether it restored what had expired before
   */
  public record Line(String place, String from, int years, boolean revive, Linked cite) {}

  static TermSeries of(Page page, FactWords words, Rule rule, Parameter parameter) {
    var lines = new ArrayList<Line>();
    parameter
        .series()
        .forEach(
            (place, series) -> {
              if (place.anywhere() || rule.holdsIn(place)) {
                var where =
                    place.anywhere() && rule.places().size() == 1
                        ? rule.places().getFirst()
                        : place;
                series.forEach(value -> lines.add(line(page, RuleLine.name(page, where), value)));
              }
            });
    var collator = Collator.getInstance(page.language().locale());
    lines.sort((one, other) -> collator.compare(one.place(), other.place()));
    return new TermSeries(words.term(parameter), List.copyOf(lines));
  }

  private static Line line(Page page, String place, Parameter.Dated value) {
    return new Line(
        place,
        page.formats().date(value.from().toString()),
        value.years(),
        value.revive(),
        cited(value.cite(), value.url()));
  }

  static Linked cited(String cite, Optional<String> url) {
    return url.map(address -> Linked.outside(cite, address)).orElseGet(() -> Linked.plain(cite));
  }
}
