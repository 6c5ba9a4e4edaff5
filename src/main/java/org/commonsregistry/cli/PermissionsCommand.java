package org.commonsregistry.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.commonsregistry.classification.PermissionAnswers;
import org.commonsregistry.http.ProblemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exits 1 when none of the uses asked about is permitted, with or without duties. */
@Command(
    name = "permissions",
    description = "Say what somebody may do with a dataset, in a place on a date, and why.",
    mixinStandardHelpOptions = true)
final class PermissionsCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Mixin private Target target = new Target();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "DATASET", description = "The dataset's slug.")
  private String dataset = "";

  @Option(
      names = "--use",
      paramLabel = "USE",
      description = "train, fine-tune, ground, evaluate, search, show, redistribute, adapt (all).")
  private String use = "";

  @Option(
      names = "--actor",
      paramLabel = "ACTOR",
      description = "anyone (default), commercial, research, …; several joined by +.")
  private String actor = "";

  @Option(
      names = "--place",
      paramLabel = "COUNTRY",
      description = "Two letters (default: the places that decide the headline).")
  private String place = "";

  @Option(names = "--date", paramLabel = "DAY", description = "As 2026-01-31 (default: today).")
  private String date = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    var answers =
        switch (target.find()) {
          case Target.Place.Running running -> new Asking(running).get(path());
          case Target.Place.Idle idle -> {
            try (var context = Target.open(idle.home())) {
              yield JSON.valueToTree(
                  context.getBean(PermissionAnswers.class).of(dataset, use, actor, place, date));
            } catch (ProblemException e) {
              throw new CannotRunException(
                  e.problem().detail() + " " + String.valueOf(e.problem().remedy()));
            }
          }
        };
    if (target.json()) {
      spec.commandLine().getOut().println(answers);
    } else {
      print(answers);
    }
    return answers.path("answers").valueStream().anyMatch(PermissionsCommand::allowed)
        ? Commons.DONE
        : Commons.ANSWER_IS_NO;
  }

  private String path() {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("dataset", dataset);
    parameters.put("use", use);
    parameters.put("actor", actor);
    parameters.put("place", place);
    parameters.put("date", date);
    return parameters.entrySet().stream()
        .filter(parameter -> !parameter.getValue().isBlank())
        .map(PermissionsCommand::encoded)
        .collect(Collectors.joining("&", "api/v1/permissions?", ""));
  }

  private static String encoded(Map.Entry<String, String> parameter) {
    return parameter.getKey()
        + "="
        + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8);
  }

  private static boolean allowed(JsonNode answer) {
    var word = answer.path("answer").asText();
    return word.equals("PERMITTED") || word.equals("WITH_DUTIES");
  }

  private void print(JsonNode answers) {
    var out = spec.commandLine().getOut();
    out.printf(
        "%s: zone %s (%s, %s)%n",
        answers.path("dataset").asText(),
        answers.path("zone").asText(),
        answers.path("place").asText(),
        answers.path("date").asText());
    answers
        .path("answers")
        .properties()
        .forEach(
            one -> {
              var answer = one.getValue();
              out.printf("  %-13s %s%n", one.getKey(), answer.path("answer").asText());
              answer.path("duties").forEach(duty -> out.println("      duty " + duty.asText()));
              answer.path("uncertain").forEach(flag -> out.println("      note " + flag.asText()));
            });
  }
}
