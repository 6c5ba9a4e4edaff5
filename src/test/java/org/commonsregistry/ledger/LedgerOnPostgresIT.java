package org.commonsregistry.ledger;

import java.util.Map;
import org.commonsregistry.testing.Postgres;

class LedgerOnPostgresIT extends LedgerContract {
  @Override
  Map<String, Object> database() {
    return Postgres.emptyDatabase();
  }
}
