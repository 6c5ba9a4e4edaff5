package org.commonsregistry.redundancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.holdings.HoldingId;
import org.commonsregistry.holdings.TextRecord;
import org.junit.jupiter.api.Test;

/** Benchmarks are found where they are, and nowhere else. */
class BenchmarkScanTest {
  private static final HoldingId EXAM = new HoldingId(new DatasetId("exam"), 1);
  private static final List<String> NAMES =
      List.of("Natalia", "Weng", "Betty", "Julie", "James", "Mark", "Albert", "Ken", "Alexis");
  private static final List<String> THINGS =
      List.of("clips", "pages", "flowers", "letters", "boxes", "slices", "shells", "vegetables");

  static TextRecord record(long ordinal, String text) {
    return new TextRecord(
        ordinal,
        "line " + ordinal,
        text,
        "en",
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  static BenchmarkScan scan(List<String> items) {
    var read = new ArrayList<BenchmarkItem>();
    for (var text : items) {
      read.add(BenchmarkItem.of(EXAM, record(read.size(), text)));
    }
    return new BenchmarkScan(new BenchmarkTable(read, new Boilerplate()));
  }

  /** School questions by a few templates, so that their phrases repeat as in real benchmarks. */
  static List<String> exam(int size) {
    var random = new Random(7);
    var items = new ArrayList<String>();
    while (items.size() < size) {
      var name = NAMES.get(random.nextInt(NAMES.size()));
      var thing = THINGS.get(random.nextInt(THINGS.size()));
      var a = 2 + random.nextInt(900);
      var b = 2 + random.nextInt(90);
      items.add(
          switch (items.size() % 4) {
            case 0 ->
                "%s sold %d %s to her friends in April, and then she sold %d fewer %s in May. How many %s did %s sell altogether in April and May?\nAnswer: %d"
                    .formatted(name, a, thing, b, thing, thing, name, 2 * a - b);
            case 1 ->
                "Which of the following is the number of %s that %s would need for %d rooms with %d %s each?"
                    .formatted(thing, name, a, b, thing);
            case 2 -> "What is %d times %d, given that all numbers are whole?".formatted(a, b);
            default ->
                "%s bought %d %s for %d dollars.".formatted(name, a, thing, b); // seven words
          });
    }
    return items;
  }

  @Test
  void itemsInTheMiddleOfATextAreFoundHoweverItIsWrappedOrCased() {
    var items = exam(4_000).stream().distinct().toList();
    var scan = scan(items);
    var found = 0;
    var asked = 0;
    var wrong = 0;
    for (var i = 0; i < items.size(); i++) {
      var item = items.get(i);
      if (item.split("\\s+").length < 8) {
        continue;
      }
      asked++;
      var planted =
          switch (i % 3) {
            case 0 -> item;
            case 1 -> item.toUpperCase(Locale.ROOT).replace(" ", "\n");
            default -> item.replace(" ", "  ").replace("?", "?\u201d");
          };
      var text = Shelf.prose(i, 200) + " " + planted + " " + Shelf.prose(i + 1, 200);
      var hits = scan.of(text);
      var number = i;
      found += hits.stream().anyMatch(hit -> hit.item() == number) ? 1 : 0;
      wrong += hits.stream().anyMatch(hit -> hit.item() != number) ? 1 : 0;
    }
    assertThat(asked).isGreaterThan(2_000);
    assertThat((double) found / asked).isGreaterThanOrEqualTo(0.99);
    assertThat((double) wrong / asked).isLessThan(0.01);
  }

  @Test
  void theWholeOfAShortItemIsFoundButAFewWordsAreNot() {
    var scan = scan(List.of("Weng bought 712 shells for 81 dollars.", "Why?", "Is it so?"));
    assertThat(scan.of("Then weng BOUGHT 712 shells, for 81 dollars and left. Why? Is it so?"))
        .singleElement()
        .satisfies(hit -> assertThat(hit.item()).isZero());
    assertThat(scan.of("Weng bought 712 shells for 82 dollars.")).isEmpty();
  }

  @Test
  void aPassageQuotedWithItsAnswerIsFoundAndWithoutItIsNot() {
    var passage = Shelf.prose(5, 40).strip();
    var scan = scan(List.of(passage + "\nAnswer: quixotic zephyr"));
    var half = String.join(" ", List.of(passage.split("\\s+")).subList(10, 38));
    assertThat(scan.of("So: " + half + " The reply was quixotic zephyr, they say."))
        .singleElement()
        .satisfies(hit -> assertThat(hit.answer()).isTrue());
    assertThat(scan.of("So: " + half + " The reply was another one, they say.")).isEmpty();
  }

  @Property(tries = 100)
  void thePassageIsWhereItWasPlanted(
      @ForAll @IntRange(min = 0, max = 300) int before,
      @ForAll @IntRange(min = 8, max = 60) int words) {
    var item = Shelf.prose(1_000 + words, words).strip();
    var head = Shelf.prose(before, before);
    var hits = scan(List.of(item)).of(head + item + " " + Shelf.prose(before + 1, 100));
    assertThat(hits)
        .singleElement()
        .satisfies(hit -> assertThat(hit.start()).isEqualTo(head.length()));
  }

  @Test
  void wordsScatteredOverALongTextAreNoItem() {
    var item = Shelf.prose(3, 60).strip();
    var words = List.of(item.split("\\s+"));
    var text = new StringBuilder();
    for (var i = 0; i + 8 <= words.size(); i += 8) {
      text.append(String.join(" ", words.subList(i, i + 8)))
          .append(' ')
          .append(Shelf.prose(i, 400));
    }
    assertThat(scan(List.of(item)).of(text)).isEmpty();
  }

  /** On 185 MB of laws, speeches, the Bible and novels; nothing of the kind stands in them. */
  @Test
  void noRealTextIsAccusedWrongly() throws IOException {
    var scan = scan(exam(20_000));
    var texts = new int[1];
    SharedTexts.all(
        (name, text) -> {
          texts[0]++;
          assertThat(scan.of(text)).as(name).isEmpty();
        });
    assertThat(texts[0]).isGreaterThan(6_000);
  }
}
