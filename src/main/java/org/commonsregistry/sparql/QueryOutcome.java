package org.commonsregistry.sparql;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.commonsregistry.http.ProblemException;

/** What came of a query, for a page: the answer's beginning, or why there is none. */
public sealed interface QueryOutcome {

  /**
   * @param rows as many as a page shows; a cell is empty where a variable is unbound
   * @param more whether the answer goes on
   */
  record Table(List<String> columns, List<List<Optional<Node>>> rows, boolean more)
      implements QueryOutcome {}

  /** The answer to ASK. */
  record Verdict(boolean yes) implements QueryOutcome {}

  /**
   * @param turtle as much of it as a page shows
   * @param more whether the answer goes on
   */
  record Graph(String turtle, boolean more) implements QueryOutcome {}

  record Failed(ProblemException why) implements QueryOutcome {}
}
