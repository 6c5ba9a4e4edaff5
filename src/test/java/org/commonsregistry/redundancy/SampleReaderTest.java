package org.commonsregistry.redundancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.commonsregistry.fingerprint.Fp1;
import org.commonsregistry.http.ProblemException;
import org.junit.jupiter.api.Test;

/** Sketches are believed only as far as they can be checked. */
class SampleReaderTest {
  private static final String TEXT = Shelf.prose(1, 4_000);

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Property(tries = 100)
  void whatIsHonestIsTaken(
      @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 3_000) Integer> lengths,
      @ForAll @IntRange(min = 4, max = 10) int power) {
    var texts = lengths.stream().map(words -> Shelf.prose(words, words)).toList();
    var sample = SampleReader.read(utf8(Shelf.question(1 << power, texts).toString()));
    assertThat(sample.documents())
        .isEqualTo(texts.stream().map(text -> Fp1.sketch(text, 1 << power)).toList());
  }

  @Property(tries = 500)
  void noByteTurnedOverEndsInAnythingButAnAnswer(
      @ForAll @IntRange(max = 100_000) int place, @ForAll byte value) {
    var body = utf8(Shelf.question(16, List.of(TEXT)).toString());
    body[place % body.length] = value;
    try {
      SampleReader.read(body);
    } catch (ProblemException e) {
      assertThat(e.problem().remedy()).isNotEmpty();
      assertThat(e.problem().expected()).isNotEmpty();
    }
  }

  @Test
  void aDenseSketchUnderAFalseScaleIsFoundOut() {
    var question = Shelf.question(4, List.of(TEXT)).put("scale", 16).toString();
    assertThatThrownBy(() -> SampleReader.read(utf8(question)))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void sketchesOfManyShortDocumentsCannotHideMoreThanChance() {
    var question = Shelf.JSON.createObjectNode().put("fingerprint", "fp1").put("scale", 16);
    var documents = question.putArray("documents");
    for (var i = 0; i < 200; i++) {
      var document = documents.addObject().put("words", 20).put("shingles", 13);
      document.putArray("hashes").add("%016x".formatted(4L * i)).add("%016x".formatted(4L * i + 1));
    }
    assertThatThrownBy(() -> SampleReader.read(utf8(question.toString())))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().received()).contains("all documents together"));
  }

  @Test
  void theProblemNeverRepeatsWhatCame() {
    var secret = "my unpublished sentence";
    for (var body :
        List.of(
            "{\"fingerprint\":\"" + secret + "\",\"scale\":16,\"documents\":[]}",
            "{\"" + secret + "\":" + secret,
            secret,
            "{\"documents\":[{\"hashes\":[\"" + secret + "\"]}]}")) {
      assertThatThrownBy(() -> SampleReader.read(utf8(body)))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> assertThat(e.problem().toString()).doesNotContain("unpublished"));
    }
  }

  @Test
  void asManyHashesAsAllowedFitIntoABody() {
    var hashes = new StringBuilder();
    for (var i = 0; i < SampleReader.MOST_HASHES; i++) {
      hashes.append(i == 0 ? "" : ",").append('"').append("%016x".formatted(i * 7L)).append('"');
    }
    var body =
        "{\"fingerprint\":\"fp1\",\"scale\":16,\"documents\":[{\"words\":1100000,"
            + "\"shingles\":1099000,\"hashes\":["
            + hashes
            + "]}]}";
    assertThat(SampleReader.read(utf8(body)).hashes()).hasSize(SampleReader.MOST_HASHES);
    var more = body.replace("]}]}", ",\"0fffffffffffffff\"]}]}");
    assertThatThrownBy(() -> SampleReader.read(utf8(more))).isInstanceOf(ProblemException.class);
  }
}
