package org.commonsregistry.classification.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;
import org.commonsregistry.testing.SharedData;
import org.junit.jupiter.api.Test;

/**
 * A thousand descriptions as other catalogues write them: Markdown, HTML, any length and language.
 */
class CollectedDescriptionsTest {

  @Test
  void everyCollectedDescriptionIsAnsweredAndFewSentencesAreGiven() throws IOException {
    var adviser = new Adviser();
    var json = new ObjectMapper();
    var counts = new TreeMap<String, Integer>();
    var fired = new ArrayList<String>();
    for (var line : Files.readAllLines(SharedData.file("catalogue/sample-1000.jsonl"))) {
      var record = json.readTree(line);
      var keywords = new ArrayList<String>();
      record.path("keywords").forEach(keyword -> keywords.add(keyword.asText()));
      var description = record.path("description").asText();
      if (description.length() > 16_000) {
        counts.merge("long", 1, Integer::sum);
        description = description.substring(0, 16_000);
      }
      var advice =
          adviser.suggest(
              record.path("title").asText(), description, keywords.stream().limit(50).toList());
      counts.merge("records", 1, Integer::sum);
      counts.merge("sentences", Sentences.of(description).size(), Integer::sum);
      counts.merge("abstained " + advice.abstained(), 1, Integer::sum);
      counts.merge("with category " + !advice.categories().isEmpty(), 1, Integer::sum);
      counts.merge("with terms " + !advice.sentences().isEmpty(), 1, Integer::sum);
      advice
          .sentences()
          .forEach(
              s ->
                  fired.add(
                      record.path("id").asText() + "\t" + s.confidence() + "\t" + s.sentence()));
      assertThat(advice.sentences()).allSatisfy(s -> assertThat(s.sentence()).isNotBlank());
    }
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "advice-on-collected.tsv"), fired);
    System.out.println("advice on collected descriptions: " + counts + ", fired " + fired.size());
    assertThat(counts.get("records")).isEqualTo(1_000);
    assertThat(fired.size()).isBetween(10, counts.get("sentences") / 20);
  }
}
