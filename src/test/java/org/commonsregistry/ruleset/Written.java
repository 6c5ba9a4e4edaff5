package org.commonsregistry.ruleset;

import java.util.ArrayList;
import java.util.List;

/** Small rulesets written down in a test. */
final class Written {
  static final String FACTS =
      """
      schema: 1
      facts:
      - name: kind
        type: word
        several: true
        values: [text, law, sound-recording]
        says: {en: Kind., de: Art.}
        asks: {en: the kind, de: die Art}
      - name: creatorDeathYear
        type: year
        several: true
        says: {en: Death., de: Tod.}
        asks: {en: the year of death, de: das Todesjahr}
      - name: published
        type: year
        says: {en: Published., de: Veröffentlicht.}
        asks: {en: when it was published, de: wann es veröffentlicht wurde}
      - name: licence
        type: word
        several: true
        says: {en: Licence., de: Lizenz.}
        asks: {en: the licence, de: die Lizenz}
      - name: reserved
        type: truth
        absent: false
        says: {en: Reserved., de: Vorbehalten.}
        asks: {en: whether it is reserved, de: ob es vorbehalten ist}
      - name: notice
        type: truth
        says: {en: Notice., de: Vermerk.}
        asks: {en: whether there is a notice, de: ob es einen Vermerk gibt}
      - name: sourceCountry
        type: word
        several: true
        says: {en: Country., de: Land.}
        asks: {en: the country, de: das Land}
      """;

  static final String MANIFEST =
      """
      ruleset: small
      version: "2026.1"
      schema: 1
      title: {en: Small, de: Klein}
      headline: {places: ["US", source]}
      """;

  static final String PARAMETERS =
      """
      parameters:
        pma:
          "DE": [{from: "1966-01-01", value: 70, cite: UrhG 64}]
          "CA":
          - {from: "1924-01-01", value: 50, cite: CA s. 6}
          - {from: "2022-12-30", value: 70, revive: false, cite: CA s. 6}
          "AU":
          - {from: "1969-05-01", value: 50, cite: Act 1968}
          - {from: "2005-01-01", value: 70, revive: false, cite: Act 2004}
          "FR":
          - {from: "1924-01-01", value: 50, cite: CPI}
          - {from: "1997-07-01", value: 70, cite: CPI}
        everywhere: [{from: "1900-01-01", value: 95, cite: Nowhere}]
      """;

  static final String VALID_RULES =
      "rules:\n" + status("law", "[\"US\"]", "{fact: kind, is: law}", "pd");

  private Written() {}

  static List<Source> files(String rules) {
    return files(rules, "");
  }

  /**
   * @param mustStay empty for none
   */
  static List<Source> files(String rules, String mustStay) {
    var files =
        new ArrayList<>(
            List.of(
                new Source("ruleset.yaml", MANIFEST),
                new Source("facts.yaml", FACTS),
                new Source("parameters.yaml", PARAMETERS),
                new Source("rules/all.yaml", rules)));
    if (!mustStay.isEmpty()) {
      files.add(new Source("must-stay-commons.yaml", mustStay));
    }
    return files;
  }

  /** A ruleset of rules in short: each line is one, see {@link #rule}. */
  static Ruleset ruleset(String... rules) {
    return accepted(files("rules:\n" + String.join("", rules)));
  }

  static Ruleset accepted(List<Source> files) {
    return switch (RulesetReader.read(files)) {
      case Reading.Accepted(var ruleset) -> ruleset;
      case Reading.Refused(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  static List<Fault> faults(List<Source> files) {
    return switch (RulesetReader.read(files)) {
      case Reading.Accepted(var ruleset) -> List.of();
      case Reading.Refused(var faults) -> faults;
    };
  }

  static String status(String id, String places, String when, String status, String... more) {
    return rule(id, "status, jurisdiction: " + places, when, "{status: " + status + "}", more)
        + "  tests: [{facts: {}, asOf: \"2026-01-01\", expect: unknown}]\n";
  }

  static String policy(String id, String when, String zone, String... more) {
    return rule(id, "policy", when, "{zone: " + zone + "}", more)
        + "  tests: [{facts: {}, asOf: \"2026-01-01\", expect: undetermined}]\n";
  }

  static String order(String id, String from, String until, String item, String zone) {
    return """
    - id: %s
      layer: order
      title: {en: Order, de: Anordnung}
      says: {en: Order., de: Anordnung.}
      basis: {type: order, cite: Court}
      effective: {from: "%s", until: "%s"}
      items: ["%s"]
      reason: {en: Somebody decided., de: Jemand hat entschieden.}
      then: {zone: %s}
      tests: [{facts: {id: "%s"}, asOf: "%s", expect: %s}]
    """
        .formatted(id, from, until, item, zone, item, from, zone);
  }

  /** Without its tests. */
  private static String rule(String id, String layer, String when, String then, String... more) {
    var lines = new StringBuilder();
    lines.append("- id: ").append(id).append('\n');
    for (var line : ("layer: " + layer.replace(", jurisdiction", "\njurisdiction")).split("\n")) {
      lines.append("  ").append(line).append('\n');
    }
    lines.append("  title: {en: Title, de: Titel}\n  says: {en: Says., de: Sagt.}\n");
    lines.append("  basis: {type: law, cite: Law}\n");
    for (var line : more) {
      lines.append("  ").append(line).append('\n');
    }
    return lines
        .append("  when: ")
        .append(when)
        .append("\n  then: ")
        .append(then)
        .append('\n')
        .toString();
  }
}
