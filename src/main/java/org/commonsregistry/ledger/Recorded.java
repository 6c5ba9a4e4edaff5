package org.commonsregistry.ledger;

/** What became of a draft. */
public sealed interface Recorded {

  /** It is in the ledger, durably. */
  record Done(Entry entry) implements Recorded {}

  /**
   * Somebody else wrote about the subject in between; nothing was recorded for this draft.
   *
   * @param basis the number the draft was made on
   * @param latest the subject's last entry now
   */
  record Stale(String subject, long basis, long latest) implements Recorded {}
}
