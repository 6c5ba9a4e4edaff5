package org.commonsregistry.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.commonsregistry.fingerprint.Fp1;
import org.commonsregistry.fingerprint.Sketch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The texts stay here: their sketches are sent, and passages are compared in this process. */
@Command(
    name = "check",
    description =
        "Say how much of your texts is already in the commons, where, and under which terms. Only"
            + " numbers are sent, never the texts.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SMALLEST_SCALE = 16;
  private static final int MOST_HASHES = 48_000;
  private static final int SHOWN = 5;

  @Mixin private Target target = new Target();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Plain texts in UTF-8 (.txt, .md); each is one document.")
  private List<Path> files = List.of();

  @Option(names = "--category", paramLabel = "ID", description = "What they are about.")
  private String category = "";

  @Option(names = "--language", paramLabel = "TAG", description = "Their language, such as de.")
  private String language = "";

  @Override
  public Integer call() throws IOException, InterruptedException {
    var samples = Samples.read(files);
    var sent = JSON.writeValueAsBytes(request(samples));
    var passages = new SharedPassages(samples);
    JsonNode answer;
    try (var registry = CheckedRegistry.at(target.find())) {
      answer = registry.check(sent);
      for (var candidate : answer.path("candidates")) {
        var record = CheckedRegistry.place(candidate);
        registry
            .text(candidate)
            .ifPresent(
                text -> passages.compare(record, candidate.path("title").asText(record), text));
      }
    }
    if (target.json()) {
      var all = (ObjectNode) answer;
      all.set("passages", JSON.valueToTree(passages.longestFirst()));
      all.put("wordsInPassages", passages.words());
      spec.commandLine().getOut().println(all);
    } else {
      print(answer, passages, sent.length);
    }
    return Commons.DONE;
  }

  /** In no order that says anything; sparser where the texts are large. */
  private ObjectNode request(List<Samples.Sample> samples) {
    int scale = SMALLEST_SCALE;
    var sketches = sketches(samples, scale);
    while (sketches.stream().mapToLong(sketch -> sketch.hashes().length).sum() > MOST_HASHES) {
      scale *= 4;
      sketches = sketches(samples, scale);
    }
    var request = JSON.createObjectNode().put("fingerprint", Fp1.NAME).put("scale", scale);
    var documents = request.putArray("documents");
    Collections.shuffle(sketches);
    for (var sketch : sketches) {
      var document =
          documents.addObject().put("words", sketch.words()).put("shingles", sketch.shingles());
      var hashes = document.putArray("hashes");
      for (long hash : sketch.hashes()) {
        hashes.add("%016x".formatted(hash));
      }
    }
    if (!category.isBlank()) {
      request.put("category", category);
    }
    if (!language.isBlank()) {
      request.put("language", language);
    }
    return request;
  }

  private static List<Sketch> sketches(List<Samples.Sample> samples, int scale) {
    var sketches = new ArrayList<Sketch>();
    samples.forEach(sample -> sketches.add(Fp1.sketch(sample.text(), scale)));
    return sketches;
  }

  private void print(JsonNode answer, SharedPassages compared, int bytes) {
    var out = spec.commandLine().getOut();
    var passages = compared.longestFirst();
    boolean figure = !answer.path("band").asText().equals("not-enough-evidence");
    out.println(answer.path("lead").asText());
    var planned = answer.path("overlap").path("planned");
    if (planned.hasNonNull("low")) {
      out.printf(
          Locale.ROOT,
          "Of a larger dataset like these texts: %.0f–%.0f %%.%n",
          100 * planned.path("low").asDouble(),
          100 * planned.path("high").asDouble());
    }
    if (!answer.path("sources").isEmpty()) {
      out.println("Where:");
    }
    for (var source : answer.path("sources")) {
      out.printf(
          Locale.ROOT,
          "  %s%s  (%s, zone %s)%n",
          figure
              ? String.format(Locale.ROOT, "%5.1f %%  ", 100 * source.path("share").asDouble())
              : "",
          source.path("dataset").asText(),
          source.path("licence").asText("licence not stated"),
          source.path("zone").asText());
    }
    if (!passages.isEmpty()) {
      out.printf(
          Locale.ROOT,
          "Compared here, word for word: %,d of your %,d words stand in these texts. Longest"
              + " passages:%n",
          compared.words(),
          answer.path("words").asLong());
    }
    for (var passage : passages.subList(0, Math.min(SHOWN, passages.size()))) {
      out.printf(
          "  %d words%s in %s = %s (%s)%n    “%s”%n",
          passage.words(),
          passage.edited() ? ", a few edited," : "",
          passage.file(),
          passage.title(),
          passage.record(),
          passage.quote());
    }
    answer.path("unchecked").forEach(reason -> out.println("Not checked: " + reason.asText()));
    out.printf(
        Locale.ROOT,
        "Sent: %,d numbers in %,d bytes, no text. Kept: nothing.%n",
        answer.path("sent").path("hashes").asLong(),
        bytes);
  }
}
