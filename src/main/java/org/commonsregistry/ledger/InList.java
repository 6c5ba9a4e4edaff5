package org.commonsregistry.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Some of the values of a long list, as many as one {@code IN (…)} takes. */
record InList(List<String> values) {
  private static final int LONGEST = 100;

  static List<InList> of(Collection<String> all) {
    var list = List.copyOf(all);
    var parts = new ArrayList<InList>();
    for (var from = 0; from < list.size(); from += LONGEST) {
      parts.add(new InList(list.subList(from, Math.min(list.size(), from + LONGEST))));
    }
    return parts;
  }

  /** {@code ?, ?, ?} */
  String marks() {
    return "?, ".repeat(values.size() - 1) + "?";
  }

  /** Binds the values to the first marks of a statement. */
  void bind(PreparedStatement statement) throws SQLException {
    for (var i = 0; i < values.size(); i++) {
      statement.setString(1 + i, values.get(i));
    }
  }
}
