package org.commonsregistry.redundancy.lucene;

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
 * emptied, since everything in it can be rebuilt. Thread-safe; a long commit keeps no reader
 * waiting.
 */
final class IndexFolder implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);

  /** Raise it when the same text would be indexed differently: older folders are then rebuilt. */
  private static final String FORMAT = "fp1-16-1";

  private final Path path;
  private final Directory directory;
  private final SearcherManager searchers;
  private volatile IndexWriter writer;

  IndexFolder(Path path) {
    this.path = path;
    try {
      directory = FSDirectory.open(path);
      writer = openedOrEmptied();
      searchers = new SearcherManager(directory, new Snapshots());
    } catch (IOException e) {
      throw new UncheckedIOException("The fingerprint index in " + path + " cannot be opened.", e);
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
    } catch (IOException e) {
      throw new UncheckedIOException("The fingerprint index in " + path + " cannot be written.", e);
    }
  }

  /** The number the last commit carries, 0 when there is none. */
  long reached() {
    return read(
        snapshot -> {
          var commit = ((DirectoryReader) snapshot.getIndexReader()).getIndexCommit();
          return Long.parseLong(commit.getUserData().getOrDefault("reached", "0"));
        });
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
      throw new UncheckedIOException("The fingerprint index in " + path + " cannot be read.", e);
    }
  }

  /** Does not wait for a commit under way, which then fails and is undone. */
  @Override
  public void close() throws IOException {
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
          "The fingerprint index in {} cannot be used and is rebuilt from the holdings: {}",
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
    config.setMergePolicy(merges);
    config.setRAMBufferSizeMB(48);
    config.setCommitOnClose(false);
    var opened = new IndexWriter(directory, config);
    if (!DirectoryReader.indexExists(directory)) {
      opened.setLiveCommitData(Map.of("format", FORMAT, "reached", "0").entrySet());
      opened.commit();
    }
    return opened;
  }

  private static final class Snapshots extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
      return new Snapshot(Objects.requireNonNull(reader));
    }
  }
}
