package org.commonsregistry.fingerprint;

import java.util.List;

/**
 * A passage that a sample shares with another text.
 *
 * @param words tokens that are the same in both
 * @param parts the pieces that are the same, in order; more than one where a few words between them
 *     were edited
 */
public record Passage(int words, List<Part> parts) {
  public Passage {
    parts = List.copyOf(parts);
  }

  /** Whether a few words were changed, added or left out inside. */
  public boolean edited() {
    return parts.size() > 1;
  }

  /** UTF-16 offsets of one piece in the sample and in the other text; ends are exclusive. */
  public record Part(int sampleStart, int sampleEnd, int otherStart, int otherEnd) {}
}
