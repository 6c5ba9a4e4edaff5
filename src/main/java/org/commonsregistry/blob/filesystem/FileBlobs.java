package org.commonsregistry.blob.filesystem;

import jakarta.inject.Singleton;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.commonsregistry.blob.BlobId;
import org.commonsregistry.blob.BlobStore;
import org.commonsregistry.home.FreeSpace;
import org.commonsregistry.home.Home;

/**
 * Writes a temporary file, forces it onto the disk, and moves it to its name: a file under a name
 * is complete. Thread-safe.
 */
@Singleton
final class FileBlobs implements BlobStore {
  private static final int CHUNK = 1 << 16;
  private static final long ROOM_ASKED_EVERY = 64L << 20;

  private final Path folder;
  private final FreeSpace space;

  FileBlobs(Home home, FreeSpace space) {
    this.folder = home.folder("blobs");
    this.space = space;
    sweep();
  }

  /** Removes what a process left that ended while it wrote. */
  private void sweep() {
    try (var left = Files.newDirectoryStream(folder, "*.part")) {
      for (var file : left) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public BlobId put(InputStream bytes) throws IOException {
    space.require();
    var part = Files.createTempFile(folder, "blob-", ".part");
    try {
      var id = written(bytes, part);
      var place = place(id);
      if (!Files.exists(place)) {
        var shelf = shelf(id);
        if (!Files.isDirectory(shelf)) {
          Files.createDirectories(shelf);
          force(folder);
        }
        Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        force(shelf);
      }
      return id;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private BlobId written(InputStream bytes, Path part) throws IOException {
    var digest = BlobId.digest();
    var chunk = new byte[CHUNK];
    var unasked = 0L;
    try (var out = FileChannel.open(part, StandardOpenOption.WRITE)) {
      for (var read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
        digest.update(chunk, 0, read);
        var buffer = ByteBuffer.wrap(chunk, 0, read);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
        unasked += read;
        if (unasked >= ROOM_ASKED_EVERY) {
          space.require();
          unasked = 0;
        }
      }
      out.force(false);
    }
    return BlobId.ofDigest(digest.digest());
  }

  /** So that a name survives a power cut; what cannot be opened as a folder needs no forcing. */
  private static void force(Path directory) {
    try (var open = FileChannel.open(directory, StandardOpenOption.READ)) {
      open.force(true);
    } catch (IOException e) {
      return;
    }
  }

  @Override
  public Optional<InputStream> open(BlobId id) throws IOException {
    try {
      return Optional.of(
          new CheckedBlob(new BufferedInputStream(Files.newInputStream(place(id)), CHUNK), id));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean contains(BlobId id) {
    return Files.exists(place(id));
  }

  @Override
  public boolean delete(BlobId id) throws IOException {
    return Files.deleteIfExists(place(id));
  }

  private Path shelf(BlobId id) {
    return folder.resolve(id.sha256().substring(0, 2));
  }

  private Path place(BlobId id) {
    return shelf(id).resolve(id.sha256());
  }
}
