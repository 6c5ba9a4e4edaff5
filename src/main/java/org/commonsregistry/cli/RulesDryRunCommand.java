package org.commonsregistry.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.commonsregistry.classification.DryRuns;
import org.commonsregistry.ruleset.Ruleset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exits 1 when the changed ruleset fails tests, its own or those of the ruleset in force. */
@Command(
    name = "dry-run",
    description = "Say what would move in the catalogue if a ruleset replaced the one in force.",
    mixinStandardHelpOptions = true)
final class RulesDryRunCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PAUSE_MS = 500;
  private static final List<String> ZONES =
      List.of("commons", "use-restricted", "market", "undetermined");

  @Mixin private Target target = new Target();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DIR", description = "The changed ruleset's folder.")
  private String folder = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    var changed = RulesetArgument.accepted(folder);
    var state =
        switch (target.find()) {
          case Target.Place.Running running -> ask(new Asking(running), changed);
          case Target.Place.Idle idle -> {
            try (var context = Target.open(idle.home())) {
              yield run(context, changed);
            }
          }
        };
    if (!state.path("state").asText().equals("done")) {
      throw new CannotRunException("The dry run failed: " + state.path("failure").asText());
    }
    var report = state.path("report");
    if (target.json()) {
      spec.commandLine().getOut().println(report);
    } else {
      print(report);
    }
    var tests = report.path("tests");
    return tests.path("broken").isEmpty() && tests.path("failing").isEmpty()
        ? Commons.DONE
        : Commons.ANSWER_IS_NO;
  }

  private JsonNode ask(Asking registry, Ruleset changed) throws IOException, InterruptedException {
    var body = JSON.createObjectNode();
    var files = body.putObject("files");
    var force = registry.get("api/v1/rules").path("ruleset").path("hash").asText();
    registry
        .get("api/v1/rulesets/" + force)
        .path("files")
        .forEach(file -> files.putNull(file.path("path").asText()));
    changed.files().forEach(file -> files.put(file.path(), file.text()));
    var state = registry.post("api/v1/rules/dry-runs", JSON.writeValueAsBytes(body));
    while (state.path("state").asText().equals("running")) {
      progress(state);
      Thread.sleep(PAUSE_MS);
      state = registry.get("api/v1/rules/dry-runs/" + state.path("id").asText());
    }
    return state;
  }

  private JsonNode run(ApplicationContext context, Ruleset changed) throws InterruptedException {
    var dryRuns = context.getBean(DryRuns.class);
    var state = dryRuns.begin(changed);
    while (state.state().equals("running")) {
      progress(JSON.valueToTree(state));
      Thread.sleep(PAUSE_MS);
      state = dryRuns.find(state.id()).orElseThrow();
    }
    return JSON.valueToTree(state);
  }

  private void progress(JsonNode state) {
    spec.commandLine()
        .getErr()
        .printf("  %d of %d datasets%n", state.path("done").asLong(), state.path("total").asLong());
    spec.commandLine().getErr().flush();
  }

  private void print(JsonNode report) {
    var out = spec.commandLine().getOut();
    out.printf(
        "%d of %d datasets would change their zone (ruleset %s → %s, ledger number %d).%n",
        report.path("moved").asLong(),
        report.path("total").asLong(),
        report.path("before").path("version").asText(),
        report.path("after").path("version").asText(),
        report.path("sequence").asLong());
    out.printf("%-16s", "from \\ to");
    ZONES.forEach(zone -> out.printf("%16s", zone));
    out.println();
    for (var from : ZONES) {
      out.printf("%-16s", from);
      ZONES.forEach(to -> out.printf("%16d", report.path("matrix").path(from).path(to).asLong()));
      out.println();
    }
    list("rules added", report.path("rules").path("added"));
    list("rules removed", report.path("rules").path("removed"));
    list("rules changed", report.path("rules").path("changed"));
    list("tests of the ruleset in force that break", report.path("tests").path("broken"));
    list("own tests that fail", report.path("tests").path("failing"));
    out.printf("%d new conflicts%n", report.path("newConflicts").asLong());
    out.println("report " + report.path("hash").asText());
  }

  private void list(String heading, JsonNode items) {
    if (!items.isEmpty()) {
      spec.commandLine().getOut().println(heading + ":");
      StreamSupport.stream(items.spliterator(), false)
          .forEach(item -> spec.commandLine().getOut().println("  " + item.asText()));
    }
  }
}
