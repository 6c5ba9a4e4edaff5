package org.commonsregistry.holdings;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/**
 * What a holding consists of, kept as a blob; the ledger names it.
 *
 * @param format {@value #FORMAT}
 * @param documents texts in all segments
 * @param repeated texts that are the same as an earlier one of this holding; they are kept
 * @param rejected records of the file that were not taken
 * @param rejections the first of them
 * @param segments in order, without gaps
 */
public record Manifest(
    String format,
    long documents,
    long repeated,
    long rejected,
    List<Rejection> rejections,
    List<Segment> segments) {
  public static final String FORMAT = "commons-holding/1";

  /** Of {@link #rejections}. */
  public static final int REJECTIONS = 1_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  public Manifest {
    rejections = List.copyOf(rejections);
    segments = List.copyOf(segments);
  }

  public byte[] toBytes() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (IOException e) {
      throw new IllegalStateException("plain records are always JSON", e);
    }
  }

  static Manifest ofBytes(byte[] bytes) throws IOException {
    return JSON.readValue(bytes, Manifest.class);
  }

  /** The segment that has a text, by its ordinal; -1 when none has. */
  int segmentOf(long ordinal) {
    var low = 0;
    var high = segments.size() - 1;
    while (low <= high) {
      var middle = (low + high) >>> 1;
      var segment = segments.get(middle);
      if (ordinal < segment.first()) {
        high = middle - 1;
      } else if (ordinal >= segment.first() + segment.records()) {
        low = middle + 1;
      } else {
        return middle;
      }
    }
    return -1;
  }
}
