package org.commonsregistry.redundancy;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.commonsregistry.http.ProblemException;

/** Takes the body of a question into memory, within bounds, and nowhere else. */
public final class QuestionBody {
  /** Of a text that comes itself. */
  public static final int MOST_TEXT = 32 << 20;

  private QuestionBody() {}

  /** A body with sketches, for {@link Checks#sketches}. */
  public static byte[] sketches(HttpRequest<?> request) {
    return bytes(request, SampleReader.MOST_BYTES, SampleReader.tooLarge());
  }

  /** A body that is the text itself, for {@link Checks#text}. */
  public static byte[] text(HttpRequest<?> request) {
    return bytes(
        request,
        MOST_TEXT,
        ProblemException.tooLarge("The text is too long to be taken here.")
            .expected("at most " + (MOST_TEXT >> 20) + " MiB")
            .received("more bytes than that")
            .remedy(
                "Send a sketch instead: the page /check and 'commons check' make it on your machine,"
                    + " and it is a hundredth of the size."));
  }

  /** The characters of a text; one that is not UTF-8 or holds binary data is refused. */
  public static String characters(byte[] text) {
    try {
      var characters =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(text))
              .toString();
      if (characters.indexOf('\0') < 0) {
        return characters;
      }
      throw noText("zero bytes, as in a program, picture or archive");
    } catch (CharacterCodingException e) {
      throw noText("bytes that are not UTF-8");
    }
  }

  private static ProblemException noText(String received) {
    return ProblemException.badRequest("This is no plain text.")
        .expected("text in UTF-8")
        .received(received)
        .remedy("Save it as plain text in UTF-8 and send it again.");
  }

  private static byte[] bytes(HttpRequest<?> request, int most, ProblemException tooLarge) {
    if (request.getContentLength() > most) {
      throw tooLarge;
    }
    try (var in = ((ServerHttpRequest<?>) request).byteBody().move().toInputStream()) {
      var body = in.readNBytes(most + 1);
      if (body.length > most) {
        throw tooLarge;
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
