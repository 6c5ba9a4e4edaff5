package org.commonsregistry.web;

import java.util.StringJoiner;
import org.commonsregistry.ruleset.Rule;
import org.commonsregistry.ruleset.Ruleset;

/**
 * The lines of a ruleset's file in which a rule stands: from its dash to what is indented no
 * further.
 */
final class RuleSource {
  private RuleSource() {}

  static String of(Ruleset ruleset, Rule rule) {
    return ruleset.files().stream()
        .filter(file -> file.path().equals(rule.position().file()))
        .findFirst()
        .map(file -> cut(file.text(), rule.position().line()))
        .orElse("");
  }

  /**
   * @param first number of the item's first line, from 1
   */
  static String cut(String text, int first) {
    var lines = text.lines().skip(first - 1L).toList();
    if (lines.isEmpty()) {
      return "";
    }
    var indent = indent(lines.getFirst());
    var kept = new StringJoiner("\n");
    kept.add(lines.getFirst());
    for (var line : lines.subList(1, lines.size())) {
      if (!line.isBlank() && indent(line) <= indent) {
        break;
      }
      kept.add(line);
    }
    return kept.toString().stripTrailing();
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
