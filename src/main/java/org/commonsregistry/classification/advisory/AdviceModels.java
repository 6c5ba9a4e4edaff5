package org.commonsregistry.classification.advisory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Both models as one file of text. Immutable.
 *
 * @param sources hash of what they were learned from
 * @param hash SHA-256 of the file, in hex
 */
record AdviceModels(TextModel categories, TextModel terms, String sources, String hash) {
  /** Changes with the method; the data's and the file's hashes say the rest. */
  static final String VERSION = "1";

  static final String FILE = "advice.model";
  private static final String HEAD = "commons-advice\t" + VERSION;

  static byte[] write(TextModel categories, TextModel terms, String sources) {
    var out = new StringBuilder();
    out.append(HEAD).append('\n').append("sources\t").append(sources).append('\n');
    categories.write(out);
    terms.write(out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws IllegalArgumentException when the bytes are no such file
   */
  static AdviceModels read(byte[] file) {
    var lines = new String(file, StandardCharsets.UTF_8).split("\n", -1);
    if (lines.length < 2 || !lines[0].equals(HEAD)) {
      throw new IllegalArgumentException(
          "Expected a file that begins with '" + HEAD + "'; train the models again.");
    }
    var rest = java.util.Arrays.asList(lines).subList(2, lines.length).iterator();
    return new AdviceModels(
        TextModel.read(rest),
        TextModel.read(rest),
        lines[1].substring(lines[1].indexOf('\t') + 1),
        HexFormat.of().formatHex(TrainingSources.sha256().digest(file)));
  }

  /** The ones this registry ships with. */
  static AdviceModels shipped() {
    try (var in = AdviceModels.class.getResourceAsStream("/classifier/advisory/" + FILE)) {
      return read(Objects.requireNonNull(in, FILE + " is on the class path").readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
