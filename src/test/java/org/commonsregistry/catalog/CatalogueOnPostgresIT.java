package org.commonsregistry.catalog;

import java.util.Map;
import org.commonsregistry.testing.Postgres;

class CatalogueOnPostgresIT extends CatalogueContract {
  @Override
  Map<String, Object> database() {
    return Postgres.emptyDatabase();
  }
}
