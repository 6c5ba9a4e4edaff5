package org.commonsregistry.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.commonsregistry.testing.SharedData;
import org.junit.jupiter.api.Test;

/**
 * The examples of the research draft come out through this engine. Its shape is an earlier one, so
 * the text is brought into today's: parameters with citations in a file of their own, texts in two
 * languages, facts by their present names.
 */
class SeedRulesetTest {
  private static final String VOCABULARY =
      """
      schema: 1
      facts:
      """
          + fact("kind", "word", "")
          + fact("license", "word", "")
          + fact("licenseDeclaredBy", "word", "")
          + fact("firstPublishedCountry", "word", "")
          + fact("governmentAuthor", "word", "")
          + fact("usFederalException", "word", "")
          + fact("rightsStatement", "word", "")
          + fact("rightsStatementBy", "word", "")
          + fact("category", "word", "")
          + fact("creatorDeathYear", "year", "")
          + fact("firstPublishedYear", "year", "")
          + fact("creationYear", "year", "")
          + fact("depictedWorkCreatorDeathYear", "year", "")
          + fact("usNotice", "truth", "")
          + fact("usRenewed", "truth", "")
          + fact("unpublished", "truth", "")
          + fact("creatorAnonymous", "truth", "")
          + fact("trainingReserved", "truth", ", absent: false")
          + fact("contractRestriction", "truth", ", absent: false");

  private static String fact(String name, String type, String more) {
    return "- {name: %s, type: %s, several: true, says: {en: x, de: x}, asks: {en: x, de: x}%s}\n"
        .formatted(name, type, more);
  }

  @Test
  void all47ExamplesComeOutAsExpected() throws IOException {
    var ruleset =
        Written.accepted(files(Files.readString(SharedData.file("ruleset/seed-ruleset.yaml"))));
    var tried = RulesetTests.run(ruleset);
    assertThat(tried).hasSize(47);
    assertThat(tried.stream().filter(one -> !one.passed())).isEmpty();
  }

  private static List<Source> files(String seed) {
    var parameters = seed.substring(seed.indexOf("params:"), seed.indexOf("rules:"));
    return List.of(
        new Source("ruleset.yaml", Written.MANIFEST),
        new Source("facts.yaml", VOCABULARY),
        new Source(
            "parameters.yaml",
            parameters
                .replace("params:", "parameters:")
                .replaceAll("#.*", "")
                .replaceAll("(value: \\d+)", "$1, cite: Seed")),
        new Source(
            "rules/seed.yaml",
            seed.substring(seed.indexOf("\nrules:") + 1)
                .replaceAll("(?m)^  title: (.*)$", "  title: &T$1")
                .replaceAll(
                    "(?m)^  title: &T(.*)$",
                    "  title: {en: Title, de: Titel}\n  says: {en: Says, de: Sagt}")
                .replaceAll("(?m)^  items: (.*)$", "  items: $1\n  reason: {en: So, de: So}")));
  }
}
