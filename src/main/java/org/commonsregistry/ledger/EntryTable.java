package org.commonsregistry.ledger;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.commonsregistry.rdf.CanonicalQuads;

/**
 * The SQL of the ledger, in the subset that H2 and PostgreSQL share. Methods join the caller's
 * transaction. Thread-safe.
 */
@Singleton
class EntryTable {
  private static final String COLUMNS =
      "sequence, kind, subject, actor, recorded_at, payload, salt, leaf, redacted_by";
  private static final int IN_LIST = 100;
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private final JdbcOperations jdbc;
  private final TransactionOperations<Connection> transactions;

  EntryTable(JdbcOperations jdbc, TransactionOperations<Connection> transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** The last number and time given out. */
  record Head(long sequence, String recordedAt) {}

  <T> T inTransaction(Supplier<T> work) {
    return transactions.execute(TransactionDefinition.DEFAULT, status -> work.get());
  }

  <T> T reading(Supplier<T> work) {
    return transactions.execute(TransactionDefinition.READ_ONLY, status -> work.get());
  }

  /**
   * Forces what was committed onto the disk. PostgreSQL does so by itself; H2 only hands it to the
   * operating system.
   */
  void force() {
    transactions.execute(
        TransactionDefinition.DEFAULT,
        status -> {
          try (var statement = status.getConnection().createStatement()) {
            if (status.getConnection().getMetaData().getDatabaseProductName().equals("H2")) {
              statement.execute("CHECKPOINT SYNC");
            }
            return 0;
          } catch (SQLException e) {
            throw new IllegalStateException("The ledger could not be forced onto the disk.", e);
          }
        });
  }

  /** Locks out every other appender until the transaction ends. */
  Head lockedHead() {
    return one("SELECT sequence, recorded_at FROM ledger_head WHERE id = 1 FOR UPDATE");
  }

  Head head() {
    return one("SELECT sequence, recorded_at FROM ledger_head WHERE id = 1");
  }

  private Head one(String sql) {
    return jdbc.prepareStatement(
        sql,
        statement -> {
          try (var rows = statement.executeQuery()) {
            rows.next();
            return new Head(rows.getLong(1), rows.getString(2));
          }
        });
  }

  void moveHead(Head head) {
    jdbc.prepareStatement(
        "UPDATE ledger_head SET sequence = ?, recorded_at = ? WHERE id = 1",
        statement -> {
          statement.setLong(1, head.sequence());
          statement.setString(2, head.recordedAt());
          return statement.executeUpdate();
        });
  }

  void insert(Collection<Entry> entries) {
    jdbc.prepareStatement(
        "INSERT INTO ledger_entry (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        statement -> {
          for (var entry : entries) {
            statement.setLong(1, entry.sequence());
            statement.setString(2, entry.kind().token());
            statement.setString(3, entry.subject());
            statement.setString(4, entry.actor().id());
            statement.setString(5, Leaf.when(entry.recordedAt()));
            statement.setBytes(6, entry.payload().orElseThrow().toBytes());
            statement.setBytes(7, entry.salt().orElseThrow());
            statement.setBytes(8, entry.leaf());
            statement.setNull(9, Types.BIGINT);
            statement.addBatch();
          }
          return statement.executeBatch();
        });
  }

  /** Empties payload and salt; the leaf stays. */
  int redact(long sequence, long by) {
    return jdbc.prepareStatement(
        "UPDATE ledger_entry SET payload = NULL, salt = NULL, redacted_by = ?"
            + " WHERE sequence = ? AND redacted_by IS NULL",
        statement -> {
          statement.setLong(1, by);
          statement.setLong(2, sequence);
          return statement.executeUpdate();
        });
  }

  Optional<Entry> find(long sequence) {
    return list("WHERE sequence = ?", s -> s.setLong(1, sequence)).stream().findFirst();
  }

  List<Entry> range(long after, int limit) {
    return list(
        "WHERE sequence > ? ORDER BY sequence LIMIT ?",
        s -> {
          s.setLong(1, after);
          s.setInt(2, limit);
        });
  }

