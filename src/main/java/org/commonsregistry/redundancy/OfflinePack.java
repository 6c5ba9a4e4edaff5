package org.commonsregistry.redundancy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.fingerprint.Sketch;
import org.commonsregistry.holdings.HoldingId;

/**
 * The hashes of what the commons holds in one file, so that whoever trusts nobody compares without
 * asking. The format {@value #MAGIC} is in {@code docs/redundancy.md}. Immutable.
 */
public final class OfflinePack {
  static final String MAGIC = "CRFPACK1";

  /** In one pack; takes 12 bytes each in memory. */
  static final int MOST_HASHES = 4_000_000;

  private static final int LONGEST_HEADER = 64 << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Header header;
  private final long[] hashes;
  private final int[] sets;

  OfflinePack(Header header, long[] hashes, int[] sets) {
    this.header = header;
    this.hashes = hashes;
    this.sets = sets;
  }

  /**
   * @param scale one hash in how many is in it
   * @param language that the texts are in, or empty
   * @param category that the datasets are in, or empty
   * @param sequence ledger number it goes up to
   * @param datasets by number
   * @param sets which datasets have a hash, by number of the set; the first, empty one stands for
   *     boilerplate
   */
  public record Header(
      String fingerprint,
      int scale,
      String language,
      String category,
      long sequence,
      long hashes,
      List<Source> datasets,
      List<List<Integer>> sets) {}

  /** A dataset as it stood when the pack was made. */
  public record Source(String dataset, String title, String licence, String zone) {}

  /**
   * What comparing says; shares are from 0 to 1.
   *
   * @param share missing when nothing could be compared
   * @param planned for what the documents are a random sample of; empty with too few
   * @param sources share of each dataset, none counted twice
   */
  public record Answer(
      String lead,
      String band,
      long words,
      long asked,
      long found,
      Optional<Double> share,
      Interval shown,
      Optional<Interval> planned,
      double boilerplate,
      List<SourceShare> sources) {}

  /** A dataset and what it alone is credited with. */
  public record SourceShare(Source source, double share) {}

  public Header header() {
    return header;
  }

  /**
   * @param documents at the scale of the pack
   * @param language of the sentence, {@code en} or {@code de}
   * @throws IllegalArgumentException when a sketch has another scale
   */
  public Answer compare(List<Sketch> documents, String language) {
    for (var document : documents) {
      if (document.scale() != header.scale()) {
        throw new IllegalArgumentException(
            "The pack has scale " + header.scale() + ", the sketch " + document.scale() + ".");
      }
    }
    var sample = new Sample(header.scale(), documents, Optional.empty(), Optional.empty(), 0);
    var lookup = new Lookup(sample.hashes(), holding -> true);
    for (var hash : sample.hashes()) {
      var at = Arrays.binarySearch(hashes, hash);
      if (at >= 0) {
        lookup.hash(hash, 1);
        for (var dataset : header.sets().get(sets[at])) {
          var id = new DatasetId(header.datasets().get(dataset).dataset());
          lookup.text(new HoldingId(id, 1), 0, "und");
        }
      }
    }
    var overlap = Overlap.of(sample, lookup, new Boilerplate(), Long.MAX_VALUE);
    var band = Band.of(overlap.share(), overlap.shown(), sample.words());
    var asked = overlap.asked();
    return new Answer(
        Lead.of(overlap, band, sample.words(), -1, OverlapWords.in(language)),
        band.token(),
        sample.words(),
        asked,
        overlap.found(),
        asked == 0 ? Optional.empty() : Optional.of(overlap.share()),
        overlap.shown(),
        overlap.planned(),
        asked + overlap.boilerplate() == 0
            ? 0
            : (double) overlap.boilerplate() / (asked + overlap.boilerplate()),
        overlap.parts().stream()
            .map(part -> new SourceShare(source(part.dataset()), (double) part.hashes() / asked))
            .toList());
  }

  private Source source(DatasetId id) {
    return header.datasets().stream()
        .filter(source -> source.dataset().equals(id.slug()))
        .findFirst()
        .orElseThrow();
  }

  /** As text: datasets by number, then hash by hash. */
  void lines(Consumer<String> to) {
    to.accept("# " + header.fingerprint() + " " + header.scale());
    for (var i = 0; i < header.datasets().size(); i++) {
      to.accept("# " + i + " " + header.datasets().get(i).dataset());
    }
    for (var i = 0; i < hashes.length; i++) {
      var in = header.sets().get(sets[i]);
      to.accept(
          "%016x ".formatted(hashes[i])
              + (in.isEmpty()
                  ? "-"
                  : in.stream().map(String::valueOf).collect(Collectors.joining(","))));
    }
  }

  void write(OutputStream to) throws IOException {
    var digest = sha256();
    var out =
        new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(to, digest), 1 << 16));
    out.write(MAGIC.getBytes(StandardCharsets.US_ASCII));
    var head = JSON.writeValueAsBytes(header);
    out.writeInt(head.length);
    out.write(head);
    var before = 0L;
    for (var i = 0; i < hashes.length; i++) {
      varint(out, hashes[i] - before);
      varint(out, sets[i]);
      before = hashes[i];
    }
    out.flush();
    to.write(digest.digest());
    to.flush();
  }

  /**
   * @throws IOException when it is none, is cut off, or was changed on its way
   */
  public static OfflinePack read(InputStream from) throws IOException {
    var digest = sha256();
    var plain = new BufferedInputStream(from, 1 << 16);
    var in = new DataInputStream(new DigestInputStream(plain, digest));
    var magic = new String(in.readNBytes(MAGIC.length()), StandardCharsets.US_ASCII);
    if (!magic.equals(MAGIC)) {
      throw new IOException(
          "This is no pack of fingerprints: it does not begin with " + MAGIC + ".");
    }
    var length = in.readInt();
    if (length < 2 || length > LONGEST_HEADER) {
      throw new IOException("The pack is damaged: its head cannot be " + length + " bytes long.");
    }
    var header = JSON.readValue(in.readNBytes(length), Header.class);
    if (header.hashes() < 0 || header.hashes() > MOST_HASHES) {
      throw new IOException("The pack has " + header.hashes() + " hashes, too many to be read.");
    }
    var hashes = new long[(int) header.hashes()];
    var sets = new int[hashes.length];
    var before = 0L;
    for (var i = 0; i < hashes.length; i++) {
      before += varint(in);
      hashes[i] = before;
      sets[i] = (int) varint(in);
      if (sets[i] < 0 || sets[i] >= header.sets().size()) {
        throw new IOException("The pack is damaged: it names a set that it does not have.");
      }
    }
    var computed = digest.digest();
    if (!Arrays.equals(computed, plain.readNBytes(computed.length))) {
      throw new IOException("The pack was changed or cut off on its way; fetch it again.");
    }
    return new OfflinePack(header, hashes, sets);
  }

  private static void varint(DataOutputStream out, long value) throws IOException {
    var left = value;
    while (left >>> 7 != 0) {
      out.writeByte((int) (left & 0x7F | 0x80));
      left >>>= 7;
    }
    out.writeByte((int) left);
  }

  private static long varint(DataInputStream in) throws IOException {
    var value = 0L;
    for (var shift = 0; shift < Long.SIZE; shift += 7) {
      var next = in.readUnsignedByte();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IOException("The pack is damaged: a number does not end.");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
