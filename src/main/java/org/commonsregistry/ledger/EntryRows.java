package org.commonsregistry.ledger;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.commonsregistry.rdf.CanonicalQuads;

/** Entries as rows of their table and back. Joins the caller's transaction. Thread-safe. */
@Singleton
final class EntryRows {
  private static final String COLUMNS =
      "sequence, kind, subject, actor, recorded_at, payload, salt, leaf, redacted_by";

  private final JdbcOperations jdbc;

  EntryRows(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Sets the parameters of a condition. */
  interface Binding {
    void to(PreparedStatement statement) throws SQLException;
  }

  /**
   * @param where condition, order and limit
   */
  List<Entry> list(String where, Binding binding) {
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
}
