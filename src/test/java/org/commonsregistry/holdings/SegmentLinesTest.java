package org.commonsregistry.holdings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class SegmentLinesTest {

  @Property(tries = 300)
  void whatWasWrittenIsReadBackCharacterByCharacter(
      @ForAll @Size(max = 8) List<String> anything, @ForAll boolean detected) throws IOException {
    var written = new ArrayList<TextRecord>();
    var writer = new SegmentLines.Writer();
    for (var some : anything) {
      var text = new String(some.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      var said = Optional.of(text).filter(t -> t.length() % 2 == 0);
      var record =
          new TextRecord(
              100 + written.size(),
              text,
              text + "\u0001\"\\\n",
              "de",
              detected,
              said,
              said,
              Optional.empty(),
              said);
      written.add(record);
      writer.add(record, record.text().getBytes(StandardCharsets.UTF_8));
    }
    var packed = writer.packed();
    var read = new ArrayList<TextRecord>();
    SegmentLines.read(new ByteArrayInputStream(packed), 100, read::add);
    assertThat(read).isEqualTo(written);
    for (var one : written) {
      assertThat(SegmentLines.read(new ByteArrayInputStream(packed), 100, one.ordinal()))
          .contains(one);
    }
    assertThat(SegmentLines.read(new ByteArrayInputStream(packed), 100, 100 + written.size()))
        .isEmpty();
    try (var plain = new ZstdInputStream(new ByteArrayInputStream(packed))) {
      var lines = new String(plain.readAllBytes(), StandardCharsets.UTF_8).split("\n");
      for (var i = 0; i < written.size(); i++) {
        assertThat(new ObjectMapper().readTree(lines[i]).path("text").asText())
            .isEqualTo(written.get(i).text());
      }
    }
  }
}
