package org.commonsregistry.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.commonsregistry.ruleset.Rule;
import org.commonsregistry.ruleset.RuleTest;
import org.commonsregistry.ruleset.RulesetDiff;
import org.commonsregistry.ruleset.RulesetTests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exits 1 when the rulesets differ, as {@code diff} does. */
@Command(
    name = "diff",
    description = "Say in words what changes from one ruleset to another.",
    mixinStandardHelpOptions = true)
final class RulesDiffCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "A", description = "The earlier one: a folder or version.")
  private String earlier = "";

  @Parameters(index = "1", paramLabel = "B", description = "The later one: a folder or version.")
  private String later = "";

  @Option(names = "--json", description = "Answer in JSON, for machines.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    var diff =
        RulesetDiff.between(RulesetArgument.accepted(earlier), RulesetArgument.accepted(later));
    if (json) {
      spec.commandLine().getOut().println(asJson(diff));
    } else {
      print(diff);
    }
    return diff.isEmpty() && diff.broken().isEmpty() ? Commons.DONE : Commons.ANSWER_IS_NO;
  }

  private void print(RulesetDiff diff) {
    var out = spec.commandLine().getOut();
    if (diff.isEmpty()) {
      out.println("The rules are the same.");
    }
    diff.added().forEach(rule -> out.println("+ " + line(rule)));
    diff.removed().forEach(rule -> out.println("- " + line(rule)));
    for (var changed : diff.changed()) {
      out.println("~ " + line(changed.after()));
      changed.changes().forEach(change -> out.println("    " + change));
    }
    diff.parameters().forEach(change -> out.println("~ parameter " + change));
    diff.facts().forEach(change -> out.println("~ fact " + change));
    out.println(
        diff.newTests().size()
            + " new examples; "
            + diff.broken().size()
            + " examples of the earlier ruleset come out differently.");
    diff.broken().forEach(broken -> out.println("! " + line(broken)));
  }

  private static String line(Rule rule) {
    return rule.id() + ": " + rule.title().en() + " (" + rule.basis().cite() + ")";
  }

  private static String line(RulesetTests.Tried tried) {
    return tried.rule().id()
        + ": "
        + tried.test().name().orElse(tried.test().facts().toString())
        + " Was "
        + tried.test().expect()
        + "; is "
        + tried.came()
        + " ("
        + tried.test().place()
        + ", "
        + tried.test().asOf()
        + ").";
  }

  private static ObjectNode asJson(RulesetDiff diff) {
    var json = JsonNodeFactory.instance.objectNode();
    ids(json, "added", diff.added());
    ids(json, "removed", diff.removed());
    var changed = json.putArray("changed");
    for (var one : diff.changed()) {
      var item = changed.addObject().put("rule", one.after().id());
      one.changes().forEach(item.putArray("changes")::add);
    }
    diff.parameters().forEach(json.putArray("parameters")::add);
    diff.facts().forEach(json.putArray("facts")::add);
    diff.newTests().stream()
        .map(RuleTest::position)
        .map(Object::toString)
        .forEach(json.putArray("newExamples")::add);
    diff.broken().stream().map(RulesDiffCommand::line).forEach(json.putArray("broken")::add);
    return json;
  }

  private static void ids(ObjectNode json, String name, List<Rule> rules) {
    rules.stream().map(Rule::id).forEach(json.putArray(name)::add);
  }
}
