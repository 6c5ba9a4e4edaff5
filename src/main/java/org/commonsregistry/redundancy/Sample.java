package org.commonsregistry.redundancy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.commonsregistry.fingerprint.Sketch;

/**
 * The texts whose overlap is asked for, as sketches of one scale.
 *
 * @param scale at least {@link FingerprintIndex#SCALE}
 * @param language that the asker gives, to be told what is held in it
 * @param category likewise
 * @param bytes how many came
 */
public record Sample(
    int scale,
    List<Sketch> documents,
    Optional<String> language,
    Optional<String> category,
    long bytes) {
  public Sample {
    documents = List.copyOf(documents);
  }

  long words() {
    return documents.stream().mapToLong(Sketch::words).sum();
  }

  /** Of all documents, each once, ascending. */
  long[] hashes() {
    return documents.stream()
        .flatMapToLong(sketch -> Arrays.stream(sketch.hashes()))
        .sorted()
        .distinct()
        .toArray();
  }
}
