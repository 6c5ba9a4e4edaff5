package org.commonsregistry.fingerprint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;

/** The JavaScript that browsers run, in this process. */
final class BrowserFp1 implements AutoCloseable {
  private static final List<Path> MODULES =
      List.of(
          Path.of("frontend/static/scripts/fp1.mjs"),
          Path.of("frontend/static/scripts/align.mjs"),
          Path.of("src/main/resources/public/scripts/fp1-table.mjs"));
  private static final String DRIVER =
      """
      import { sketch, hexadecimal, tokens } from "./fp1.mjs";
      import { Alignment } from "./align.mjs";
      export function sketched(text, scale) {
        const made = sketch(text, scale);
        return [made.scale, made.words, made.shingles, ...hexadecimal(made)].join(" ");
      }
      export function tokenized(text) {
        const { starts, ends, weights } = tokens(text);
        return Array.from(starts, (start, i) => `${start}-${ends[i]}*${weights[i]}`).join(" ");
      }
      export function aligned(sample, other) {
        return new Alignment(sample).passages(other).map(({ words, parts }) => words + ":" + parts.map((p) =>
          [p.sampleStart, p.sampleEnd, p.otherStart, p.otherEnd].join(",")).join("+")).join(" ");
      }
      """;

  private final Context context;
  private final Value module;

  BrowserFp1() throws IOException {
    var folder = Files.createTempDirectory("fp1");
    for (var file : MODULES) {
      Files.copy(file, folder.resolve(file.getFileName()));
    }
    var driver = Files.writeString(folder.resolve("driver.mjs"), DRIVER);
    context =
        Context.newBuilder("js")
            .allowIO(IOAccess.ALL)
            .option("engine.WarnInterpreterOnly", "false")
            .option("js.esm-eval-returns-exports", "true")
            .build();
    module = context.eval(Source.newBuilder("js", driver.toFile()).build());
  }

  String sketched(String text, int scale) {
    return module.invokeMember("sketched", text, scale).asString();
  }

  String tokenized(String text) {
    return module.invokeMember("tokenized", text).asString();
  }

  String aligned(String sample, String other) {
    return module.invokeMember("aligned", sample, other).asString();
  }

  /** The same text form of what the Java says. */
  static String javaSketched(String text, int scale) {
    var sketch = Fp1.sketch(text, scale);
    var said =
        new StringBuilder()
            .append(sketch.scale())
            .append(' ')
            .append(sketch.words())
            .append(' ')
            .append(sketch.shingles());
    for (long hash : sketch.hashes()) {
      said.append(' ').append("%016x".formatted(hash));
    }
    return said.toString();
  }

  static String javaTokenized(String text) {
    var tokens = Fp1.tokens(text);
    var said = new StringBuilder();
    for (int i = 0; i < tokens.count(); i++) {
      said.append(i > 0 ? " " : "")
          .append(tokens.start(i) + "-" + tokens.end(i) + "*" + tokens.weight(i));
    }
    return said.toString();
  }

  static String javaAligned(String sample, String other) {
    return String.join(
        " ", new Alignment(sample).passages(other).stream().map(BrowserFp1::said).toList());
  }

  private static String said(Passage passage) {
    return passage.words()
        + ":"
        + String.join(
            "+",
            passage.parts().stream()
                .map(
                    p ->
                        p.sampleStart()
                            + ","
                            + p.sampleEnd()
                            + ","
                            + p.otherStart()
                            + ","
                            + p.otherEnd())
                .toList());
  }

  @Override
  public void close() {
    context.close();
  }
}
