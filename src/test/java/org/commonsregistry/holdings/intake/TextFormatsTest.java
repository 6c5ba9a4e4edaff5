package org.commonsregistry.holdings.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.jerolba.carpet.CarpetWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every format with good and with bad files. */
class TextFormatsTest {

  /** Takes as the real one does, without keeping. */
  private static final class Taken implements TextSink {
    final List<RawText> texts = new ArrayList<>();
    final List<String> rejected = new ArrayList<>();

    @Override
    public void text(RawText text) {
      Characters.fault(text.text())
          .ifPresentOrElse(why -> reject(text.id(), why), () -> texts.add(text));
    }

    @Override
    public void reject(String place, String reason) {
      rejected.add(place + ": " + reason);
    }

    List<String> ids() {
      return texts.stream().map(RawText::id).toList();
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static InputStream unpacked(byte[] bytes) throws IOException {
    return Unpacking.of(new ByteArrayInputStream(bytes), new Bounds(1L << 34));
  }

  private static Taken json(byte[] bytes) throws IOException {
    var taken = new Taken();
    JsonTexts.read(unpacked(bytes), "", taken);
    return taken;
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(out)) {
      packing.write(bytes);
    }
    return out.toByteArray();
  }

  @Test
  void membersOfARecordBecomeItsProvenance() throws IOException {
    var taken =
        json(
            utf8(
                """
                \uFEFF{"id":7,"text":"one","source":"wikimedia","metadata":{"license":"CC BY 4.0","language":"German","url":"https://example.org/1","authors":["Ada","Bob"]}}

                {"text":"two","license":null,"lang":"pt_BR","title":"Two","extra":{"deep":[1,{"x":2}]}}
                {"text":"three","language":"no language at all"}
                """));
    assertThat(taken.rejected).isEmpty();
    var one = taken.texts.getFirst();
    assertThat(one.id()).isEqualTo("7");
    assertThat(one.licence()).contains("CC BY 4.0");
    assertThat(one.language()).contains("de");
    assertThat(one.source()).contains("https://example.org/1");
    assertThat(one.attribution()).contains("Ada; Bob");
    var two = taken.texts.get(1);
    assertThat(two.id()).isEqualTo("line 3");
    assertThat(two.language()).contains("pt-BR");
    assertThat(two.licence()).isEmpty();
    assertThat(two.title()).contains("Two");
    assertThat(taken.texts.get(2).language()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"cut off",
        "[1,2]",
        "7",
        "{\"text\":5}",
        "{\"text\":null}",
        "{\"id\":\"a\"}",
        "{\"text\":\"\"}",
        "{\"text\":\"  \\n \"}",
        "{\"text\":\"a\\u0000b\"}",
        "{\"text\":\"half \\ud800\"}",
        "{\"text\":\"a\"} {\"text\":\"b\"}",
        "{\"text\":\"a\",}",
      })
  void aBadLineIsRejectedForItself(String line) throws IOException {
    var taken = json(utf8("{\"text\":\"before\"}\n" + line + "\n{\"text\":\"after\"}"));
    assertThat(taken.texts).extracting(RawText::text).containsExactly("before", "after");
    assertThat(taken.rejected).hasSize(1);
    assertThat(taken.rejected.getFirst()).startsWith("line 2: ");
  }

  @Test
  void deepNestingIsRejectedAndDoesNotEndAnything() throws IOException {
    var deep = "{\"text\":\"a\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    var taken = json(utf8(deep + "\n{\"text\":\"after\"}"));
    assertThat(taken.rejected).hasSize(1);
    assertThat(taken.ids()).containsExactly("line 2");
  }

  @Test
  void invalidUtf8InALineIsRejectedForItself() throws IOException {
    var bytes = utf8("{\"text\":\"caf*\"}\n{\"text\":\"after\"}");
    bytes[12] = (byte) 0xE9;
    var taken = json(bytes);
    assertThat(taken.texts).extracting(RawText::text).containsExactly("after");
    assertThat(taken.rejected).hasSize(1);
  }

