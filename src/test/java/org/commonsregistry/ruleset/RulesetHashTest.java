package org.commonsregistry.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonsregistry.ledger.MerkleTree;
import org.junit.jupiter.api.Test;

class RulesetHashTest {
  private static final String RULE =
      """
      rules:
      - id: law
        layer: status
        jurisdiction: ["US"]
        title: {en: Law, de: Gesetz}
        says: {en: Laws are free., de: Gesetze sind frei.}
        basis: {type: law, cite: Some Act}
        when: {fact: kind, is: law}
        then: {status: pd}
        tests: [{facts: {kind: law}, asOf: "2026-01-01", expect: pd}]
      """;
  private static final String SAME_RULE_WRITTEN_OTHERWISE =
      """
      # A comment.
      rules:
        - then:
            status: "pd"
          when:
            is: 'law'
            fact: kind
          tests:
          - {expect: pd, asOf: 2026-01-01, facts: {kind: law}}
          basis: {cite: "Some Act", type: law}
          says: {de: Gesetze sind frei., en: Laws are free.}
          title:
            en: Law
            de: Gesetz
          jurisdiction: [US]
          layer: status
          id: law
      """;

  private static Ruleset ruleset(String rules) {
    return Written.accepted(Written.files(rules));
  }

  @Test
  void isThatOfTheCanonicalJsonOfTheRule() {
    var json =
        "{\"basis\":{\"cite\":\"Some"
            + " Act\",\"type\":\"law\"},\"id\":\"law\",\"jurisdiction\":[\"US\"],\"layer\":\"status\",\"says\":{\"de\":\"Gesetze"
            + " sind frei.\",\"en\":\"Laws are free.\"},"
            + "\"tests\":[{\"asOf\":\"2026-01-01\",\"expect\":\"pd\",\"facts\":{\"kind\":\"law\"}}],"
            + "\"then\":{\"status\":\"pd\"},\"title\":{\"de\":\"Gesetz\",\"en\":\"Law\"},"
            + "\"when\":{\"fact\":\"kind\",\"is\":\"law\"}}";
    assertThat(ruleset(RULE).rules().getFirst().hash().hex())
        .isEqualTo(Sha256.hex(Sha256.of(json.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void doesNotDependOnHowItIsWritten() {
    assertThat(ruleset(SAME_RULE_WRITTEN_OTHERWISE).hash()).isEqualTo(ruleset(RULE).hash());
  }

  @Test
  void changesWithEveryPartOfTheRuleset() {
    var before = ruleset(RULE).hash();
    assertThat(ruleset(RULE.replace("Some Act", "Other Act")).hash()).isNotEqualTo(before);
    for (var file : List.of("ruleset.yaml", "facts.yaml", "parameters.yaml")) {
      var files = new ArrayList<>(Written.files(RULE));
      files.replaceAll(
          source ->
              source.path().equals(file)
                  ? new Source(file, source.text().replaceFirst("Small|Kind\\.|UrhG", "Other"))
                  : source);
      assertThat(Written.accepted(files).hash()).as(file).isNotEqualTo(before);
    }
    var mustStay =
        "items: [{name: A, facts: {kind: law}, places: [US], why: {en: So., de: So.}}]\n";
    assertThat(Written.accepted(Written.files(RULE, mustStay)).hash()).isNotEqualTo(before);
  }

  @Test
  void isTheOneThatTheSpecificationWorksOut() throws IOException {
    var page = Files.readString(Path.of("docs/ruleset.md"));
    var block = Pattern.compile("```yaml\n# file: (\\S+)\n(.*?)```", Pattern.DOTALL).matcher(page);
    var files = new ArrayList<Source>();
    while (block.find()) {
      files.add(new Source(block.group(1), block.group(2)));
    }
    var ruleset = Written.accepted(files);
    assertThat(page)
        .contains("| ruleset | `" + ruleset.hash() + "` |")
        .contains("| rule `law` | `" + ruleset.rules().getFirst().hash() + "` |");
    assertThat(RulesetTests.run(ruleset)).allMatch(RulesetTests.Tried::passed);
  }

  /** RFC 6962, section 2.1, written out. */
  @Test
  void isTheRootOfATreeAsInRfc6962() {
    var leaves = new ArrayList<byte[]>();
    for (var text : List.of("a", "b", "c", "d", "e")) {
      leaves.add(text.getBytes(StandardCharsets.UTF_8));
    }
    var ab = node(leaf("a"), leaf("b"));
    var cd = node(leaf("c"), leaf("d"));
    assertThat(MerkleTree.root(leaves.subList(0, 1))).isEqualTo(leaf("a"));
    assertThat(MerkleTree.root(leaves.subList(0, 2))).isEqualTo(ab);
    assertThat(MerkleTree.root(leaves.subList(0, 3))).isEqualTo(node(ab, leaf("c")));
    assertThat(MerkleTree.root(leaves)).isEqualTo(node(node(ab, cd), leaf("e")));
  }

  private static byte[] leaf(String text) {
    return Sha256.of(new byte[] {0}, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] node(byte[] left, byte[] right) {
    return Sha256.of(new byte[] {1}, left, right);
  }
}
