package org.commonsregistry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LeafTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final Path VECTORS = Path.of("docs", "ledger-vectors.json");

  static Stream<JsonNode> vectors() throws IOException {
    var vectors = new ObjectMapper().readTree(VECTORS.toFile()).path("vectors");
    assertThat(vectors.size()).isGreaterThanOrEqualTo(6);
    return vectors.valueStream();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void everyPublishedVectorGivesItsLeaf(JsonNode vector) {
    var leaf =
        Leaf.of(
            new EntryKind(vector.path("kind").asText()),
            new Actor(vector.path("who").asText()),
            Instant.parse(vector.path("recordedAt").asText()),
            vector.path("subject").asText(),
            HEX.parseHex(vector.path("payloadHex").asText()),
            HEX.parseHex(vector.path("salt").asText()));
    assertThat(HEX.formatHex(leaf)).isEqualTo(vector.path("leaf").asText());
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void everyPublishedVectorFollowsFromThePublishedFormula(JsonNode vector) throws Exception {
    assertThat(new String(HEX.parseHex(vector.path("payloadHex").asText()), StandardCharsets.UTF_8))
        .isEqualTo(vector.path("payload").asText());
    var commitment = sha256();
    commitment.update(HEX.parseHex(vector.path("salt").asText()));
    for (var field : new String[] {"who", "when", "subject", "payload"}) {
      field(commitment, vector.path(field).asText());
    }
    var inner = commitment.digest();
    assertThat(HEX.formatHex(inner)).isEqualTo(vector.path("commitment").asText());
    var leaf = sha256();
    leaf.update((byte) 1);
    field(leaf, vector.path("kind").asText());
    leaf.update(inner);
    assertThat(HEX.formatHex(leaf.digest())).isEqualTo(vector.path("leaf").asText());
  }

  @Test
  void timeIsWrittenInUtcWithExactlySixDecimals() {
    assertThat(Leaf.when(Instant.parse("2026-01-02T03:04:05Z")))
        .isEqualTo("2026-01-02T03:04:05.000000Z");
    assertThat(Leaf.when(Instant.parse("2026-01-02T03:04:05.999999999Z")))
        .isEqualTo("2026-01-02T03:04:05.999999Z");
    assertThat(Leaf.when(Instant.parse("2026-01-02T00:04:05.1+02:00")))
        .isEqualTo("2026-01-01T22:04:05.100000Z");
  }

  @Property(tries = 300)
  void aChangeOfAnyFieldChangesTheLeaf(
      @ForAll("kinds") String kind,
      @ForAll @StringLength(min = 1, max = 40) String who,
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long seconds,
      @ForAll @StringLength(max = 60) String subject,
      @ForAll @Size(max = 80) byte[] payload,
      @ForAll @Size(32) byte[] salt,
      @ForAll @IntRange(min = 0, max = 5) int changed,
      @ForAll @IntRange(min = 0, max = 255) int where) {
    var actor = "x" + who;
    var when = Instant.ofEpochSecond(seconds, 123_456_000);
    var before = leaf(kind, actor, when, subject, payload, salt);
    var after =
        switch (changed) {
          case 0 -> leaf(kind + "-a", actor, when, subject, payload, salt);
          case 1 -> leaf(kind, actor + "x", when, subject, payload, salt);
          case 2 -> leaf(kind, actor, when.plusNanos(1_000), subject, payload, salt);
          case 3 -> leaf(kind, actor, when, subject + "x", payload, salt);
          case 4 -> leaf(kind, actor, when, subject, grown(payload), salt);
          default -> leaf(kind, actor, when, subject, payload, flipped(salt, where % 32));
        };
    assertThat(after).isNotEqualTo(before).hasSize(32);
    assertThat(leaf(kind, actor, when, subject, payload, salt)).isEqualTo(before);
  }

  @Property(tries = 200)
  void nothingMovesFromOneFieldIntoTheNextUnnoticed(
      @ForAll @StringLength(min = 2, max = 20) String text,
      @ForAll @IntRange(min = 1, max = 19) int cut,
      @ForAll @Size(32) byte[] salt) {
    var at = Math.min(cut, text.length() - 1);
    var when = Instant.EPOCH;
    var one = leaf("a", "x", when, text, new byte[0], salt);
    var other =
        leaf(
            "a",
            "x",
            when,
            text.substring(0, at),
            text.substring(at).getBytes(StandardCharsets.UTF_8),
            salt);
    assertThat(one).isNotEqualTo(other);
  }

  @Provide
  Arbitrary<String> kinds() {
    return Arbitraries.of("dataset.described", "dataset.withdrawn", "entry.redacted", "a");
  }

  private static byte[] leaf(
      String kind, String who, Instant when, String subject, byte[] payload, byte[] salt) {
    return Leaf.of(new EntryKind(kind), new Actor(who), when, subject, payload, salt);
  }

  private static byte[] grown(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length + 1);
  }

  private static byte[] flipped(byte[] bytes, int at) {
    var copy = bytes.clone();
    copy[at] ^= 1;
    return copy;
  }

  private static void field(MessageDigest digest, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(
        new byte[] {
          (byte) (bytes.length >>> 24),
          (byte) (bytes.length >>> 16),
          (byte) (bytes.length >>> 8),
          (byte) bytes.length
        });
    digest.update(bytes);
  }

  private static MessageDigest sha256() throws NoSuchAlgorithmException {
    return MessageDigest.getInstance("SHA-256");
  }
}
