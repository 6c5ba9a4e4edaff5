package org.commonsregistry.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonsregistry.fingerprint.Fp1;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Nothing of what somebody asks about is kept: no word, and no hash of it either. */
class PrivacyTest {
  private static final String CANARY =
      "the zebra finch of Uxbridge keeps seventeen violet umbrellas";

  @Test
  void aCanaryIsInNoFileLogOrTemporaryFileAfterItWasChecked() throws IOException {
    var began = FileTime.from(Instant.now().minusSeconds(1));
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    var project = (Logger) LoggerFactory.getLogger("org.commonsregistry");
    root.addAppender(log);
    project.setLevel(Level.TRACE);
    try (var shelf = new Shelf(Map.of("commons.check.per-hour", 20))) {
      shelf.dataset("open", "CC0-1.0");
      shelf.holding("open", "training", List.of(Shelf.prose(1, 2_000)));
      var text = Shelf.prose(2, 500) + CANARY + " " + Shelf.prose(1, 2_000);
      ask(shelf, text);
      shelf.awaitViews();
      assertThat(places(shelf.registry.home().folder(), text, FileTime.from(Instant.EPOCH)))
          .isEmpty();
      assertThat(places(Path.of(System.getProperty("java.io.tmpdir")), text, began)).isEmpty();
      assertThat(shelf.registry.get("metrics").body()).doesNotContain("violet");
    } finally {
      root.detachAppender(log);
      project.setLevel(null);
    }
    for (var event : log.list) {
      var said = event.getFormattedMessage();
      if (event.getThrowableProxy() != null) {
        said += ThrowableProxyUtil.asString(event.getThrowableProxy());
      }
      assertThat(said).doesNotContain("violet umbrellas");
    }
  }

  /** By every way there is, the failing ones too. */
  private static void ask(Shelf shelf, String text) throws IOException {
    assertThat(shelf.check(text).path("sent").path("kept").asText()).isEqualTo("nothing");
    assertThat(shelf.post("api/v1/check/text", "text/plain", text).statusCode()).isEqualTo(200);
    assertThat(shelf.post("api/v1/check/text", "text/plain", text + "\0").statusCode())
        .isEqualTo(400);
    for (var body :
        List.of(
            text,
            "{\"fingerprint\":\"" + CANARY + "\"}",
            "{\"documents\":[{\"hashes\":[\"" + CANARY + "\"]}]}",
            "{\"" + CANARY + "\":")) {
      var answer = shelf.send(body);
      assertThat(answer.statusCode()).isBetween(400, 422);
      assertThat(answer.body()).doesNotContain("violet");
    }
    assertThat(shelf.post("api/v1/check/text", "application/pdf", text).statusCode())
        .isEqualTo(415);
    for (var i = 0; i < 30; i++) {
      shelf.post("api/v1/check/text", "text/plain", text);
    }
    assertThat(shelf.post("api/v1/check/text", "text/plain", text).statusCode()).isEqualTo(429);
  }

  /**
   * Files with the canary's words, or with hashes of its own in one of the ways they are written.
   */
  private static List<Path> places(Path folder, String text, FileTime since) throws IOException {
    var needles = new ArrayList<byte[]>();
    needles.add("violet umbrellas".getBytes(StandardCharsets.UTF_8));
    needles.add("violet umbrellas".getBytes(StandardCharsets.UTF_16LE));
    needles.add("violet umbrellas".getBytes(StandardCharsets.UTF_16BE));
    var held = Fp1.sketch(Shelf.prose(1, 2_000), 16).hashes();
    for (var hash : Fp1.sketch(text, 16).hashes()) {
      if (java.util.Arrays.binarySearch(held, hash) < 0) {
        needles.add("%016x".formatted(hash).getBytes(StandardCharsets.US_ASCII));
        needles.add(java.nio.ByteBuffer.allocate(8).putLong(hash).array());
      }
    }
    assertThat(needles).hasSizeGreaterThan(20);
    var found = new ArrayList<Path>();
    for (var file : readable(folder, since)) {
      var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (var needle : needles) {
        if (bytes.contains(new String(needle, StandardCharsets.ISO_8859_1))) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static List<Path> readable(Path folder, FileTime since) throws IOException {
    var files = new ArrayList<Path>();
    Files.walkFileTree(
        folder,
        new java.nio.file.SimpleFileVisitor<>() {
          @Override
          public java.nio.file.FileVisitResult visitFile(
              Path file, java.nio.file.attribute.BasicFileAttributes is) {
            if (is.isRegularFile()
                && is.lastModifiedTime().compareTo(since) >= 0
                && is.size() < 64 << 20
                && Files.isReadable(file)) {
              files.add(file);
            }
            return java.nio.file.FileVisitResult.CONTINUE;
          }

          @Override
          public java.nio.file.FileVisitResult visitFileFailed(Path file, IOException e) {
            return java.nio.file.FileVisitResult.CONTINUE; // another program's
          }
        });
    return files;
  }
}
