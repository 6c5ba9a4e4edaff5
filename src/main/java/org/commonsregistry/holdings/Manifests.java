package org.commonsregistry.holdings;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commonsregistry.blob.BlobId;
import org.commonsregistry.blob.BlobStore;

/** Reads manifests and remembers the last few. Thread-safe. */
@Singleton
final class Manifests {
  private static final int REMEMBERED = 32;

  private final BlobStore blobs;
  private final Map<BlobId, Manifest> latest =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<BlobId, Manifest> eldest) {
          return size() > REMEMBERED;
        }
      };

  Manifests(BlobStore blobs) {
    this.blobs = blobs;
  }

  Manifest of(Holding holding) {
    synchronized (latest) {
      var known = latest.get(holding.manifest());
      if (known != null) {
        return known;
      }
    }
    var read = read(holding);
    synchronized (latest) {
      latest.put(holding.manifest(), read);
    }
    return read;
  }

  private Manifest read(Holding holding) {
    try (var in =
        blobs
            .open(holding.manifest())
            .orElseThrow(
                () ->
                    new IOException("The manifest of holding " + holding.id() + " is missing."))) {
      return Manifest.ofBytes(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
