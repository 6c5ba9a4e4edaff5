package org.commonsregistry.blob.filesystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commonsregistry.blob.BlobStore;
import org.commonsregistry.blob.BlobStoreContract;
import org.commonsregistry.blob.DamagedBlobException;
import org.commonsregistry.home.HomeFullException;
import org.commonsregistry.home.TestSpace;
import org.commonsregistry.testing.TestHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FileBlobsTest extends BlobStoreContract {
  private final TestHome home = new TestHome();
  private FileBlobs store;

  @BeforeEach
  void open() {
    store = new FileBlobs(TestSpace.home(home), TestSpace.reserving(home, 0));
  }

  @AfterEach
  void close() {
    home.close();
  }

  @Override
  protected BlobStore store() {
    return store;
  }

  @Override
  protected long kept() throws IOException {
    try (var files = Files.walk(folder())) {
      return files.filter(Files::isRegularFile).count();
    }
  }

  private Path folder() {
    return home.folder().resolve("blobs");
  }

  @Test
  void aDamagedBlobIsNoticedWhenItIsReadToItsEnd() throws IOException {
    var id = store.put(new ByteArrayInputStream(new byte[5_000]));
    var file = folder().resolve(id.sha256().substring(0, 2)).resolve(id.sha256());
    var bytes = Files.readAllBytes(file);
    bytes[4_000] = 1;
    Files.write(file, bytes);
    try (var in = store.open(id).orElseThrow()) {
      assertThatThrownBy(in::readAllBytes).isInstanceOf(DamagedBlobException.class);
    }
    try (var in = store.open(id).orElseThrow()) {
      assertThatThrownBy(() -> in.skipNBytes(5_001)).isInstanceOf(DamagedBlobException.class);
    }
  }

  @Test
  void whatAProcessLeftThatEndedIsSwept() throws IOException {
    Files.write(folder().resolve("blob-1.part"), new byte[9]);
    var again = new FileBlobs(TestSpace.home(home), TestSpace.reserving(home, 0));
    assertThat(kept()).isZero();
    assertThat(again.contains(again.put(new ByteArrayInputStream(new byte[3])))).isTrue();
  }

  @Test
  void aFullDiskIsNotWritten() throws IOException {
    var full = new FileBlobs(TestSpace.home(home), TestSpace.reserving(home, Long.MAX_VALUE));
    assertThatThrownBy(() -> full.put(new ByteArrayInputStream(new byte[3])))
        .isInstanceOf(HomeFullException.class);
    assertThat(kept()).isZero();
  }
}
