package org.commonsregistry.ledger;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The SQL of the ledger, in the subset that H2 and PostgreSQL share. Methods join the caller's
 * transaction. Thread-safe.
 */
@Singleton
class EntryTable {
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private final JdbcOperations jdbc;
  private final EntryRows rows;
  private final TransactionOperations<Connection> transactions;

  EntryTable(JdbcOperations jdbc, EntryRows rows, TransactionOperations<Connection> transactions) {
    this.jdbc = jdbc;
    this.rows = rows;
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
          try (var found = statement.executeQuery()) {
            found.next();
            return new Head(found.getLong(1), found.getString(2));
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
    rows.insert(entries);
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
    return rows.list("WHERE sequence = ?", s -> s.setLong(1, sequence)).stream().findFirst();
  }

  List<Entry> range(long after, int limit) {
    return rows.list(
        "WHERE sequence > ? ORDER BY sequence LIMIT ?",
        s -> {
          s.setLong(1, after);
          s.setInt(2, limit);
        });
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
          try (var found = statement.executeQuery()) {
            while (found.next()) {
              sum += found.getLong(2);
              if (sum > bytes && end > after) {
                break;
              }
              end = found.getLong(1);
            }
          }
          return end;
        });
  }

  List<Entry> history(String subject) {
    return rows.list("WHERE subject = ? ORDER BY sequence", s -> s.setString(1, subject));
  }

  /** The last number at or before this time. */
  long sequenceAt(Instant time) {
    return jdbc.prepareStatement(
        "SELECT COALESCE(MAX(sequence), 0) FROM ledger_entry WHERE recorded_at <= ?",
        statement -> {
          statement.setString(1, Leaf.when(within(time)));
          try (var found = statement.executeQuery()) {
            found.next();
            return found.getLong(1);
          }
        });
  }

  /** Years of four digits, which sort as text. */
  private static Instant within(Instant time) {
    return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
  }

  /**
   * For each subject its last entry up to a number that still has a payload and is not itself a
   * redaction order.
   */
  Map<String, Entry> standing(Collection<String> subjects, long upTo) {
    var standing = new HashMap<String, Entry>();
    for (var part : InList.of(subjects)) {
      var entries =
          rows.list(
              "WHERE sequence IN (SELECT MAX(sequence) FROM ledger_entry WHERE subject IN ("
                  + part.marks()
                  + ") AND redacted_by IS NULL AND kind <> '"
                  + EntryKind.REDACTED.token()
                  + "' AND sequence <= ? GROUP BY subject)",
              statement -> {
                part.bind(statement);
                statement.setLong(part.values().size() + 1, upTo);
              });
      entries.forEach(entry -> standing.put(entry.subject(), entry));
    }
    return standing;
  }
}
