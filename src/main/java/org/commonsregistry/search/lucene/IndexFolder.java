package org.commonsregistry.search.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index on disk: one writer, and readers that see whole commits only. A commit carries the
 * ledger number reached; after a crash the last one is there. A folder that cannot be read is
 * emptied, since everything in it can be rebuilt. Thread-safe.
 */
final class IndexFolder implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

  /**
   * Raise it when the same document would be indexed differently: older folders are then rebuilt.
   */
  private static final String FORMAT = "4";

  private final Path path;
  private final Directory directory;
  private final SearcherManager searchers;
  private final Rest rest;
  private volatile IndexWriter writer;

  IndexFolder(Path path) {
    this.path = path;
    try {
      directory = FSDirectory.open(path);
      writer = openedOrEmptied();
      searchers = new SearcherManager(directory, new Snapshots());
      rest = new Rest(this::settle);
    } catch (IOException e) {
      throw new UncheckedIOException("The search index in " + path + " cannot be opened.", e);
    }
  }

  /** What changes the index within one commit. */
  interface Change {
    void to(IndexWriter writer) throws IOException;
  }

  /** All of a change or nothing, on disk and seen by every later read. */
  synchronized void commit(Change change, long reached) {
    try {
      try {
        change.to(writer);
        writer.setLiveCommitData(
            Map.of("format", FORMAT, "reached", Long.toString(reached)).entrySet());
        writer.commit();
      } catch (IOException | RuntimeException | Error e) {
        undo(e);
        throw e;
      }
      searchers.maybeRefreshBlocking();
      rest.disturbed();
    } catch (IOException e) {
      throw new UncheckedIOException("The search index in " + path + " cannot be written.", e);
    }
  }

  /**
   * Merges an index that has come to rest: a search asks every segment, and asking costs more than
   * matching. Done only when a tenth of the documents is outside of the largest segment, so that
   * each is rewritten a few times at most.
   */
  void settle() {
    try {
      if (!read(IndexFolder::scattered)) {
        return;
      }
      writer.forceMerge(1); // without the lock: changes go on meanwhile
      synchronized (this) {
        writer.commit();
        searchers.maybeRefreshBlocking();
      }
    } catch (IOException | IllegalStateException e) {
      LOG.info("The search index in {} stays in parts for now: {}", path, e.getMessage());
    }
  }

  private static boolean scattered(Snapshot snapshot) {
    var parts = snapshot.getIndexReader().leaves();
    var all = parts.stream().mapToLong(part -> part.reader().maxDoc()).sum();
    var largest = parts.stream().mapToLong(part -> part.reader().maxDoc()).max().orElse(0);
    return 10 * (all - largest) > all;
  }

  /** The number the last commit carries, 0 when there is none. */
  long reached() {
    return read(snapshot -> Long.parseLong(commitData(snapshot).getOrDefault("reached", "0")));
  }

  <T> T read(IOFunction<Snapshot, T> reading) {
    try {
      var snapshot = (Snapshot) searchers.acquire();
      try {
        return reading.apply(snapshot);
      } finally {
        searchers.release(snapshot);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The search index in " + path + " cannot be read.", e);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    rest.close();
    searchers.close();
    writer.rollback();
    directory.close();
  }

  private void undo(Throwable cause) throws IOException {
    try {
      writer.rollback();
      writer = opened();
    } catch (IOException | RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private IndexWriter openedOrEmptied() throws IOException {
    try {
      if (DirectoryReader.indexExists(directory)) {
        try (var reader = DirectoryReader.open(directory)) {
          var format = reader.getIndexCommit().getUserData().get("format");
          if (!FORMAT.equals(format)) {
            throw new IOException("it has format " + format + ", wanted is " + FORMAT);
          }
        }
      }
      return opened();
    } catch (LockObtainFailedException e) {
      throw e;
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      LOG.warn(
          "The search index in {} cannot be used and is rebuilt from the ledger: {}",
          path,
          e.getMessage());
      for (var file : directory.listAll()) {
        Files.deleteIfExists(path.resolve(file));
      }
      return opened();
    }
  }

  private IndexWriter opened() throws IOException {
    var merges = new TieredMergePolicy();
    merges.setSegmentsPerTier(4);
    var config = new IndexWriterConfig();
    config.setSimilarity(new StableSimilarity());
    config.setMergePolicy(merges);
    config.setRAMBufferSizeMB(32);
    config.setCommitOnClose(false);
    var opened = new IndexWriter(directory, config);
    if (!DirectoryReader.indexExists(directory)) {
      opened.setLiveCommitData(Map.of("format", FORMAT, "reached", "0").entrySet());
      opened.commit();
    }
    return opened;
  }

  private static Map<String, String> commitData(Snapshot snapshot) throws IOException {
    return ((DirectoryReader) snapshot.getIndexReader()).getIndexCommit().getUserData();
  }

  private static final class Snapshots extends SearcherFactory {
    private final Vocabulary vocabulary = new Vocabulary();

    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
      return new Snapshot(Objects.requireNonNull(reader), vocabulary);
    }
  }
}
