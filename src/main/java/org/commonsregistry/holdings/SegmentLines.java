package org.commonsregistry.holdings;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The texts of one segment as JSON Lines in Zstandard: {@code zstd -dc} shows them. A text that
 * says nothing of its licence has no such member.
 */
public final class SegmentLines {
  private static final int LEVEL = 1;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private SegmentLines() {}

  /** Collects texts and packs them. Not thread-safe. */
  public static final class Writer {
    private static final String CONTROL = "u%04x";

    private final ByteArrayOutputStream lines = new ByteArrayOutputStream(1 << 20);
    private final JsonGenerator out;

    public Writer() {
      try {
        out = JSON.createGenerator(lines, JsonEncoding.UTF8);
        out.setRootValueSeparator(null);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /**
     * @param utf8 the text's bytes, which are known already
     */
    public void add(TextRecord record, byte[] utf8) {
      try {
        out.writeStartObject();
        out.writeStringField("id", record.id());
        out.writeStringField("language", record.language());
        if (record.languageDetected()) {
          out.writeBooleanField("languageDetected", true);
        }
        write("licence", record.licence());
        write("source", record.source());
        write("attribution", record.attribution());
        write("title", record.title());
        out.writeFieldName("text");
        out.writeRawValue(""); // the generator's turn is over, its buffer goes out
        out.flush();
        escape(utf8);
        out.writeEndObject();
        out.writeRaw('\n');
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /**
     * As a JSON string. Several times as fast as a generator that looks at every character, because
     * what needs no escape is copied in runs.
     */
    private void escape(byte[] utf8) {
      lines.write('"');
      var from = 0;
      for (var i = 0; i < utf8.length; i++) {
        var b = utf8[i];
        if (b >= 0x20 && b != '"' && b != '\\' || b < 0) {
          continue;
        }
        lines.write(utf8, from, i - from);
        from = i + 1;
        lines.write('\\');
        switch (b) {
          case '"', '\\' -> lines.write(b);
          case '\n' -> lines.write('n');
          case '\r' -> lines.write('r');
          case '\t' -> lines.write('t');
          default -> lines.writeBytes(CONTROL.formatted(b).getBytes(StandardCharsets.US_ASCII));
        }
      }
      lines.write(utf8, from, utf8.length - from);
      lines.write('"');
    }

    private void write(String name, Optional<String> value) throws IOException {
      if (value.isPresent()) {
        out.writeStringField(name, value.get());
      }
    }

    public byte[] packed() {
      try {
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Zstd.compress(lines.toByteArray(), LEVEL);
    }
  }

  /** Reads all texts of a segment in order. */
  static void read(InputStream packed, long first, Consumer<TextRecord> reader) throws IOException {
    try (var plain = new ZstdInputStream(packed);
        var in = JSON.createParser(plain)) {
      for (var ordinal = first; in.nextToken() != null; ordinal++) {
        reader.accept(record(in, ordinal));
      }
      packed.transferTo(OutputStream.nullOutputStream()); // to its end, where it is checked
    }
  }

  /** Reads one text; those before it are passed over without being built. */
  static Optional<TextRecord> read(InputStream packed, long first, long ordinal)
      throws IOException {
    try (var plain = new ZstdInputStream(packed);
        var in = JSON.createParser(plain)) {
      for (var next = first; in.nextToken() != null; next++) {
        if (next == ordinal) {
          return Optional.of(record(in, ordinal));
        }
        in.skipChildren();
      }
      return Optional.empty();
    }
  }

  private static TextRecord record(JsonParser in, long ordinal) throws IOException {
    var id = "";
    var text = "";
    var language = "und";
    var detected = false;
    var licence = Optional.<String>empty();
    var source = Optional.<String>empty();
    var attribution = Optional.<String>empty();
    var title = Optional.<String>empty();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      var name = in.currentName();
      in.nextToken();
      switch (name) {
        case "id" -> id = in.getText();
        case "text" -> text = in.getText();
        case "language" -> language = in.getText();
        case "languageDetected" -> detected = in.getBooleanValue();
        case "licence" -> licence = Optional.of(in.getText());
        case "source" -> source = Optional.of(in.getText());
        case "attribution" -> attribution = Optional.of(in.getText());
        case "title" -> title = Optional.of(in.getText());
        default -> in.skipChildren();
      }
    }
    return new TextRecord(
        ordinal, id, text, language, detected, licence, source, attribution, title);
  }
}
