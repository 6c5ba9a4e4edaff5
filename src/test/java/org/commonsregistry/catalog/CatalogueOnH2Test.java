package org.commonsregistry.catalog;

import java.util.Map;

class CatalogueOnH2Test extends CatalogueContract {
  @Override
  Map<String, Object> database() {
    return Map.of();
  }
}
