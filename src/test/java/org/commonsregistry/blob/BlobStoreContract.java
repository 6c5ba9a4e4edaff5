package org.commonsregistry.blob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of blobs does. */
public abstract class BlobStoreContract {

  protected abstract BlobStore store();

  /** How many blobs and unfinished ones the backend itself has. */
  protected abstract long kept() throws IOException;

  private static InputStream in(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }

  private static byte[] bytes(int count) {
    var bytes = new byte[count];
    new Random(count).nextBytes(bytes);
    return bytes;
  }

  @Test
  void whatWasPutComesBackUnderItsSha256() throws IOException {
    for (var size : new int[] {0, 1, 65_536, 65_537, 3_000_000}) {
      var bytes = bytes(size);
      var id = store().put(in(bytes));
      assertThat(id).isEqualTo(BlobId.of(bytes));
      assertThat(store().contains(id)).isTrue();
      try (var back = store().open(id).orElseThrow()) {
        assertThat(back.readAllBytes()).isEqualTo(bytes);
      }
    }
    var abc = store().put(in("abc".getBytes(StandardCharsets.US_ASCII)));
    assertThat(abc.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void theSameBytesAreKeptOnce() throws IOException {
    var first = store().put(in(bytes(1_000)));
    var before = kept();
    assertThat(store().put(in(bytes(1_000)))).isEqualTo(first);
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void whatIsNotThereIsEmpty() throws IOException {
    var id = new BlobId("00".repeat(32));
    assertThat(store().open(id)).isEmpty();
    assertThat(store().contains(id)).isFalse();
    assertThat(store().delete(id)).isFalse();
  }

  @Test
  void aFailingSourceLeavesNothing() throws IOException {
    var before = kept();
    var failing =
        new InputStream() {
          private int left = 200_000;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) {
              throw new IOException("the source failed");
            }
            return 7;
          }
        };
    assertThatThrownBy(() -> store().put(failing)).hasMessage("the source failed");
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void whatIsDeletedIsGone() throws IOException {
    var id = store().put(in(bytes(77)));
    assertThat(store().delete(id)).isTrue();
    assertThat(store().contains(id)).isFalse();
    assertThat(store().open(id)).isEmpty();
    assertThat(store().put(in(bytes(77)))).isEqualTo(id);
    assertThat(store().contains(id)).isTrue();
  }

  @Test
  void manyMayPutTheSameAtOnce() throws Exception {
    var bytes = bytes(300_000);
    try (var threads = Executors.newFixedThreadPool(8)) {
      var all = new ArrayList<Future<BlobId>>();
      for (var i = 0; i < 32; i++) {
        all.add(threads.submit(() -> store().put(in(bytes))));
      }
      for (var one : all) {
        assertThat(one.get()).isEqualTo(BlobId.of(bytes));
      }
    }
    try (var back = store().open(BlobId.of(bytes)).orElseThrow()) {
      assertThat(back.readAllBytes()).isEqualTo(bytes);
    }
  }
}
