package org.commonsregistry.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures, each beside its peer or bound. */
public final class Table {
  private final List<String> rows = new ArrayList<>();

  public void row(String what, String figure, String bound, String verdict) {
    rows.add("| " + String.join(" | ", what, figure, bound, verdict) + " |");
  }

  /** For what should be at least so much. */
  public void atLeast(String what, String figure, String bound, double measured, double wanted) {
    row(what, figure, bound, number("%.2f × the bound", measured / wanted));
  }

  /** For what should be at most so much. */
  public void atMost(String what, String figure, String bound, double measured, double allowed) {
    row(what, figure, bound, number("%.2f of the bound", measured / allowed));
  }

  public static String number(String format, Object... numbers) {
    return String.format(Locale.ROOT, format, numbers);
  }

  /** Prints it and writes {@code target/benchmarks-NAME.md}. */
  public void publish(String name) throws IOException {
    var text =
        "| what | figure | peer or bound | ratio or verdict |\n|---|---|---|---|\n"
            + String.join("\n", rows)
            + "\n";
    System.out.println(text);
    Files.writeString(Path.of("target", "benchmarks-" + name + ".md"), text);
  }
}
