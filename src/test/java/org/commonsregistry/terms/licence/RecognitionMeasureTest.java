package org.commonsregistry.terms.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.commonsregistry.testing.SharedData;
import org.junit.jupiter.api.Test;

/**
 * Holds recognition to statements as publishers wrote them, labelled by hand. An answer is a
 * licence or a family; it is wrong if the label says anything else.
 */
class RecognitionMeasureTest {
  private static final Path FILE =
      Path.of("..", "shared", "data", "licences", "license-strings.tsv");
  private static final SpdxList LIST = new SpdxList();
  private static final LicenceGrammar IDENTIFIERS = LicenceGrammar.spdx(LIST);

  private record Row(String source, int count, String text, String label) {}

  private static final class Tally {
    int rows;
    int decidable;
    int decidableOccurrences;
    int right;
    int rightOccurrences;
    int wrong;

    void add(Row row, boolean answered, boolean correct) {
      rows++;
      wrong += answered && !correct ? 1 : 0;
      if (!row.label().equals("undecidable") && !row.label().equals("unstated")) {
        decidable++;
        decidableOccurrences += row.count();
        right += correct ? 1 : 0;
        rightOccurrences += correct ? row.count() : 0;
      }
    }

    double precision() {
      return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    double recall() {
      return decidable == 0 ? 1 : (double) right / decidable;
    }

    double recallOfOccurrences() {
      return decidable == 0 ? 1 : (double) rightOccurrences / decidableOccurrences;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%4d labelled, %4d decidable: precision %5.1f %%, recall %5.1f %% of statements, %5.1f %% of occurrences",
          rows,
          decidable,
          100 * precision(),
          100 * recall(),
          100 * recallOfOccurrences());
    }
  }

