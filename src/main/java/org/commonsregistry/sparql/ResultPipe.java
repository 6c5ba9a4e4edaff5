package org.commonsregistry.sparql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Carries an answer from the thread that computes it to the one that sends it, holding at most one
 * buffer of it. The sender first learns how it stands: complete within the buffer (or failed), so
 * that a proper status can be sent, or overflowing, so that it must be streamed. A failure after
 * that is an {@link IOException} at the reading end, which breaks the connection. One writer, one
 * reader; thread-safe between them.
 */
final class ResultPipe extends OutputStream {
  private static final int CHUNK = 64 * 1024;

  /** How an answer stands when the sender has to decide. */
  enum Standing {
    COMPLETE,
    OVERFLOWING
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<byte[]> chunks = new ArrayDeque<>();
  private final int capacity;
  private final long budget;
  private final Duration stall;
  private byte[] current = new byte[1024];
  private int used;
  private int held;
  private long written;
  private boolean overflowed;
  private boolean complete;
  private @Nullable Throwable failure;

  /**
   * @param capacity bytes held at most
   * @param budget bytes written at most
   * @param stall how long the reader may take nothing while the buffer is full
   */
  ResultPipe(int capacity, long budget, Duration stall) {
    this.capacity = capacity;
    this.budget = budget;
    this.stall = stall;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    written += length;
    if (written > budget) {
      throw new QueryEndedException(Ending.TOO_MANY_BYTES);
    }
    var at = offset;
    var left = length;
    while (left > 0) {
      if (used == CHUNK) {
        hand(current, used);
        current = new byte[CHUNK];
        used = 0;
      }
      if (used == current.length) {
        current = Arrays.copyOf(current, Math.min(CHUNK, current.length * 4));
      }
      var part = Math.min(left, current.length - used);
      System.arraycopy(bytes, at, current, used, part);
      used += part;
      at += part;
      left -= part;
    }
  }

  /** The answer is complete. */
  void complete() {
    hand(current, used);
    lock.lock();
    try {
      complete = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Ends the answer unfinished, at both ends. The first failure counts. */
  void fail(Throwable reason) {
    lock.lock();
    try {
      if (failure == null && !complete) {
        failure = reason;
        chunks.clear();
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits until a status can be sent. Throws what made the answer fail. */
  Standing await() throws InterruptedException {
    lock.lock();
    try {
      while (!complete && !overflowed && failure == null) {
        changed.await();
      }
      if (failure != null) {
        throw rethrown(failure);
      }
      return complete && !overflowed ? Standing.COMPLETE : Standing.OVERFLOWING;
    } finally {
      lock.unlock();
    }
  }

  /** The whole of a complete answer. */
  byte[] bytes() {
    lock.lock();
    try {
      var all = new byte[held];
      var at = 0;
      for (var chunk : chunks) {
        System.arraycopy(chunk, 0, all, at, chunk.length);
        at += chunk.length;
      }
      return all;
    } finally {
      lock.unlock();
    }
  }

  /**
   * The reading end of an overflowing answer.
   *
   * @param closed run when the reader wants no more of it
   */
  InputStream stream(Runnable closed) {
    return new Reader(closed);
  }

  private void hand(byte[] bytes, int length) {
    lock.lock();
    try {
      var deadline = stall.toNanos();
      while (failure == null && held + length > capacity) {
        overflowed = true;
        changed.signalAll();
        if (deadline <= 0) {
          throw new QueryEndedException(Ending.STALLED);
        }
        deadline = changed.awaitNanos(deadline);
      }
      if (failure != null) {
        throw rethrown(failure);
      }
      if (length > 0) {
        chunks.add(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
        held += length;
        changed.signalAll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QueryEndedException(Ending.CLIENT_GONE);
    } finally {
      lock.unlock();
    }
  }

  private byte @Nullable [] take() throws IOException {
    lock.lock();
    try {
      while (chunks.isEmpty() && !complete && failure == null) {
        changed.await(1, TimeUnit.SECONDS);
      }
      if (failure != null) {
        throw new BrokenAnswerException(failure);
      }
      var chunk = chunks.poll();
      if (chunk != null) {
        held -= chunk.length;
        changed.signalAll();
      }
      return chunk;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  private static RuntimeException rethrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }

  private final class Reader extends InputStream {
    private final Runnable closed;
    private byte[] chunk = new byte[0];
    private int at;
    private boolean ended;

    Reader(Runnable closed) {
      this.closed = closed;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (at == chunk.length && !ended) {
        var next = take();
        ended = next == null;
        chunk = next == null ? new byte[0] : next;
        at = 0;
      }
      if (ended) {
        return -1;
      }
      var part = Math.min(length, chunk.length - at);
      System.arraycopy(chunk, at, bytes, offset, part);
      at += part;
      return part;
    }

    @Override
    public void close() {
      closed.run();
    }
  }

  /**
   * Breaks the connection; its trace would say where the pipe is read, which is always the same.
   */
  private static final class BrokenAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenAnswerException(Throwable reason) {
      super("The answer was cut off: " + reason.getMessage(), reason);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
