package org.commonsregistry.ledger;

import java.util.Map;

class LedgerOnH2Test extends LedgerContract {
  @Override
  Map<String, Object> database() {
    return Map.of();
  }
}
