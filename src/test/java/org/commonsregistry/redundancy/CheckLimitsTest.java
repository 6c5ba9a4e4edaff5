package org.commonsregistry.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One client cannot keep the others from asking. */
class CheckLimitsTest {

  /** A clock that stands until it is moved. */
  private static final class Hands extends Clock {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Test
  void tokensComeBackEvenlyOverTheHourAndEachClientHasItsOwn() {
    var clock = new Hands();
    var allowance = new Allowance(60, clock);
    for (var i = 0; i < 60; i++) {
      assertThat(allowance.take("one")).isEmpty();
    }
    assertThat(allowance.take("one"))
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(58), Duration.ofSeconds(60)));
    assertThat(allowance.take("two")).isEmpty();
    clock.now = clock.now.plusSeconds(61);
    assertThat(allowance.take("one")).isEmpty();
    assertThat(allowance.take("one")).isPresent();
    for (var i = 0; i < 50_000; i++) {
      allowance.take("client " + i);
    }
    assertThat(allowance.take("client 49999")).isEmpty();
  }

  @Test
  void thousandsOfRequestsAreSentAwayAndTheServerKeepsServing() throws Exception {
    try (var shelf = new Shelf(Map.of("commons.check.per-hour", 10))) {
      var question = Shelf.question(16, List.of(Shelf.prose(1, 20_000))).toString();
      var answered = new AtomicInteger();
      var sentAway = new AtomicInteger();
      try (var clients = Executors.newFixedThreadPool(16)) {
        for (var i = 0; i < 2_000; i++) {
          clients.submit(
              () -> {
                var status = shelf.send(question).statusCode();
                (status == 200 ? answered : status == 429 ? sentAway : new AtomicInteger())
                    .incrementAndGet();
              });
        }
      }
      assertThat(answered.get()).isBetween(10, 11);
      assertThat(answered.get() + sentAway.get()).isEqualTo(2_000);
      var refused = shelf.send(question);
      assertThat(refused.headers().firstValue("retry-after")).isPresent();
      assertThat(refused.body()).contains("/api/v1/fingerprints/pack").contains("ranges");
      assertThat(shelf.registry.get("health").statusCode()).isEqualTo(200);
      assertThat(shelf.registry.get("api/v1/fingerprints/ranges").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void endlessBodiesAreCutOffWithAnAnswer() throws IOException {
    try (var shelf = new Shelf(Map.of("commons.check.per-hour", 1_000))) {
      for (var path : List.of("api/v1/check/text", "api/v1/check")) {
        try {
          var answer =
              shelf.registry.send(
                  shelf
                      .registry
                      .request(
                          path,
                          "Content-Type",
                          path.endsWith("text") ? "text/plain" : "application/json")
                      .POST(
                          java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                              () -> new Letters(200L << 20))));
          assertThat(answer.statusCode()).isEqualTo(413);
        } catch (java.io.UncheckedIOException e) {
          // the connection was closed on the sender, who did not stop to read the answer
          assertThat(e.getCause()).isInstanceOf(IOException.class);
        }
        assertThat(shelf.registry.get("health").statusCode()).isEqualTo(200);
      }
      var line = "word ".repeat(4_000_000); // one line of 20 MB
      var answer = shelf.post("api/v1/check/text", "text/plain", line);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("not-enough-evidence");
    }
  }

  /** So many letters, made as they are read. */
  private static final class Letters extends java.io.InputStream {
    private long left;

    Letters(long many) {
      left = many;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'a' : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      var some = (int) Math.min(left, length);
      java.util.Arrays.fill(bytes, from, from + some, (byte) 'a');
      left -= some;
      return some;
    }
  }
}
