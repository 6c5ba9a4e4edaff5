package org.commonsregistry.redundancy;

import com.github.luben.zstd.ZstdInputStream;
import jakarta.inject.Singleton;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;

/**
 * What stands in very many texts and says nothing about any of them: the texts of licences, and
 * whatever a large part of all that is held has in common. It counts neither as found nor as new.
 * Immutable.
 */
@Singleton
final class Boilerplate {
  static final String RESOURCE = "/redundancy/licence-texts.fp1.zst";

  /** So many texts have a hash before it can be boilerplate, however little is held. */
  static final long FEWEST_TEXTS = 50;

  /** And more than one text in so many. */
  static final long ONE_IN = 1_000;

  /** And of so many datasets: nobody can make a text boilerplate by repeating it in their own. */
  static final int FEWEST_DATASETS = 2;

  private final long[] licences;

  Boilerplate() {
    try (var packed =
            Objects.requireNonNull(
                Boilerplate.class.getResourceAsStream(RESOURCE), "it is part of the program");
        var in = new DataInputStream(new ZstdInputStream(packed))) {
      licences = new long[in.readInt()];
      for (var i = 0; i < licences.length; i++) {
        licences[i] = in.readLong();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean licence(long hash) {
    return Arrays.binarySearch(licences, hash) >= 0;
  }

  /**
   * @param texts that have it
   * @param datasets they are in
   * @param held texts in all
   */
  boolean frequent(long texts, int datasets, long held) {
    return datasets >= FEWEST_DATASETS && texts > Math.max(FEWEST_TEXTS, held / ONE_IN);
  }
}
