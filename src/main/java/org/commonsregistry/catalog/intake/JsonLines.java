package org.commonsregistry.catalog.intake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.commonsregistry.rdf.RdfRefusedException;

/**
 * A stream of JSON records, one a line. Each bad line is refused for itself; memory is bounded by
 * one line.
 */
final class JsonLines {
  static final int LONGEST_LINE = 4 << 20;
  private static final ObjectReader JSON = mapper().reader();

  private JsonLines() {}

  static ObjectMapper mapper() {
    return new ObjectMapper(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(100)
                        .maxStringLength(LONGEST_LINE)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /**
   * @throws IOException when the stream itself breaks off; lines already given stay given
   */
  static void read(InputStream in, Consumer<Taken> sink) throws IOException {
    var chunk = new byte[1 << 16];
    var line = new ByteArrayOutputStream(1 << 13);
    var number = 0L;
    var tooLong = false;
    int length;
    while ((length = in.read(chunk)) >= 0) {
      if (number == 0 && line.size() == 0) {
        Encoding.refuseUtf16(chunk);
      }
      var from = 0;
      for (var i = 0; i < length; i++) {
        if (chunk[i] == '\n') {
          tooLong |= !fits(line, chunk, from, i);
          number++;
          take(line.toByteArray(), number, tooLong, sink);
          line.reset();
          tooLong = false;
          from = i + 1;
        }
      }
      tooLong |= !fits(line, chunk, from, length);
    }
    if (line.size() > 0) {
      take(line.toByteArray(), number + 1, tooLong, sink);
    }
  }

  /** Keeps a piece of a line, as far as the line may go. */
  private static boolean fits(ByteArrayOutputStream line, byte[] chunk, int from, int to) {
    var room = LONGEST_LINE - line.size();
    line.write(chunk, from, Math.min(room, to - from));
    return to - from <= room;
  }

  private static void take(byte[] line, long number, boolean tooLong, Consumer<Taken> sink) {
    var place = "line " + number;
    if (tooLong) {
      sink.accept(
          refused(
              place,
              "",
              "The line has more than " + LONGEST_LINE + " bytes.",
              "Shorten the record's texts."));
      return;
    }
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(line))
              .toString();
    } catch (CharacterCodingException e) {
      sink.accept(
          refused(
              place,
              "",
              "The line is not valid UTF-8.",
              "Save the file as UTF-8 and send it again."));
      return;
    }
    if (text.isBlank()) {
      return;
    }
    sink.accept(
        record(place, number == 1 && text.charAt(0) == '\uFEFF' ? text.substring(1) : text));
  }

  private static Taken record(String place, String text) {
    var name = "";
    try {
      var node = JSON.readTree(text);
      if (!node.isObject()) {
        return refused(
            place, "", "The line is JSON, but not an object.", "Write one {…} record a line.");
      }
      name = node.path("id").asText(node.path("title").asText(""));
      return new Taken.Readable(place, CatalogueRecord.read(node));
    } catch (JacksonException e) {
      return refused(
          place,
          name,
          "The line is not valid JSON: " + e.getOriginalMessage(),
          "Write one complete {…} record a line.");
    } catch (IllegalArgumentException | RdfRefusedException e) {
      return refused(
          place,
          name,
          String.valueOf(e.getMessage()),
          "Add what is missing and send the record again.");
    }
  }

  private static Taken refused(String place, String record, String reason, String remedy) {
    return new Taken.Refused(new Refusal(place, record, reason, remedy));
  }
}
