package org.commonsregistry.catalog;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * A dataset's description as it came in, before it has an address of its own: statements are about
 * {@link #THIS}.
 *
 * @param origin the identifier it has where it comes from, by which it is known again next time;
 *     empty for a description that already uses an address of this registry
 * @param named the address it asks for, when it asks for one
 * @param titleOrId what an address is made from otherwise
 * @param sets its statements by source, at least one
 */
public record Submission(
    String origin, Optional<DatasetId> named, String titleOrId, List<StatementSet> sets) {
  /** Stands for the dataset until its address is known. */
  public static final Node THIS = NodeFactory.createURI("urn:commons:this");

  /**
   * What one source says.
   *
   * @param by name of who says it
   * @param where address it was said at, may be empty
   * @param when date or time it was read, may be empty
   * @param occurrence 1, or higher when the same file describes the same dataset again: then both
   *     stand side by side
   * @param triples about {@link #THIS} and what hangs on it
   */
  public record StatementSet(
      String by, String where, String when, int occurrence, List<Triple> triples) {
    public StatementSet(String by, String where, String when, List<Triple> triples) {
      this(by, where, when, 1, triples);
    }
  }

  /** Roughly how many characters it says, for batches of bounded size. */
  public long weight() {
    var weight = 0L;
    for (var set : sets) {
      for (var triple : set.triples()) {
        var object = triple.getObject();
        weight += 100 + (object.isLiteral() ? object.getLiteralLexicalForm().length() : 0);
      }
    }
    return weight;
  }

  /** The same submission as a later occurrence in its file. */
  public Submission occurrence(int number) {
    var numbered =
        sets.stream()
            .map(set -> new StatementSet(set.by(), set.where(), set.when(), number, set.triples()))
            .toList();
    return new Submission(origin, named, titleOrId, numbered);
  }
}
