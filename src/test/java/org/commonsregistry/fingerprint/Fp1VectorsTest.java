package org.commonsregistry.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The vectors that docs/fp1.md gives to whoever implements fp1 anew. */
class Fp1VectorsTest {
  private static final Path FILE = Path.of("docs", "fp1-vectors.json");

  @Test
  void theJavaGivesWhatTheVectorsSay() throws IOException {
    for (var vector : vectors()) {
      var text = vector.get("text").textValue();
      var says = vector.get("says").textValue();
      var tokens = Fp1.tokens(text);
      assertThat(Fp1.words(text)).as(says).isEqualTo(vector.get("words").longValue());
      for (int i = 0; i < tokens.count(); i++) {
        assertThat(
                "%d-%d %d %016x"
                    .formatted(tokens.start(i), tokens.end(i), tokens.weight(i), tokens.hash(i)))
            .as(says)
            .isEqualTo(vector.get("tokens").get(i).textValue());
      }
      assertThat(BrowserFp1.javaSketched(text, 1)).as(says).isEqualTo(sketch(vector));
    }
  }

  @Test
  void theJavaScriptGivesWhatTheVectorsSay() throws IOException {
    try (var browser = new BrowserFp1()) {
      for (var vector : vectors()) {
        assertThat(browser.sketched(vector.get("text").textValue(), 1))
            .as(vector.get("says").textValue())
            .isEqualTo(sketch(vector));
      }
    }
  }

  private static JsonNode vectors() throws IOException {
    var vectors = new ObjectMapper().readTree(FILE.toFile());
    assertThat(vectors).isNotEmpty();
    return vectors;
  }

  private static String sketch(JsonNode vector) {
    var parts = new ArrayList<String>();
    parts.add("1");
    parts.add(vector.get("words").asText());
    parts.add(vector.get("shingles").asText());
    vector.get("hashes").forEach(hash -> parts.add(hash.textValue()));
    return String.join(" ", parts);
  }
}
