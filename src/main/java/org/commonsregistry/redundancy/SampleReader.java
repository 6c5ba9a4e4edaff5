package org.commonsregistry.redundancy;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.commonsregistry.fingerprint.Fp1;
import org.commonsregistry.fingerprint.Sketch;
import org.commonsregistry.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the sketches that came with a request, and believes nothing: a sketch denser than allowed
 * could be turned back into text, and one that lies about its length gives wrong answers.
 */
final class SampleReader {
  static final int MOST_HASHES = 65_536;
  static final int MOST_DOCUMENTS = 10_000;

  /** Room for {@value #MOST_HASHES} hashes as JSON. */
  static final int MOST_BYTES = 3 << 19;

  private static final int LARGEST_SCALE = 1 << 24;
  private static final long MOST_WORDS = 1L << 40;
  private static final String SHAPE =
      "{\"fingerprint\":\"fp1\",\"scale\":16,\"documents\":[{\"words\":…,\"shingles\":…,"
          + "\"hashes\":[\"16 hex digits\",…]}]}";
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(10).maxStringLength(10_000).build())
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private int hashes;
  private int scale;

  private SampleReader() {}

  /**
   * @throws ProblemException that never repeats what came in
   */
  static Sample read(byte[] body) {
    if (body.length > MOST_BYTES) {
      throw tooLarge();
    }
    try (var in = JSON.createParser(body)) {
      return new SampleReader().sample(in, body.length);
    } catch (JsonProcessingException e) {
      var at = e.getLocation();
      throw ProblemException.badRequest("The sketch is no JSON.")
          .expected(SHAPE)
          .received(at == null ? "something else" : "an error at byte " + at.getByteOffset())
          .remedy("Send the body that docs/redundancy.md describes.");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static ProblemException tooLarge() {
    return ProblemException.tooLarge("A question has at most " + MOST_BYTES + " bytes.")
        .expected("at most " + MOST_HASHES + " hashes")
        .received("more bytes than that")
        .remedy(
            "Use a larger scale (64, 256 …): a sketch then has fewer hashes. Or compare on your"
                + " machine with the pack from /api/v1/fingerprints/pack.");
  }

  private Sample sample(JsonParser in, int bytes) throws IOException {
    expect(in.nextToken() == JsonToken.START_OBJECT, "a JSON object");
    var fingerprint = "";
    String language = null;
    String category = null;
    List<Raw> documents = null;
    while (in.nextToken() != JsonToken.END_OBJECT) {
      var name = in.currentName();
      in.nextToken();
      switch (name) {
        case "fingerprint" -> fingerprint = in.getValueAsString("");
        case "scale" -> scale = in.currentToken() == JsonToken.VALUE_NUMBER_INT ? integer(in) : 0;
        case "language" -> language = in.getValueAsString();
        case "category" -> category = in.getValueAsString();
        case "documents" -> documents = documents(in);
        default -> in.skipChildren();
      }
    }
    expect(in.nextToken() == null, "one JSON object");
    if (!fingerprint.equals(Fp1.NAME)) {
      throw ProblemException.unprocessable("The sketch is not by the fingerprint fp1.")
          .expected("\"fingerprint\":\"fp1\"")
          .received(fingerprint.isEmpty() ? "none" : "another one")
          .remedy("docs/fp1.md says how to make one; /check and 'commons check' do.");
    }
    checkScale();
    expect(documents != null && !documents.isEmpty(), "at least one document");
    return new Sample(
        scale, sketches(requireNonNull(documents)), given(language), given(category), bytes);
  }

  private static int integer(JsonParser in) throws IOException {
    return in.getNumberType() == JsonParser.NumberType.INT ? in.getIntValue() : 0;
  }

  private void checkScale() {
    if (scale >= 1 && scale < FingerprintIndex.SCALE) {
      throw ProblemException.unprocessable(
              "A sketch this dense could be turned back into text, so it is not taken.")
          .kind("sketch-too-dense", "The sketch is too dense")
          .expected("a scale of 16 or more")
          .received("scale " + scale)
          .remedy("Keep one hash in 16: those whose upper half is below 2^32 / 16.");
    }
    if (scale < 1 || scale > LARGEST_SCALE || Integer.bitCount(scale) != 1) {
      throw ProblemException.unprocessable("The scale is no power of two.")
          .expected("16, 32, 64 … up to " + LARGEST_SCALE)
          .received(scale == 0 ? "no such number" : "scale " + scale)
          .remedy("Send the scale the sketch was made with.");
    }
  }

  private record Raw(long words, long shingles, long[] hashes) {}

  private List<Raw> documents(JsonParser in) throws IOException {
    expect(in.currentToken() == JsonToken.START_ARRAY, "documents as a list");
    var documents = new ArrayList<Raw>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      expect(in.currentToken() == JsonToken.START_OBJECT, "a document as an object");
      if (documents.size() == MOST_DOCUMENTS) {
        throw ProblemException.unprocessable("There are too many documents in one question.")
            .expected("at most " + MOST_DOCUMENTS)
            .received("more")
            .remedy("Ask about a random sample of them.");
      }
      documents.add(document(in));
    }
    return documents;
  }

  private Raw document(JsonParser in) throws IOException {
    var words = -1L;
    var shingles = -1L;
    long[] kept = null;
    while (in.nextToken() != JsonToken.END_OBJECT) {
      var name = in.currentName();
      in.nextToken();
      switch (name) {
        case "words" -> words = count(in, name);
        case "shingles" -> shingles = count(in, name);
        case "hashes" -> kept = hashes(in);
        default -> in.skipChildren();
      }
    }
    expect(
        words >= 0 && shingles >= 0 && kept != null, "words, shingles and hashes of each document");
    return new Raw(words, shingles, requireNonNull(kept));
  }

  private static long count(JsonParser in, String name) throws IOException {
    var number =
        in.currentToken() == JsonToken.VALUE_NUMBER_INT
                && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER
            ? in.getLongValue()
            : -1;
    expect(number >= 0 && number <= MOST_WORDS, name + " as a whole number from 0 to 2^40");
    return number;
  }

  private long[] hashes(JsonParser in) throws IOException {
    expect(in.currentToken() == JsonToken.START_ARRAY, "hashes as a list");
    var kept = new long[16];
    var count = 0;
    while (in.nextToken() != JsonToken.END_ARRAY) {
      expect(in.currentToken() == JsonToken.VALUE_STRING, "a hash as a text of 16 hex digits");
      if (++hashes > MOST_HASHES) {
        throw ProblemException.unprocessable("There are too many hashes in one question.")
            .expected("at most " + MOST_HASHES)
            .received("more")
            .remedy("Use a larger scale (64, 256 …): a sketch then has fewer hashes.");
      }
      if (count == kept.length) {
        kept = Arrays.copyOf(kept, count * 2);
      }
      kept[count++] = hash(in.getText());
    }
    return Arrays.copyOf(kept, count);
  }

  private static long hash(String hex) {
    var hash = 0L;
    expect(hex.length() == 16, "a hash as a text of 16 hex digits");
    for (var i = 0; i < 16; i++) {
      var digit = "0123456789abcdef".indexOf(hex.charAt(i));
      expect(digit >= 0, "a hash as a text of 16 hex digits, lower case");
      hash = hash << 4 | digit;
    }
    return hash;
  }

  private List<Sketch> sketches(List<Raw> documents) {
    var sketches = new ArrayList<Sketch>();
    var shingles = 0L;
    for (var document : documents) {
      var number = sketches.size() + 1;
      expect(
          document.shingles() <= document.words(),
          "no more shingles than words in document " + number);
      checkHashes(document.hashes(), number);
      checkCount(document.hashes().length, document.shingles(), "document " + number);
      shingles += document.shingles();
      sketches.add(new Sketch(scale, document.words(), document.shingles(), document.hashes()));
    }
    checkCount(hashes, shingles, "all documents together");
    return sketches;
  }

  private void checkHashes(long[] kept, int document) {
    for (var i = 0; i < kept.length; i++) {
      if (i > 0 && Long.compareUnsigned(kept[i - 1], kept[i]) >= 0) {
        throw ProblemException.unprocessable("The hashes are not in order.")
            .kind("sketch-not-sorted", "The hashes are not in order")
            .expected("ascending hashes, each once, so that they tell nothing of the text's order")
            .received(
                "hash " + (i + 1) + " of document " + document + " is not above the one before")
            .remedy("Sort the hashes of each document and leave out repeated ones.");
      }
      if (!Fp1.kept(kept[i], scale)) {
        throw ProblemException.unprocessable("A hash does not belong to a sketch of this scale.")
            .kind("sketch-too-dense", "The sketch is too dense")
            .expected("only hashes whose upper half is below 2^32 / " + scale)
            .received("hash " + (i + 1) + " of document " + document + " is not")
            .remedy("Leave it out, and all others like it.");
      }
    }
  }

  /** More than chance would keep: a sketch of another text, or of a denser scale. */
  private void checkCount(long kept, long shingles, String what) {
    var mean = (double) shingles / scale;
    var most = shingles == 0 ? 0 : mean + 5 * Math.sqrt(mean) + 5;
    if (kept > most) {
      throw ProblemException.unprocessable(
              "There are more hashes than a text of that length can have.")
          .kind("sketch-lies", "The sketch does not fit its counts")
          .expected("at most " + (long) most + " hashes for " + shingles + " shingles")
          .received(kept + " in " + what)
          .remedy("Send words, shingles and hashes as they were counted in the same text.");
    }
  }

  private static Optional<String> given(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static void expect(boolean fulfilled, String what) {
    if (!fulfilled) {
      throw ProblemException.badRequest("The sketch is not as it has to be.")
          .expected(what + "; as a whole " + SHAPE)
          .received("something else")
          .remedy("Send the body that docs/redundancy.md describes.");
    }
  }
}
