package org.commonsregistry.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.commonsregistry.rdf.CanonicalQuads;

/**
 * A recorded entry. Arrays are not to be changed.
 *
 * @param sequence its number: 1, 2, 3 … without gaps
 * @param payload canonical N-Quads; empty after a redaction
 * @param salt 32 random bytes; empty after a redaction
 * @param leaf 32 bytes, stays for ever
 * @param redactedBy number of the entry that ordered the redaction
 */
public record Entry(
    long sequence,
    EntryKind kind,
    String subject,
    Actor actor,
    Instant recordedAt,
    Optional<CanonicalQuads> payload,
    Optional<byte[]> salt,
    byte[] leaf,
    OptionalLong redactedBy) {

  public boolean redacted() {
    return redactedBy.isPresent();
  }
}
