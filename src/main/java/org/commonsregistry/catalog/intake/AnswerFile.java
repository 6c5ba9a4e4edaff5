package org.commonsregistry.catalog.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An answer that is written while it is read, kept in a temporary file in between: a writer never
 * waits for a reader who is slow, or who first wants to finish sending. The file is gone when both
 * are closed. Thread-safe for one writer and one reader.
 */
public final class AnswerFile {
  private final FileChannel channel;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private long length;
  private boolean complete;
  private int open = 2;

  public AnswerFile(Path folder) throws IOException {
    var file = Files.createTempFile(folder, "answer-", ".part");
    channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** Removes what a process left that ended before it could. */
  public static void sweep(Path folder) {
    try (var left = Files.newDirectoryStream(folder, "answer-*.part")) {
      for (var file : left) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public OutputStream writer() {
    return new OutputStream() {
      private boolean closed;

      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int count) throws IOException {
        append(ByteBuffer.wrap(bytes, offset, count));
      }

      @Override
      public void close() throws IOException {
        if (!closed) {
          closed = true;
          end();
        }
      }
    };
  }

  public InputStream reader() {
    return new InputStream() {
      private long position;
      private boolean closed;

      @Override
      public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int offset, int count) throws IOException {
        var read = take(position, ByteBuffer.wrap(bytes, offset, count));
        position += Math.max(0, read);
        return read;
      }

      @Override
      public void close() throws IOException {
        if (!closed) {
          closed = true;
          leave();
        }
      }
    };
  }

  private void append(ByteBuffer bytes) throws IOException {
    lock.lock();
    try {
      while (bytes.hasRemaining()) {
        length += channel.write(bytes, length);
      }
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private int take(long position, ByteBuffer into) throws IOException {
    lock.lock();
    try {
      while (length <= position && !complete) {
        grown.await();
      }
      return length <= position ? -1 : channel.read(into, position);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the answer", e);
    } finally {
      lock.unlock();
    }
  }

  private void end() throws IOException {
    lock.lock();
    try {
      complete = true;
      grown.signalAll();
    } finally {
      lock.unlock();
    }
    leave();
  }

  private void leave() throws IOException {
    lock.lock();
    try {
      open--;
      if (open == 0) {
        channel.close();
      }
    } finally {
      lock.unlock();
    }
  }
}
