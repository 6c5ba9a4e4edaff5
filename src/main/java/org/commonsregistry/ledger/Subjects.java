package org.commonsregistry.ledger;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the entries are about: lists and counts of subjects, without payloads. Methods join the
 * caller's transaction. Thread-safe.
 */
@Singleton
final class Subjects {
  private final JdbcOperations jdbc;

  Subjects(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Subjects touched by the numbers after one and up to another, in no order. */
  Collection<String> touched(long after, long upTo) {
    return jdbc.prepareStatement(
        "SELECT DISTINCT subject FROM ledger_entry WHERE sequence > ? AND sequence <= ?",
        statement -> {
          statement.setLong(1, after);
          statement.setLong(2, upTo);
          var subjects = new ArrayList<String>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              subjects.add(rows.getString(1));
            }
          }
          return subjects;
        });
  }

  /** Subjects with a beginning that sort after another text, in order. */
  List<String> following(String beginning, String after, int limit) {
    return jdbc.prepareStatement(
        "SELECT DISTINCT subject FROM ledger_entry"
            + " WHERE subject LIKE ? AND subject > ? ORDER BY subject LIMIT ?",
        statement -> {
          statement.setString(1, beginning.replace("_", "\\_").replace("%", "\\%") + "%");
          statement.setString(2, after);
          statement.setInt(3, limit);
          var subjects = new ArrayList<String>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              subjects.add(rows.getString(1));
            }
          }
          return subjects;
        });
  }

  /** How many subjects with a beginning have a standing entry of a kind. */
  long countStanding(String beginning, String kind) {
    return jdbc.prepareStatement(
        "SELECT COUNT(*) FROM ledger_entry WHERE kind = ? AND sequence IN (SELECT MAX(sequence)"
            + " FROM ledger_entry WHERE subject LIKE ? AND redacted_by IS NULL AND kind <> '"
            + EntryKind.REDACTED.token()
            + "' GROUP BY subject)",
        statement -> {
          statement.setString(1, kind);
          statement.setString(2, beginning + "%");
          try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  /** For each subject how many entries it has that can be read. */
  Map<String, Integer> readableCounts(Collection<String> subjects) {
    var counts = new HashMap<String, Integer>();
    for (var part : InList.of(subjects)) {
      jdbc.prepareStatement(
          "SELECT subject, COUNT(*) FROM ledger_entry WHERE subject IN ("
              + part.marks()
              + ") AND redacted_by IS NULL AND kind <> '"
              + EntryKind.REDACTED.token()
              + "' GROUP BY subject",
          statement -> {
            part.bind(statement);
            try (var rows = statement.executeQuery()) {
              while (rows.next()) {
                counts.put(rows.getString(1), rows.getInt(2));
              }
            }
            return counts;
          });
    }
    return counts;
  }

  /** The last number of each subject that has any. */
  Map<String, Long> latestNumbers(Collection<String> subjects) {
    var numbers = new HashMap<String, Long>();
    for (var part : InList.of(subjects)) {
      jdbc.prepareStatement(
          "SELECT subject, MAX(sequence) FROM ledger_entry WHERE subject IN ("
              + part.marks()
              + ") GROUP BY subject",
          statement -> {
            part.bind(statement);
            try (var rows = statement.executeQuery()) {
              while (rows.next()) {
                numbers.put(rows.getString(1), rows.getLong(2));
              }
            }
            return numbers;
          });
    }
    return numbers;
  }
}
