package org.commonsregistry.holdings.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonsregistry.blob.BlobId;
import org.commonsregistry.blob.BlobStore;
import org.commonsregistry.holdings.Segment;
import org.jspecify.annotations.Nullable;

/**
 * Which segments of a file are durable already, one JSON line each, so that an ingest that was
 * killed goes on behind them. Losing its end costs work and nothing else. Not thread-safe.
 */
final class Journal implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final @Nullable Path file;
  private final @Nullable FileChannel channel;
  private final List<Part> parts;

  private Journal(@Nullable Path file, @Nullable FileChannel channel, List<Part> parts) {
    this.file = file;
    this.channel = channel;
    this.parts = parts;
  }

  /**
   * One segment and what is in it.
   *
   * @param trace of all texts up to its end, to tell whether the same file came again
   */
  record Part(
      Segment segment,
      long words,
      Map<String, Long> languages,
      Map<String, Long> licences,
      long trace) {}

  /**
   * @param name without it nothing is remembered
   */
  static Journal open(Path folder, Optional<String> name, BlobStore blobs) throws IOException {
    if (name.isEmpty()) {
      return new Journal(null, null, new ArrayList<>());
    }
    var file = folder.resolve(name.get() + ".journal");
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    var parts = new ArrayList<Part>();
    var good = 0L;
    for (var line : lines(Files.readAllBytes(file))) {
      var part = read(line);
      if (part.isEmpty() || !blobs.contains(new BlobId(part.get().segment().sha256()))) {
        break;
      }
      parts.add(part.get());
      good += line.length + 1;
    }
    channel.truncate(good).position(good);
    return new Journal(file, channel, parts);
  }

  /** Complete lines only: the last one may be torn. */
  private static List<byte[]> lines(byte[] bytes) {
    var lines = new ArrayList<byte[]>();
    var from = 0;
    for (var i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        lines.add(Arrays.copyOfRange(bytes, from, i));
        from = i + 1;
      }
    }
    return lines;
  }

  private static Optional<Part> read(byte[] line) {
    try {
      return Optional.of(JSON.readValue(line, Part.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  List<Part> parts() {
    return parts;
  }

  void add(Part part) throws IOException {
    parts.add(part);
    if (channel != null) {
      var line =
          ByteBuffer.wrap((JSON.writeValueAsString(part) + "\n").getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        channel.write(line);
      }
    }
  }

  /** Forgets it: the file is held, or never will be. */
  void forget() throws IOException {
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
