package org.commonsregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandTest {
  private static final String RULES =
      """
      rules:
      - id: law
        layer: status
        jurisdiction: ["US"]
        title: {en: Laws are free, de: Gesetze sind frei}
        says: {en: Laws are free., de: Gesetze sind frei.}
        basis: {type: law, cite: Some Act}
        when: {fact: kind, is: law}
        then: {status: pd}
        tests: [{name: A law is free., facts: {kind: law}, asOf: "2026-01-01", expect: pd}]
      - id: zone-free
        layer: policy
        title: {en: What is free is commons, de: Freies ist Gemeingut}
        says: {en: Free., de: Frei.}
        basis: {type: community, cite: Ballot}
        when: {fact: status, is: pd}
        then: {zone: commons}
        tests: [{facts: {status: pd}, asOf: "2026-01-01", expect: commons}]
      """;
  private static final String MUST_STAY =
      """
      items:
      - name: The laws
        facts: {kind: law}
        places: ["US", "DE"]
        why: {en: They bind everybody., de: Sie binden alle.}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("rules"));
    for (var file : new String[] {"facts.yaml", "ruleset.yaml"}) {
      Files.copy(Path.of("classifier/2026.1", file), folder.resolve(file));
    }
    Files.writeString(folder.resolve("rules/all.yaml"), RULES);
  }

  @Test
  void aRulesetThatKeepsItsPromisesPasses() throws IOException {
    var answer = run(0, "rules", "test", folder.toString());
    assertThat(answer).contains("2 rules, 2 of 2 examples come out as expected");
  }

  @Test
  void anExampleThatComesOutWrongIsShownWithItsLine() throws IOException {
    rewrite("asOf: \"2026-01-01\", expect: pd", "asOf: \"2026-01-01\", expect: waived");
    var answer = run(1, "rules", "test", folder.toString());
    assertThat(answer)
        .contains("rules/all.yaml:10:11: law: A law is free.")
        .contains("expected waived in US on 2026-01-01, came pd");
    var json = new ObjectMapper().readTree(run(1, "rules", "test", "--json", folder.toString()));
    assertThat(json.at("/failed/0/line").asInt()).isEqualTo(10);
    assertThat(json.at("/passed").asBoolean()).isFalse();
  }

  @Test
  void whatMustStayCommonsAndDoesNotIsShownAsLost() throws IOException {
    Files.writeString(folder.resolve("must-stay-commons.yaml"), MUST_STAY);
    var answer = run(1, "rules", "test", folder.toString());
    assertThat(answer).contains("kept The laws in US", "LOST The laws in DE");
    Files.writeString(
        folder.resolve("must-stay-commons.yaml"),
        MUST_STAY
            + "  exception: {en: Germany has to be looked at., de: Deutschland ist zu prüfen.}\n");
    assertThat(run(0, "rules", "test", folder.toString())).contains("Germany has to be looked at.");
  }

  @Test
  void aRefusedRulesetIsAnsweredWithFileLineAndFix() throws IOException {
    rewrite("fact: kind", "fact: kinds");
    assertThat(run(1, "rules", "test", folder.toString()))
        .contains("rules/all.yaml:8:16: There is no fact 'kinds'. Use a fact of facts.yaml.");
  }

  @Test
  void aChangeIsSaidInWords() throws IOException {
    var later = Files.createTempDirectory("later");
    Files.createDirectories(later.resolve("rules"));
    for (var file : new String[] {"facts.yaml", "ruleset.yaml"}) {
      Files.copy(folder.resolve(file), later.resolve(file));
    }
    Files.writeString(
        later.resolve("rules/all.yaml"),
        RULES
            .replace("{fact: kind, is: law}", "{fact: kind, in: [law, judgment]}")
            .replace("then: {status: pd}", "then: {status: waived}"));
    var answer = run(1, "rules", "diff", folder.toString(), later.toString());
    assertThat(answer)
        .contains("~ law: Laws are free (Some Act)")
        .contains("condition: was kind is law; is kind is judgment or law")
        .contains("! law: A law is free. Was pd; is waived (US, 2026-01-01).");
    assertThat(run(0, "rules", "diff", folder.toString(), folder.toString()))
        .contains("The rules are the same.");
  }

  @Test
  void anItemIsClassifiedByItsFactsWithTheReason() throws IOException {
    var facts = Files.writeString(folder.resolve("facts.json"), "{\"kind\": [\"law\", \"text\"]}");
    var rules = folder.toString();
    var answer =
        run(
            0,
            "classify",
            "--facts",
            facts.toString(),
            "--rules",
            rules,
            "--place",
            "us",
            "--date",
            "2026-01-01");
    assertThat(answer)
        .contains("US on 2026-01-01: zone commons (ruled), status pd")
        .contains("fired law: Laws are free (Some Act)", "because {kind=law, text}");
    var json =
        new ObjectMapper()
            .readTree(run(0, "classify", "--json", "--facts", facts.toString(), "--rules", rules));
    assertThat(json.at("/verdict/zone").asText()).isEqualTo("undetermined");
    assertThat(json.at("/verdict/places/0/zone").asText()).isEqualTo("commons");
    assertThat(json.at("/verdict/places/1/place").asText()).isEqualTo("*");
    assertThat(json.at("/factsHash").asText()).matches("[0-9a-f]{64}");
  }

  @Test
  void whatCannotBeClassifiedSaysWhyAndExitsWithTwo() throws IOException {
    var facts = Files.writeString(folder.resolve("f.yaml"), "kind: painting\n").toString();
    assertThat(run(2, "classify", "--facts", facts)).contains("f.yaml:1:7", "'painting'");
    assertThat(run(2, "classify", "--facts", folder.resolve("none").toString()))
        .contains("There is no readable file");
    Files.writeString(Path.of(facts), "kind: text\n");
    assertThat(run(2, "classify", "--facts", facts, "--place", "Germany")).contains("two letters");
    assertThat(run(2, "classify", "--facts", facts, "--rules", "1999.1")).contains("neither");
  }

  private void rewrite(String before, String after) throws IOException {
    assertThat(RULES).contains(before);
    Files.writeString(folder.resolve("rules/all.yaml"), RULES.replace(before, after));
  }

  private static String run(int code, String... arguments) {
    var written = new ByteArrayOutputStream();
    var out = System.out;
    var err = System.err;
    try (var stream = new PrintStream(written, true, StandardCharsets.UTF_8)) {
      System.setOut(stream);
      System.setErr(stream);
      assertThat(Commons.run(arguments))
          .as(() -> written.toString(StandardCharsets.UTF_8))
          .isEqualTo(code);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    return written.toString(StandardCharsets.UTF_8);
  }
}
