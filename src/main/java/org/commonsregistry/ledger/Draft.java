package org.commonsregistry.ledger;

import java.util.OptionalLong;
import org.commonsregistry.rdf.CanonicalQuads;

/**
 * An entry that has not been recorded yet.
 *
 * @param kind what happened
 * @param subject IRI of what it happened to, {@code urn:commons:…}
 * @param actor who says so
 * @param payload canonical N-Quads, at most {@link #LARGEST_PAYLOAD} bytes
 * @param basis number of the subject's last entry when this draft was made (0: none yet); empty
 *     when that does not matter
 */
public record Draft(
    EntryKind kind, String subject, Actor actor, CanonicalQuads payload, OptionalLong basis) {
  public static final int LARGEST_PAYLOAD = 1 << 20;
  private static final int LONGEST_SUBJECT = 512;

  public Draft {
    if (!subject.startsWith("urn:commons:") || subject.length() > LONGEST_SUBJECT) {
      throw new IllegalArgumentException("not a ledger subject: " + subject);
    }
    if (payload.toBytes().length > LARGEST_PAYLOAD) {
      throw new PayloadTooLargeException(subject, payload.toBytes().length);
    }
  }

  public static Draft of(EntryKind kind, String subject, Actor actor, CanonicalQuads payload) {
    return new Draft(kind, subject, actor, payload, OptionalLong.empty());
  }

  /**
   * The same draft, to be recorded only if the subject's last entry still is this one (0: none).
   */
  public Draft after(long sequence) {
    return new Draft(kind, subject, actor, payload, OptionalLong.of(sequence));
  }
}
