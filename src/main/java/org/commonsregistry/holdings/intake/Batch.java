package org.commonsregistry.holdings.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonsregistry.blob.BlobStore;
import org.commonsregistry.fingerprint.Fp1;
import org.commonsregistry.holdings.Segment;
import org.commonsregistry.holdings.SegmentLines;
import org.commonsregistry.holdings.TextRecord;

/**
 * Texts that become one segment. Where a batch ends depends on the texts alone, so that the same
 * file always makes the same segments. Filled by one thread, then packed by one other.
 */
final class Batch {
  private static final int ENOUGH_BYTES = 1 << 20;
  private static final int ENOUGH_TEXTS = 4_096;

  private final long first;
  private final List<RawText> texts = new ArrayList<>();
  private long bytes;
  private long trace;

  /**
   * @param first ordinal of its first text
   */
  Batch(long first) {
    this.first = first;
  }

  /**
   * @param traceHere of all texts up to this one
   */
  void add(RawText text, long traceHere) {
    texts.add(text);
    bytes += text.utf8().length;
    trace = traceHere;
  }

  boolean full() {
    return bytes >= ENOUGH_BYTES || texts.size() >= ENOUGH_TEXTS;
  }

  boolean empty() {
    return texts.isEmpty();
  }

  /** Finds out what was not stated, and keeps the segment durably. */
  Journal.Part keep(IngestRequest request, BlobStore blobs) throws IOException {
    var writer = new SegmentLines.Writer();
    var guess = new LanguageGuess();
    var languages = new TreeMap<String, Long>();
    var licences = new TreeMap<String, Long>();
    var words = 0L;
    for (var i = 0; i < texts.size(); i++) {
      var raw = texts.get(i);
      var record = record(first + i, raw, request, guess);
      writer.add(record, raw.utf8());
      words += Fp1.words(raw.text());
      count(languages, record.language());
      count(licences, record.licence().orElse(""));
    }
    var packed = writer.packed();
    var blob = blobs.put(new ByteArrayInputStream(packed));
    var segment = new Segment(blob.sha256(), first, texts.size(), bytes, packed.length);
    return new Journal.Part(segment, words, languages, licences, trace);
  }

  private static void count(Map<String, Long> counts, String key) {
    counts.merge(key, 1L, Long::sum);
  }

  private static TextRecord record(
      long ordinal, RawText raw, IngestRequest request, LanguageGuess guess) {
    var stated = raw.language().or(request::language);
    var guessed = stated.isPresent() ? stated : guess.of(raw.text());
    return new TextRecord(
        ordinal,
        raw.id(),
        raw.text(),
        guessed.orElse("und"),
        stated.isEmpty() && guessed.isPresent(),
        raw.licence().or(request::licence),
        raw.source().or(request::source),
        raw.attribution().or(request::attribution),
        raw.title());
  }
}
