package org.commonsregistry.catalog;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which dataset a source's identifier names. Claimed before the first version is recorded; a claim
 * without a version does no harm. Thread-safe.
 */
@Singleton
class Origins {
  private static final int IN_LIST = 100;
  private final JdbcOperations jdbc;
  private final TransactionOperations<Connection> transactions;

  Origins(JdbcOperations jdbc, TransactionOperations<Connection> transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /** The datasets of those identifiers that name one. */
  Map<String, DatasetId> named(Collection<String> origins) {
    if (origins.isEmpty()) {
      return Map.of();
    }
    var hashes = new HashMap<String, String>();
    origins.forEach(origin -> hashes.put(VersionDraft.sha256(origin), origin));
    var named = new HashMap<String, DatasetId>();
    transactions.execute(
        TransactionDefinition.READ_ONLY,
        status -> {
          found(List.copyOf(hashes.keySet()))
              .forEach((hash, id) -> named.put(hashes.getOrDefault(hash, ""), id));
          return named;
        });
    return named;
  }

  private Map<String, DatasetId> found(List<String> hashes) {
    var found = new HashMap<String, DatasetId>();
    for (var from = 0; from < hashes.size(); from += IN_LIST) {
      var part = hashes.subList(from, Math.min(hashes.size(), from + IN_LIST));
      jdbc.prepareStatement(
          "SELECT origin, slug FROM dataset_origin WHERE origin IN ("
              + "?, ".repeat(part.size() - 1)
              + "?)",
          statement -> {
            for (var i = 0; i < part.size(); i++) {
              statement.setString(i + 1, part.get(i));
            }
            try (var rows = statement.executeQuery()) {
              while (rows.next()) {
                found.put(rows.getString(1), new DatasetId(rows.getString(2)));
              }
            }
            return found;
          });
    }
    return found;
  }

  /**
   * Whoever claims an identifier first has it; a later claim changes nothing.
   *
   * @param claims of identifiers that named nothing when last looked
   */
  synchronized void claim(Map<String, DatasetId> claims) {
    if (claims.isEmpty()) {
      return;
    }
    var hashed = new HashMap<String, DatasetId>();
    claims.forEach((origin, id) -> hashed.put(VersionDraft.sha256(origin), id));
    try {
      transactions.execute(TransactionDefinition.DEFAULT, status -> insert(hashed));
    } catch (RuntimeException e) { // somebody was faster with one of them
      transactions.execute(
          TransactionDefinition.DEFAULT,
          status -> {
            hashed.keySet().removeAll(found(new ArrayList<>(hashed.keySet())).keySet());
            return hashed.isEmpty() ? 0 : insert(hashed);
          });
    }
  }

  private int insert(Map<String, DatasetId> claims) {
    return jdbc.prepareStatement(
        "INSERT INTO dataset_origin (origin, slug) VALUES (?, ?)",
        statement -> {
          for (var claim : claims.entrySet()) {
            statement.setString(1, claim.getKey());
            statement.setString(2, claim.getValue().slug());
            statement.addBatch();
          }
          return statement.executeBatch().length;
        });
  }
}
