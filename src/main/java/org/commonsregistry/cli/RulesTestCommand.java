package org.commonsregistry.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.commonsregistry.ruleset.Fault;
import org.commonsregistry.ruleset.Reading;
import org.commonsregistry.ruleset.Rule;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.RulesetTests;
import org.commonsregistry.ruleset.Wording;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exits 1 when the ruleset is refused, an example comes out wrong or something is not kept. */
@Command(
    name = "test",
    description = "Try a ruleset on its own examples and on what must stay commons.",
    mixinStandardHelpOptions = true)
final class RulesTestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = RulesetArgument.FOUNDING,
      description = "The ruleset's folder (default: the one that comes with the registry).")
  private String folder = RulesetArgument.FOUNDING;

  @Option(
      names = "--date",
      paramLabel = "DAY",
      description = "The day on which things must stay commons (default: today).")
  private LocalDate day = LocalDate.now(Clock.systemUTC());

  @Option(names = "--json", description = "Answer in JSON, for machines.")
  private boolean json;

  /**
   * @param expired orders that are over
   */
  private record Result(
      Ruleset ruleset,
      List<RulesetTests.Tried> tried,
      List<RulesetTests.Kept> kept,
      List<Rule> expired) {
    List<RulesetTests.Tried> failed() {
      return tried.stream().filter(one -> !one.passed()).toList();
    }

    List<RulesetTests.Kept> lost() {
      return kept.stream().filter(one -> !one.passed()).toList();
    }
  }

  @Override
  public Integer call() throws IOException {
    return switch (RulesetArgument.read(folder)) {
      case Reading.Refused(var faults) -> refused(faults);
      case Reading.Accepted(var ruleset) ->
          answer(
              new Result(
                  ruleset,
                  RulesetTests.run(ruleset),
                  RulesetTests.mustStay(ruleset, ruleset.mustStay(), day),
                  RulesetTests.expired(ruleset, day)));
    };
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private int refused(List<Fault> faults) {
    if (json) {
      var answer = JsonNodeFactory.instance.objectNode().put("passed", false);
      var all = answer.putArray("faults");
      for (var fault : faults) {
        all.addObject()
            .put("file", fault.file())
            .put("line", fault.line())
            .put("column", fault.column())
            .put("what", fault.what())
            .put("fix", fault.fix());
      }
      out().println(answer);
    } else {
      faults.forEach(out()::println);
    }
    return Commons.ANSWER_IS_NO;
  }

  private int answer(Result result) {
    if (json) {
      out().println(asJson(result));
    } else {
      print(result);
    }
    return result.failed().isEmpty() && result.lost().isEmpty()
        ? Commons.DONE
        : Commons.ANSWER_IS_NO;
  }

  private void print(Result result) {
    for (var failed : result.failed()) {
      out()
          .printf(
              "%s: %s: %s%n  expected %s in %s on %s, came %s%n",
              failed.test().position(),
              failed.rule().id(),
              failed.test().name().orElse(failed.test().facts().toString()),
              failed.test().expect(),
              failed.test().place(),
              failed.test().asOf(),
              failed.came());
    }
    for (var kept : result.kept()) {
      out()
          .printf(
              "%s %s in %s on %s: %s%n",
              kept.passed() ? "kept" : "LOST",
              kept.item().name(),
              kept.place(),
              kept.asOf(),
              kept.item().exception().map(Wording::en).orElse(kept.came().token()));
    }
    for (var rule : result.expired()) {
      out().printf("warning: the order %s is over (%s)%n", rule.id(), rule.position());
    }
    var ruleset = result.ruleset();
    out()
        .printf(
            "%s %s: %d rules, %d of %d examples come out as expected, %d of %d stay commons.%n%s%n",
            ruleset.name(),
            ruleset.version(),
            ruleset.rules().size(),
            result.tried().size() - result.failed().size(),
            result.tried().size(),
            result.kept().size() - result.lost().size(),
            result.kept().size(),
            ruleset.hash());
  }

  private static ObjectNode asJson(Result result) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("ruleset", result.ruleset().name());
    json.put("version", result.ruleset().version());
    json.put("hash", result.ruleset().hash().hex());
    json.put("rules", result.ruleset().rules().size());
    json.put("examples", result.tried().size());
    json.put("passed", result.failed().isEmpty() && result.lost().isEmpty());
    var failed = json.putArray("failed");
    for (var one : result.failed()) {
      var item =
          failed
              .addObject()
              .put("rule", one.rule().id())
              .put("file", one.test().position().file())
              .put("line", one.test().position().line())
              .put("place", one.test().place().code())
              .put("date", one.test().asOf().toString())
              .put("expected", one.test().expect())
              .put("came", one.came());
      one.test().name().ifPresent(name -> item.put("name", name));
    }
    var mustStay = json.putArray("mustStay");
    for (var one : result.kept()) {
      var item =
          mustStay
              .addObject()
              .put("name", one.item().name())
              .put("place", one.place().code())
              .put("date", one.asOf().toString())
              .put("zone", one.came().token())
              .put("kept", one.passed());
      one.item().exception().ifPresent(reason -> item.put("exception", reason.en()));
    }
    var expired = json.putArray("expired");
    result.expired().forEach(rule -> expired.add(rule.id()));
    return json;
  }
}
