package org.commonsregistry.holdings.intake;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.commonsregistry.blob.BlobStore;
import org.commonsregistry.holdings.Counts;
import org.commonsregistry.holdings.Manifest;
import org.commonsregistry.holdings.Rejection;

/**
 * One file on its way into segments: takes its records in order, lets batches be packed by other
 * threads, at most a few at a time, and journals them in order. Used by one thread.
 */
final class FileRun implements TextSink {
  /** Distinct values that are counted by themselves; a hostile file may state a million. */
  private static final int MOST_VALUES = 500;

  private static final String OTHERS = "others";
  private static final long MOST_REJECTED = 100_000;

  private final IngestRequest request;
  private final Journal journal;
  private final BlobStore blobs;
  private final ExecutorService packing;
  private final int atATime;
  private final IngestListener listener;
  private final SourceBytes source;

  private final Queue<Future<Journal.Part>> underWay = new ArrayDeque<>();
  private final Repeats repeats = new Repeats();
  private final List<Rejection> rejections = new ArrayList<>();
  private final int resumedParts;
  private final long resumed;
  private int matched;
  private long rejected;
  private long ordinal;
  private Batch batch;

  FileRun(
      IngestRequest request,
      Journal journal,
      BlobStore blobs,
      ExecutorService packing,
      int atATime,
      IngestListener listener,
      SourceBytes source) {
    this.request = request;
    this.journal = journal;
    this.blobs = blobs;
    this.packing = packing;
    this.atATime = atATime;
    this.listener = listener;
    this.source = source;
    resumedParts = journal.parts().size();
    resumed = journal.parts().stream().mapToLong(part -> part.segment().records()).sum();
    batch = new Batch(resumed);
  }

  @Override
  public void text(RawText text) throws IOException {
    var fault = Characters.fault(text.text());
    if (fault.isEmpty() && text.utf8().length > Bounds.LARGEST_TEXT) {
      reject(text.id(), "The text is longer than " + Bounds.LARGEST_TEXT + " bytes.");
      return;
    }
    if (fault.isPresent()) {
      reject(text.id(), fault.get());
      return;
    }
    repeats.add(text);
    ordinal++;
    if (ordinal <= resumed) {
      compare();
      return;
    }
    batch.add(text, repeats.trace());
    if (batch.full()) {
      send();
    }
  }

  /** What an earlier ingest made durable must be what comes again. */
  private void compare() throws FileRefusedException {
    var part = journal.parts().get(matched);
    if (ordinal == part.segment().first() + part.segment().records()) {
      if (part.trace() != repeats.trace()) {
        throw new FileRefusedException(
            "An earlier file of the same name and checksum had other texts in it.",
            "Send it again; what is left of the earlier one is forgotten now.");
      }
      matched++;
    }
  }

  @Override
  public void reject(String place, String reason) throws IOException {
    rejected++;
    var rejection = new Rejection(place, reason);
    if (rejections.size() < Manifest.REJECTIONS) {
      rejections.add(rejection);
    }
    listener.rejected(rejection);
    if (rejected >= MOST_REJECTED && rejected > ordinal) {
      throw new FileRefusedException(
          rejected + " records of this file were rejected, more than were taken.",
          "Make sure that it is what its name says, mend it and send it again.");
    }
  }

  private void send() throws IOException {
    var full = batch;
    batch = new Batch(ordinal);
    underWay.add(packing.submit(() -> full.keep(request, blobs)));
    while (underWay.size() > atATime) {
      settle();
    }
  }

  private void settle() throws IOException {
    try {
      journal.add(underWay.remove().get());
      listener.progress(tally());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while texts were packed", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IOException(e);
      }
    }
  }

  /** Waits until everything is durable. */
  void finish() throws IOException {
    if (!batch.empty()) {
      send();
    }
    while (!underWay.isEmpty()) {
      settle();
    }
    if (matched < resumedParts) {
      throw new FileRefusedException(
          "An earlier file of the same name and checksum had more texts in it.",
          "Send it again; what is left of the earlier one is forgotten now.");
    }
  }

  /** After a failure: nobody waits for what is still being packed, but it must be over. */
  void abandon() {
    while (!underWay.isEmpty()) {
      try {
        settle();
      } catch (IOException | RuntimeException e) {
        continue; // the first failure is the one that is told
      }
    }
  }

  IngestTally tally() {
    var counts = counts();
    return new IngestTally(
        counts.documents(),
        counts.words(),
        counts.bytes(),
        rejected,
        repeats.found(),
        resumed,
        source.count());
  }

  Counts counts() {
    var documents = 0L;
    var words = 0L;
    var bytes = 0L;
    for (var part : journal.parts()) {
      documents += part.segment().records();
      words += part.words();
      bytes += part.segment().textBytes();
    }
    return new Counts(documents, words, bytes, new TreeMap<>(), new TreeMap<>());
  }

  /** With languages and licences. */
  Counts finalCounts() {
    var sums = counts();
    return new Counts(
        sums.documents(),
        sums.words(),
        sums.bytes(),
        merged(journal.parts().stream().map(Journal.Part::languages).toList()),
        merged(journal.parts().stream().map(Journal.Part::licences).toList()));
  }

  private static TreeMap<String, Long> merged(Collection<Map<String, Long>> all) {
    var merged = new TreeMap<String, Long>();
    for (var counts : all) {
      counts.forEach(
          (value, n) ->
              merged.merge(
                  merged.containsKey(value) || merged.size() < MOST_VALUES ? value : OTHERS,
                  n,
                  Long::sum));
    }
    return merged;
  }

  Manifest manifest() {
    return new Manifest(
        Manifest.FORMAT,
        counts().documents(),
        repeats.found(),
        rejected,
        rejections,
        journal.parts().stream().map(Journal.Part::segment).toList());
  }

  long rejected() {
    return rejected;
  }
}
