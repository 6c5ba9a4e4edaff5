package org.commonsregistry.holdings.intake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.StringJoiner;

/**
 * JSON Lines: one object a line, its text in the member {@code text}. A line that is too long is
 * passed over without being kept.
 */
final class JsonTexts {
  private static final int CHUNK = 1 << 16;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(100)
                  .maxStringLength(Bounds.LONGEST_LINE)
                  .build())
          .build();

  private final String prefix;
  private final TextSink sink;
  private byte[] line = new byte[CHUNK];
  private int length;
  private long number;
  private boolean tooLong;

  private JsonTexts(String prefix, TextSink sink) {
    this.prefix = prefix;
    this.sink = sink;
  }

  /**
   * @param prefix of the names of records that state none, e.g. of the file they are in
   */
  static void read(InputStream in, String prefix, TextSink sink) throws IOException {
    new JsonTexts(prefix, sink).read(in);
  }

  private void read(InputStream in) throws IOException {
    var chunk = new byte[CHUNK];
    for (var read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      var from = 0;
      for (var i = 0; i < read; i++) {
        if (chunk[i] == '\n') {
          keep(chunk, from, i);
          end();
          from = i + 1;
        }
      }
      keep(chunk, from, read);
    }
    if (length > 0 || tooLong) {
      end();
    }
  }

  private void keep(byte[] chunk, int from, int to) {
    var more = to - from;
    if (tooLong || length + more > Bounds.LONGEST_LINE) {
      tooLong = true;
      return;
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(length + more, Math.min(line.length * 2, 16 << 20)));
    }
    System.arraycopy(chunk, from, line, length, more);
    length += more;
  }

  private void end() throws IOException {
    number++;
    var place = prefix + "line " + number;
    if (tooLong) {
      sink.reject(place, "The line is longer than " + Bounds.LONGEST_LINE + " bytes.");
    } else if (number == 1 && Characters.utf16(Arrays.copyOf(line, Math.min(2, length)))) {
      throw new FileRefusedException(
          "The file is UTF-16.", "Save the file as UTF-8 and send it again.");
    } else if (!blank()) {
      record(place);
    }
    length = 0;
    tooLong = false;
  }

  private boolean blank() {
    for (var i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private void record(String place) throws IOException {
    var start = number == 1 ? Characters.mark(Arrays.copyOf(line, Math.min(3, length))) : 0;
    RawText text;
    try (var in = JSON.createParser(line, start, length - start)) {
      text = parsed(in, place);
    } catch (JacksonException e) {
      sink.reject(place, "It is not JSON in UTF-8: " + e.getOriginalMessage());
      return;
    } catch (NoTextException e) {
      sink.reject(place, String.valueOf(e.getMessage()));
      return;
    }
    sink.text(text);
  }

  private static final class NoTextException extends IOException {
    private static final long serialVersionUID = 1L;

    NoTextException(String message) {
      super(message);
    }
  }

  private static RawText parsed(JsonParser in, String place) throws IOException {
    if (in.nextToken() != JsonToken.START_OBJECT) {
      throw new NoTextException("A record is a JSON object, and this is none.");
    }
    var fields = new StatedFields();
    String text = null;
    while (in.nextToken() != JsonToken.END_OBJECT) {
      var name = in.currentName();
      var value = in.nextToken();
      if (name.equals("text")) {
        if (value != JsonToken.VALUE_STRING) {
          throw new NoTextException("The member text is not a string.");
        }
        text = in.getText();
      } else if (name.equals("metadata") && value == JsonToken.START_OBJECT) {
        while (in.nextToken() != JsonToken.END_OBJECT) {
          var inner = in.currentName();
          in.nextToken();
          field(in, "metadata." + inner, fields);
        }
      } else {
        field(in, name, fields);
      }
    }
    if (in.nextToken() != null) {
      throw new NoTextException("There is more on the line than one JSON object.");
    }
    if (text == null) {
      throw new NoTextException("The record has no member text.");
    }
    if (Characters.loneSurrogate(text)) {
      throw new NoTextException("It has half a character (a surrogate without its partner).");
    }
    return fields.with(place, text);
  }

  private static void field(JsonParser in, String name, StatedFields fields) throws IOException {
    var value = in.currentToken();
    if (!StatedFields.known(name)) {
      in.skipChildren();
    } else if (value == JsonToken.START_ARRAY) {
      var all = new StringJoiner("; ");
      while (in.nextToken() != JsonToken.END_ARRAY) {
        if (in.currentToken().isScalarValue()) {
          all.add(in.getText());
        } else {
          in.skipChildren();
        }
      }
      fields.put(name, all.toString());
    } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
      fields.put(name, in.getText());
    } else {
      in.skipChildren();
    }
  }
}
