package org.commonsregistry.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.commonsregistry.benchmark.GeneratedFacts;
import org.commonsregistry.benchmark.Rate;
import org.commonsregistry.benchmark.Table;
import org.junit.jupiter.api.Test;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.compiler.profiles.ExtendedDMNProfile;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/**
 * The same twenty rules of the founding ruleset on the same items, here and as a decision table in
 * KIE DMN, one thread each in one process. Ours does more: it explains, weighs exceptions and looks
 * for the next change.
 */
class DmnBenchmark {
  private static final int RULES = 20;
  private static final int ITEMS = 1_000;
  private static final int ROUNDS = 9;
  private static final Place PLACE = new Place("US");
  private static final LocalDate DAY = LocalDate.parse("2026-06-01");
  private static final String ITEM = "urn:commons:dataset:item";

  private final DecisionTable table =
      DecisionTable.of(Rulesets.founding().rules(), RULES, PLACE, DAY);
  private final Ruleset ours = only(Rulesets.founding(), table.rules());
  private final DMNRuntime runtime = runtime(table.toXml());
  private final DMNModel model = runtime.getModel(DecisionTable.NAMESPACE, DecisionTable.NAME);
  private final List<Facts> facts =
      IntStream.range(0, ITEMS).mapToObj(number -> GeneratedFacts.of(number, false)).toList();
  private final List<Map<String, Object>> inputs = facts.stream().map(table::inputs).toList();

  @Test
  void measuresTheSameRulesInDmn() throws Exception {
    var seen = agree();
    var here = new ArrayList<Rate.Figures>();
    var there = new ArrayList<Rate.Figures>();
    for (var round = 0; round < ROUNDS; round++) {
      here.add(Rate.of(1, 50 * ITEMS, n -> judged(n % ITEMS)));
      there.add(Rate.of(1, 5 * ITEMS, n -> evaluated(n % ITEMS)));
    }
    // The first rounds warm both up.
    var mine = Rate.median(here.subList(ROUNDS / 3, ROUNDS)).cpu();
    var peer = Rate.median(there.subList(ROUNDS / 3, ROUNDS)).cpu();
    var dmn = new Table();
    dmn.row(
        Table.number(
            "%d rules, %,d items, one thread (%d rules fire somewhere, the same in both)",
            RULES, ITEMS, seen),
        Table.number("%,.0f /s, explained", mine),
        Table.number("KIE DMN 10.2: %,.0f /s", peer),
        Table.number("%.1f × (bound 5 ×)", mine / peer));
    dmn.publish("dmn");
    assertThat(mine).isPositive();
  }

  /** How many different rules fired, on all items together. */
  private int agree() {
    var seen = new TreeSet<String>();
    for (var n = 0; n < ITEMS; n++) {
      var judgement = judged(n);
      var fired = new TreeSet<String>();
      judgement.fired().forEach(one -> fired.add(one.rule().id()));
      judgement.overridden().forEach(rule -> fired.add(rule.id()));
      assertThat(evaluated(n)).as("%s", facts.get(n)).isEqualTo(fired);
      seen.addAll(fired);
    }
    return seen.size();
  }

  private Judgement judged(int number) {
    return ours.judge(facts.get(number), PLACE, DAY, ITEM);
  }

  private Set<String> evaluated(int number) {
    var context = runtime.newContext();
    inputs.get(number).forEach(context::set);
    var result = runtime.evaluateAll(model, context);
    var fired = result.getDecisionResultByName(DecisionTable.DECISION).getResult();
    var ids = new TreeSet<String>();
    if (fired instanceof Collection<?> several) {
      several.forEach(id -> ids.add(String.valueOf(id)));
    }
    return ids;
  }

  private static Ruleset only(Ruleset ruleset, List<Rule> rules) {
    return new Ruleset(
        new Ruleset.Manifest("few", ruleset.version(), ruleset.title(), ruleset.headline()),
        ruleset.vocabulary(),
        ruleset.parameters(),
        rules,
        List.of(),
        ruleset.hash(),
        ruleset.files());
  }

  private static DMNRuntime runtime(String xml) {
    var resource = ResourceFactory.newReaderResource(new StringReader(xml), "UTF-8");
    resource.setSourcePath("rules.dmn");
    var runtime =
        DMNRuntimeBuilder.fromDefaults()
            .addProfile(new ExtendedDMNProfile())
            .buildConfiguration()
            .fromResources(List.of(resource))
            .getOrElseThrow(e -> new IllegalStateException(e));
    for (var model : runtime.getModels()) {
      assertThat(model.getMessages(DMNMessage.Severity.ERROR)).isEmpty();
    }
    return runtime;
  }
}
