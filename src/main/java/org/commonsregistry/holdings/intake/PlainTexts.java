package org.commonsregistry.holdings.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One file, one text: {@code .txt} and {@code .md}. */
final class PlainTexts {
  private PlainTexts() {}

  /**
   * @param name of the file, which becomes the text's id
   */
  static void read(InputStream in, String name, boolean markdown, TextSink sink)
      throws IOException {
    var bytes = in.readNBytes(Bounds.LARGEST_TEXT + 1);
    if (bytes.length > Bounds.LARGEST_TEXT) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      sink.reject(
          name, "The text is longer than " + Bounds.LARGEST_TEXT + " bytes; split it into parts.");
      return;
    }
    if (Characters.utf16(bytes)) {
      sink.reject(name, "It is UTF-16; save it as UTF-8.");
      return;
    }
    var mark = Characters.mark(bytes);
    var text = Characters.utf8(bytes, mark, bytes.length - mark);
    if (text.isEmpty()) {
      sink.reject(name, "It is not valid UTF-8; it may be Latin-1, or no text at all.");
      return;
    }
    var front = markdown ? FrontMatter.of(text.get()) : FrontMatter.NONE;
    var before = text.get().substring(0, front.end());
    var start = mark + before.getBytes(StandardCharsets.UTF_8).length;
    var body = start == 0 ? bytes : Arrays.copyOfRange(bytes, start, bytes.length);
    sink.text(front.fields().with(name, text.get().substring(front.end()), body));
  }
}
