package org.commonsregistry.redundancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.commonsregistry.fingerprint.Fp1;
import org.junit.jupiter.api.Test;

/** A pack says on one's own machine what the registry would say. */
class OfflinePackTest {
  private static OfflinePack pack(long... hashes) {
    var sources =
        List.of(
            new OfflinePack.Source("one", "One", "CC0-1.0", "commons"),
            new OfflinePack.Source("two", "Two", "CC-BY-4.0", "commons"));
    var sets = LongStream.range(0, hashes.length).mapToInt(i -> 1 + (int) (i % 2)).toArray();
    return new OfflinePack(
        new OfflinePack.Header(
            "fp1",
            16,
            "en",
            "",
            5,
            hashes.length,
            sources,
            List.of(List.of(), List.of(0), List.of(0, 1))),
        hashes,
        sets);
  }

  private static byte[] written(OfflinePack pack) throws IOException {
    var out = new ByteArrayOutputStream();
    pack.write(out);
    return out.toByteArray();
  }

  @Property(tries = 200)
  void whatIsWrittenIsRead(
      @ForAll @Size(max = 300) List<@LongRange(max = (1L << 60) - 1) Long> some)
      throws IOException {
    var hashes = some.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    var bytes = written(pack(hashes));
    assertThat(written(OfflinePack.read(new ByteArrayInputStream(bytes)))).isEqualTo(bytes);
  }

  @Property(tries = 300)
  void anyChangedOrMissingByteIsNoticed(
      @ForAll @IntRange(max = 100_000) int place, @ForAll @IntRange(min = 1, max = 255) int change)
      throws IOException {
    var bytes = written(pack(LongStream.range(1, 200).map(i -> i * 1_000_003).toArray()));
    var cut = java.util.Arrays.copyOf(bytes, place % bytes.length);
    bytes[place % bytes.length] ^= (byte) change;
    for (var damaged : List.of(bytes, cut)) {
      assertThatThrownBy(() -> OfflinePack.read(new ByteArrayInputStream(damaged)))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void comparingAttributesAndGivesTheRange() throws IOException {
    var text = Shelf.prose(1, 8_000);
    var sketch = Fp1.sketch(text, 16);
    var half = java.util.Arrays.copyOf(sketch.hashes(), sketch.hashes().length / 2);
    var pack = OfflinePack.read(new ByteArrayInputStream(written(pack(half))));
    var answer = pack.compare(List.of(sketch), "en");
    assertThat(answer.share()).hasValueSatisfying(share -> assertThat(share).isBetween(0.49, 0.51));
    assertThat(answer.shown().low()).isBetween(0.4, 0.5);
    assertThat(answer.sources().getFirst().source().dataset()).isEqualTo("one");
    assertThat(answer.lead()).contains("of your words are already in the commons");
    assertThatThrownBy(() -> pack.compare(List.of(Fp1.sketch(text, 32)), "en"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