  @Test
  void aLineOfAHundredMegabytesIsPassedOver() throws IOException {
    var length = 100L << 20;
    var endless =
        new InputStream() {
          private long at;

          @Override
          public int read() {
            return at++ < length ? 'x' : at <= length + 1 ? '\n' : -1;
          }
        };
    var taken = new Taken();
    JsonTexts.read(
        new java.io.SequenceInputStream(
            endless, new ByteArrayInputStream(utf8("{\"text\":\"after\"}"))),
        "",
        taken);
    assertThat(taken.rejected.getFirst()).contains("line 1").contains("longer");
    assertThat(taken.ids()).containsExactly("line 2");
  }

  @Test
  void packedLinesAreKnownByTheirFirstBytesWhateverTheNameSays() throws IOException {
    var line = utf8("{\"text\":\"packed\"}\n");
    for (var bytes : List.of(line, gzip(line), Zstd.compress(line))) {
      assertThat(json(bytes).ids()).containsExactly("line 1");
    }
  }

  @Test
  void aTruncatedPackedFileBreaksOffAndDoesNotEndQuietly() throws IOException {
    var lines = new StringBuilder();
    for (var i = 0; i < 20_000; i++) {
      lines.append("{\"text\":\"number ").append(i * 7919 % 10_007).append("\"}\n");
    }
    for (var packed : List.of(gzip(utf8(lines.toString())), Zstd.compress(utf8("" + lines)))) {
      var half = Arrays.copyOf(packed, packed.length / 2);
      assertThatThrownBy(() -> json(half)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aBombIsRefused() throws IOException {
    var zeros = new byte[80 << 20];
    Arrays.fill(zeros, (byte) ' ');
    for (var bomb : List.of(gzip(zeros), Zstd.compress(zeros))) {
      assertThatThrownBy(() -> json(bomb))
          .isInstanceOf(FileRefusedException.class)
          .hasMessageContaining("bomb");
    }
    var zip = zip("a.txt", zeros);
    assertThatThrownBy(() -> zip(zip))
        .isInstanceOf(FileRefusedException.class)
        .hasMessageContaining("bomb");
    var ignored = zip("a.bin", zeros); // what is not read counts as well
    assertThatThrownBy(() -> zip(ignored)).isInstanceOf(FileRefusedException.class);
  }

  @Test
  void moreThanIsTakenAtATimeIsRefused() {
    var taken = new Taken();
    assertThatThrownBy(
            () ->
                JsonTexts.read(
                    Unpacking.of(
                        new ByteArrayInputStream(gzip(new byte[2_000])), new Bounds(1_000)),
                    "",
                    taken))
        .isInstanceOf(FileRefusedException.class)
        .hasMessageContaining("1000");
  }

  private static Taken plain(byte[] bytes, boolean markdown) throws IOException {
    var taken = new Taken();
    PlainTexts.read(unpacked(bytes), "name", markdown, taken);
    return taken;
  }

  @Test
  void plainTextIsKeptExactlyAndWhatIsNoTextIsRejected() throws IOException {
    var text = "\r\nZwölf\u00a0Boxkämpfer\t\ud83d\ude00 \uFFFD\n";
    assertThat(plain(utf8(text), false).texts.getFirst().text()).isEqualTo(text);
    assertThat(plain(utf8("\uFEFFx"), false).texts.getFirst().utf8()).isEqualTo(utf8("x"));
    assertThat(plain("caf\u00e9".getBytes(StandardCharsets.ISO_8859_1), false).rejected)
        .singleElement()
        .asString()
        .contains("UTF-8");
    assertThat(plain("a b".getBytes(StandardCharsets.UTF_16), false).rejected)
        .singleElement()
        .asString()
        .contains("UTF-16");
    assertThat(plain(utf8("a\0b"), false).rejected).singleElement().asString().contains("binary");
    assertThat(plain(new byte[0], false).rejected).singleElement().asString().contains("empty");
    assertThat(plain(utf8(" \n\t"), false).rejected).hasSize(1);
    assertThat(plain(new byte[(16 << 20) + 1], false).rejected)
        .singleElement()
        .asString()
        .contains("longer");
  }

  @Test
  void theBlockAtTheHeadOfMarkdownSaysWhatItIs() throws IOException {
    var text =
        plain(
                utf8(
                    """
                    ---
                    title: "Bäume: eine Übersicht"
                    licence: CC0-1.0   # SPDX
                    language: de
                    source: 'https://example.org/b'
                    unknown: [1, 2
                    ---

                    # Bäume
                    """),
                true)
            .texts
            .getFirst();
    assertThat(text.text()).isEqualTo("# Bäume\n");
    assertThat(text.utf8()).isEqualTo(utf8("# Bäume\n"));
    assertThat(text.title()).contains("Bäume: eine Übersicht");
    assertThat(text.licence()).contains("CC0-1.0");
    assertThat(text.language()).contains("de");
    assertThat(text.source()).contains("https://example.org/b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"---\nnever: ends\n\ntext", "--- a ---\ntext", "----\na: b\n----\n", "---"})
  void whatOnlyLooksLikeSuchABlockIsText(String text) throws IOException {
    assertThat(plain(utf8(text), true).texts.getFirst().text()).isEqualTo(text);
  }

  private static byte[] zip(Object... namesAndContents) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        zip.write((byte[]) namesAndContents[i + 1]);
      }
    }
    return out.toByteArray();
  }

  private static Taken zip(byte[] bytes) throws IOException {
    var taken = new Taken();
    var bounds = new Bounds(1L << 34);
    ArchiveTexts.zip(bounds.packed(new ByteArrayInputStream(bytes)), bounds, taken);
    return taken;
  }

  private static byte[] tar(Object... namesAndContents) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(out, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (var i = 0; i < namesAndContents.length; i += 2) {
        var content = (byte[]) namesAndContents[i + 1];
        var entry = new TarArchiveEntry((String) namesAndContents[i], true);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  private static Taken tar(byte[] bytes) throws IOException {
    var taken = new Taken();
    ArchiveTexts.tar(unpacked(bytes), taken);
    return taken;
  }

  @Test
  void filesInArchivesAreNamedByTheirPathsAndBadOnesRejectedSingly() throws IOException {
    Object[] files = {
      "./a/one.txt", utf8("one"),
      "two.md", utf8("---\ntitle: Two\n---\ntwo"),
      "../../etc/passwd.txt", utf8("evil"),
      "b\\..\\c.txt", utf8("evil"),
      "inner.zip", zip("x.txt", utf8("x")),
      "inner.jsonl.gz", gzip(utf8("{\"text\":\"x\"}")),
      "picture.png", new byte[] {1, 2},
      "binary.txt", new byte[] {(byte) 0xFF, 0, 1},
      "empty.txt", new byte[0],
      "three.jsonl", utf8("{\"text\":\"3a\"}\nbroken\n{\"text\":\"3b\",\"id\":\"b\"}"),
    };
    for (var taken : List.of(tar(tar(files)), tar(Zstd.compress(tar(files))), zip(zip(files)))) {
      assertThat(taken.ids()).containsExactly("a/one.txt", "two.md", "three.jsonl, line 1", "b");
      assertThat(taken.texts.get(1).title()).contains("Two");
      assertThat(String.join("\n", taken.rejected))
          .contains("../../etc/passwd.txt: Its name leads out")
          .contains("b/../c.txt: Its name leads out")
          .contains("inner.zip: It is an archive inside an archive")
          .contains("inner.jsonl.gz: It is an archive inside an archive")
          .contains("picture.png: It is not")
          .contains("binary.txt: It is not valid UTF-8")
          .contains("empty.txt: The text is empty")
          .contains("three.jsonl, line 2: ");
      assertThat(taken.rejected).hasSize(8);
    }
  }

  @Test
  void linksInArchivesAreNotFollowed() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(out)) {
      var link = new TarArchiveEntry("link.txt", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      tar.putArchiveEntry(link);
      tar.closeArchiveEntry();
    }
    var taken = tar(out.toByteArray());
    assertThat(taken.texts).isEmpty();
    assertThat(taken.rejected).singleElement().asString().contains("link");
  }

  @Test
  void aTruncatedArchiveBreaksOff() throws IOException {
    var whole = tar("a.txt", new byte[0], "b.txt", utf8("b".repeat(5_000)));
    var cut = Arrays.copyOf(whole, 3_000);
    assertThatThrownBy(() -> tar(cut)).isInstanceOf(IOException.class);
    var zipped = zip("a.txt", utf8("Something that is packed and cut off in the middle."));
    assertThatThrownBy(() -> zip(Arrays.copyOf(zipped, 50))).isInstanceOf(IOException.class);
  }

  @Test
  void whatIsNoArchiveIsRefused() {
    assertThatThrownBy(() -> zip(utf8("no archive"))).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> tar(utf8("no archive"))).isInstanceOf(IOException.class);
  }

  /** Some of what a record of Common Pile has. */
  public record Row(Long id, String text, String license, Metadata metadata, List<String> ignored) {
    /** As there. */
    public record Metadata(String language, String url, int count) {}
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD"})
  void rowsOfParquetAreRecords(CompressionCodecName codec, @TempDir Path folder)
      throws IOException {
    var file = folder.resolve("rows.parquet");
    var rows = new ArrayList<Row>();
    for (var i = 0; i < 3_000; i++) {
      var text = i == 5 ? null : i == 6 ? "" : "Text number " + i;
      rows.add(
          new Row(
              (long) i,
              text,
              i % 2 == 0 ? "CC0-1.0" : null,
              i == 9 ? null : new Row.Metadata("de", "https://example.org/" + i, i),
              List.of("x", "y")));
    }
    try (var out = Files.newOutputStream(file);
        var writer =
            new CarpetWriter.Builder<>(out, Row.class).withCompressionCodec(codec).build()) {
      writer.write(rows);
    }
    var taken = new Taken();
    var bounds = new Bounds(1L << 34);
    bounds.packed(Files.newInputStream(file)).readAllBytes();
    ParquetTexts.read(file, bounds, taken);
    assertThat(taken.texts).hasSize(2_998);
    assertThat(taken.rejected)
        .containsExactly("row 6: The row has no text.", "6: The text is empty.");
    var first = taken.texts.getFirst();
    assertThat(first.id()).isEqualTo("0");
    assertThat(first.text()).isEqualTo("Text number 0");
    assertThat(first.licence()).contains("CC0-1.0");
    assertThat(first.language()).contains("de");
    assertThat(first.source()).contains("https://example.org/0");
    assertThat(taken.texts.get(1).licence()).isEmpty();
    assertThat(taken.texts.get(7).source()).isEqualTo(Optional.empty());
  }

  @Test
  void whatIsNoParquetOrHasNoTextIsRefused(@TempDir Path folder) throws IOException {
    var none = folder.resolve("none.parquet");
    Files.write(none, utf8("PAR1 and nothing more of it PAR1"));
    assertThatThrownBy(() -> ParquetTexts.read(none, new Bounds(1L << 30), new Taken()))
        .isInstanceOf(FileRefusedException.class);
    Files.write(none, new byte[0]);
    assertThatThrownBy(() -> ParquetTexts.read(none, new Bounds(1L << 30), new Taken()))
        .isInstanceOf(FileRefusedException.class);
    var other = folder.resolve("other.parquet");
    try (var out = Files.newOutputStream(other);
        var writer = new CarpetWriter.Builder<>(out, Row.Metadata.class).build()) {
      writer.write(new Row.Metadata("de", "x", 1));
    }
    assertThatThrownBy(() -> ParquetTexts.read(other, new Bounds(1L << 30), new Taken()))
        .isInstanceOf(FileRefusedException.class)
        .hasMessageContaining("no column 'text'")
        .hasMessageContaining("language");
  }

  @Test
  void languagesAreToldFromTheTextOrNotAtAll() {
    var guess = new LanguageGuess();
    assertThat(
            guess.of(
                "All human beings are born free and equal in dignity and rights. They are endowed"
                    + " with reason and conscience."))
        .contains("en");
    assertThat(
            guess.of(
                "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit"
                    + " Vernunft und Gewissen begabt."))
        .contains("de");
    assertThat(guess.of("人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。人人有资格享有本宣言所载的一切权利和自由。"))
        .contains("zh");
    assertThat(guess.of("すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。")).contains("ja");
    assertThat(guess.of("모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.")).contains("ko");
    assertThat(guess.of("1234 5678 90 %%% 2021-01-01")).isEmpty();
    assertThat(guess.of("OK")).isEmpty();
  }
}