  /** Subjects touched by the numbers after one and up to another, without their payloads. */
  Collection<String> subjects(long after, long upTo) {
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
  List<String> subjects(String beginning, String after, int limit) {
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
    for (var part : parts(subjects)) {
      jdbc.prepareStatement(
          "SELECT subject, COUNT(*) FROM ledger_entry WHERE subject IN ("
              + marks(part.size())
              + ") AND redacted_by IS NULL AND kind <> '"
              + EntryKind.REDACTED.token()
              + "' GROUP BY subject",
          statement -> {
            bind(statement, 1, part);
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

  /** The last number up to which payloads take no more than so many bytes, but at least one. */
  long batchEnd(long after, long upTo, long bytes) {
    return jdbc.prepareStatement(
        "SELECT sequence, COALESCE(OCTET_LENGTH(payload), 0) FROM ledger_entry"
            + " WHERE sequence > ? AND sequence <= ? ORDER BY sequence",
        statement -> {
          statement.setLong(1, after);
          statement.setLong(2, upTo);
          var end = after;
          var sum = 0L;
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              sum += rows.getLong(2);
              if (sum > bytes && end > after) {
                break;
              }
              end = rows.getLong(1);
            }
          }
          return end;
        });
  }

  List<Entry> history(String subject) {
    return list("WHERE subject = ? ORDER BY sequence", s -> s.setString(1, subject));
  }

  /** The last number at or before this time. */
  long sequenceAt(Instant time) {
    return jdbc.prepareStatement(
        "SELECT COALESCE(MAX(sequence), 0) FROM ledger_entry WHERE recorded_at <= ?",
        statement -> {
          statement.setString(1, Leaf.when(within(time)));
          try (var rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  /** Years of four digits, which sort as text. */
  private static Instant within(Instant time) {
    return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
  }

  /** The last number of each subject that has any. */
  Map<String, Long> latestNumbers(Collection<String> subjects) {
    var numbers = new HashMap<String, Long>();
    for (var part : parts(subjects)) {
      jdbc.prepareStatement(
          "SELECT subject, MAX(sequence) FROM ledger_entry WHERE subject IN ("
              + marks(part.size())
              + ") GROUP BY subject",
          statement -> {
            bind(statement, 1, part);
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

  /**
   * For each subject its last entry up to a number that still has a payload and is not itself a
   * redaction order.
   */
  Map<String, Entry> standing(Collection<String> subjects, long upTo) {
    var standing = new HashMap<String, Entry>();
    for (var part : parts(subjects)) {
      var entries =
          list(
              "WHERE sequence IN (SELECT MAX(sequence) FROM ledger_entry WHERE subject IN ("
                  + marks(part.size())
                  + ") AND redacted_by IS NULL AND kind <> '"
                  + EntryKind.REDACTED.token()
                  + "' AND sequence <= ? GROUP BY subject)",
              statement -> {
                bind(statement, 1, part);
                statement.setLong(part.size() + 1, upTo);
              });
      entries.forEach(entry -> standing.put(entry.subject(), entry));
    }
    return standing;
  }

  private interface Binding {
    void to(PreparedStatement statement) throws SQLException;
  }

  private List<Entry> list(String where, Binding binding) {
    return jdbc.prepareStatement(
        "SELECT " + COLUMNS + " FROM ledger_entry " + where,
        statement -> {
          binding.to(statement);
          var entries = new ArrayList<Entry>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              entries.add(entry(rows));
            }
          }
          return entries;
        });
  }

  private static Entry entry(ResultSet row) throws SQLException {
    var payload = row.getBytes(6);
    var salt = row.getBytes(7);
    var redactedBy = row.getLong(9);
    return new Entry(
        row.getLong(1),
        new EntryKind(row.getString(2)),
        row.getString(3),
        new Actor(row.getString(4)),
        Instant.parse(row.getString(5)),
        Optional.ofNullable(payload).map(CanonicalQuads::ofBytes),
        Optional.ofNullable(salt),
        row.getBytes(8),
        redactedBy == 0 ? OptionalLong.empty() : OptionalLong.of(redactedBy));
  }

  private static List<List<String>> parts(Collection<String> all) {
    var list = List.copyOf(all);
    var parts = new ArrayList<List<String>>();
    for (var from = 0; from < list.size(); from += IN_LIST) {
      parts.add(list.subList(from, Math.min(list.size(), from + IN_LIST)));
    }
    return parts;
  }

  private static String marks(int count) {
    return "?, ".repeat(count - 1) + "?";
  }

  private static void bind(PreparedStatement statement, int from, List<String> values)
      throws SQLException {
    for (var i = 0; i < values.size(); i++) {
      statement.setString(from + i, values.get(i));
    }
  }
}
