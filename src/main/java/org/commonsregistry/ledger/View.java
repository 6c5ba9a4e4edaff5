package org.commonsregistry.ledger;

import java.util.Map;
import java.util.Optional;

/**
 * Something that can be thrown away and rebuilt from the ledger. A view is told, for every subject
 * that was touched, what stands for it now; it replaces what it held. So applying a change twice,
 * or skipping intermediate ones, ends in the same state.
 */
public interface View {

  /** e.g. {@code rdf}; what {@code commons rebuild} calls it. */
  String name();

  /** The ledger number this view's store has reached, read from that store. */
  long reached();

  /** All or nothing; afterwards {@link #reached} is the change's number, also after a crash. */
  void apply(Change change);

  /** Throws everything away; {@link #reached} is 0 again. */
  void clear();

  /**
   * @param upTo ledger number reached by this change
   * @param standing for each touched subject its standing entry, or empty when every entry of it
   *     was redacted
   */
  record Change(long upTo, Map<String, Optional<Entry>> standing) {}
}