  @Test
  void whatItAnswersIsRightAndItAnswersMostOfWhatCanBeDecided() throws IOException {
    var whole = new Tally();
    var bySource = new TreeMap<String, Tally>();
    var wrong = new ArrayList<String>();
    var missed = new ArrayList<String>();
    for (var row : labelled()) {
      var recognition = Licences.recognise(row.text(), "");
      var answered =
          recognition instanceof Recognition.Licence || recognition instanceof Recognition.Family;
      var correct = label(recognition).equals(canonical(row.label()));
      whole.add(row, answered, correct);
      bySource.computeIfAbsent(row.source(), _ -> new Tally()).add(row, answered, correct);
      if (answered && !correct) {
        wrong.add(row + " -> " + recognition);
      } else if (!correct) {
        missed.add(row + " -> " + recognition);
      }
    }
    bySource.forEach((source, tally) -> System.out.printf("%-12s %s%n", source, tally));
    System.out.printf("%-12s %s%n", "all", whole);
    if (Boolean.getBoolean("licences.missed")) {
      missed.forEach(System.out::println);
    }
    assertThat(whole.precision()).as("wrong answers: " + wrong).isGreaterThanOrEqualTo(0.99);
    assertThat(whole.recall()).as("missed: " + missed).isGreaterThanOrEqualTo(0.60);
    assertThat(whole.recallOfOccurrences()).as("missed: " + missed).isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void everyStatementOfTheRealFileIsAnswered() throws IOException {
    var statements = new TreeMap<String, int[]>();
    for (var row : real()) {
      var recognition = Licences.recognise(row.text(), "");
      var figures = statements.computeIfAbsent(row.source(), _ -> new int[4]);
      var answered =
          recognition instanceof Recognition.Licence || recognition instanceof Recognition.Family;
      figures[0]++;
      figures[1] += answered ? 1 : 0;
      figures[2] += row.count();
      figures[3] += answered ? row.count() : 0;
      assertThat(recognition.reason()).isNotBlank();
      if (Boolean.getBoolean("licences.all")) {
        System.out.println(
            row.source()
                + "\t"
                + row.text()
                + "\t=> "
                + label(recognition)
                + "\t"
                + recognition.reason());
      }
    }
    statements.forEach(
        (source, f) ->
            System.out.printf(
                Locale.ROOT,
                "%-12s %3d of %3d statements (%.0f %%), %5d of %5d occurrences (%.0f %%)%n",
                source,
                f[1],
                f[0],
                100.0 * f[1] / f[0],
                f[3],
                f[2],
                100.0 * f[3] / f[2]));
    assertThat(statements).isNotEmpty();
  }

  /** What most importers do: an identifier or name of the list, else the first thing like CC. */
  private static String naive(String text) {
    var written = text.strip();
    for (var listed : LIST.licences()) {
      if (written.equalsIgnoreCase(listed.id()) || written.equalsIgnoreCase(listed.name())) {
        return "spdx:" + LIST.licence(listed.id()).orElseThrow().text();
      }
    }
    var zero = Pattern.compile("(?i)publicdomain/zero|\\bcc-?0\\b").matcher(written);
    var cc =
        Pattern.compile(
                "(?i)(?:licenses/|\\bcc[- ])(by(?:[- ](?:nc|sa|nd)){0,2})[-/ ]?([1-4]\\.[05])")
            .matcher(written);
    if (cc.find()) {
      var id = "CC-" + cc.group(1).replace(' ', '-').toUpperCase(Locale.ROOT) + "-" + cc.group(2);
      return LIST.licence(id).map(found -> "spdx:" + found.text()).orElse("undecidable");
    }
    return zero.find() ? "spdx:CC0-1.0" : "undecidable";
  }

  @Test
  void aNaiveReadingIsWrongMoreOften() throws IOException {
    var naive = new Tally();
    var ours = new Tally();
    for (var row : labelled()) {
      var guess = naive(row.text());
      naive.add(row, !guess.equals("undecidable"), guess.equals(canonical(row.label())));
      var recognition = Licences.recognise(row.text(), "");
      var answered =
          recognition instanceof Recognition.Licence || recognition instanceof Recognition.Family;
      ours.add(row, answered, label(recognition).equals(canonical(row.label())));
    }
    System.out.printf("%-12s %s%n", "naive", naive);
    assertThat(naive.precision()).isLessThan(ours.precision());
    assertThat(naive.recall()).isLessThan(ours.recall());
  }

  private static String label(Recognition recognition) {
    return switch (recognition) {
      case Recognition.Licence licence -> "spdx:" + licence.expression().text();
      case Recognition.Family family -> "family:" + family.family().token();
      case Recognition.Unstated _ -> "unstated";
      case Recognition.Unknown _ -> "undecidable";
    };
  }

  /** The label's expression in canonical form, read by the strict grammar of identifiers. */
  private static String canonical(String label) {
    if (!label.startsWith("spdx:")) {
      return label;
    }
    var meaning = IDENTIFIERS.read(label.substring("spdx:".length()));
    return "spdx:" + meaning.orElseThrow(() -> new IllegalStateException(label)).words();
  }

  /** The labelled statements, without the long ones if the file with their text is absent. */
  private static List<Row> labelled() throws IOException {
    var texts = new HashMap<String, String>();
    if (Files.exists(FILE)) {
      real().forEach(row -> texts.put("sha256:" + sha256(row.text()), row.text()));
    }
    var rows = new ArrayList<Row>();
    for (var cells : rows(Path.of("src/test/resources/licences/labelled.tsv"))) {
      var text = cells[2].startsWith("sha256:") ? texts.get(cells[2]) : cells[2];
      if (text != null) {
        rows.add(new Row(cells[0], Integer.parseInt(cells[1]), text, cells[3]));
      }
    }
    return rows;
  }

  private static List<Row> real() throws IOException {
    return rows(SharedData.file("licences/license-strings.tsv")).stream()
        .skip(1)
        .map(cells -> new Row(cells[0], Integer.parseInt(cells[1]), cells[2], ""))
        .toList();
  }

  private static List<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .toList();
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
