package org.commonsregistry.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.commonsregistry.catalog.intake.ImportTally;
import org.commonsregistry.catalog.intake.Importing;
import org.commonsregistry.catalog.intake.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Shows how an import goes: a bar on a terminal, plain lines otherwise, refusals as they come (the
 * first {@value #SHOWN}).
 */
final class ImportProgress implements Importing.Listener {
  private static final int SHOWN = 50;
  private static final int KEPT = 10_000;
  private static final int WIDTH = 24;
  private static final long PLAIN_EVERY_NANOS = 5_000_000_000L;

  private final PrintWriter err;
  private final boolean json;
  private final boolean terminal = System.console() != null && System.console().isTerminal();
  private long started = System.nanoTime();
  private long lastLine = System.nanoTime();
  private long refusals;
  private final List<Refusal> kept = new ArrayList<>();
  private long length = -1;
  private @Nullable CountedStream bytes;

  ImportProgress(PrintWriter err, boolean json) {
    this.err = err;
    this.json = json;
  }

  void begin(String source, CountedStream stream, long total) {
    bytes = stream;
    length = total;
    started = System.nanoTime();
    refusals = 0;
    kept.clear();
    if (!json) {
      err.println("Importing " + source);
    }
  }

  @Override
  public void progress(ImportTally tally) {
    if (json) {
      return;
    }
    var now = System.nanoTime();
    if (terminal) {
      err.print("\r" + bar() + " " + rate(tally) + "  \033[K");
      err.flush();
    } else if (now - lastLine > PLAIN_EVERY_NANOS) {
      lastLine = now;
      err.println("  " + percent() + rate(tally));
    }
  }

  @Override
  public void refused(Refusal refusal) {
    refusals++;
    if (kept.size() < KEPT) {
      kept.add(refusal);
    }
    if (json || refusals > SHOWN) {
      return;
    }
    var what = refusal.record().isEmpty() ? "" : " (" + refusal.record() + ")";
    err.println(
        (terminal ? "\r\033[K" : "")
            + "  refused "
            + refusal.place()
            + what
            + ": "
            + refusal.reason()
            + " "
            + refusal.remedy());
  }

  void waitingForViews() {
    if (!json) {
      err.println(
          (terminal ? "\r\033[K" : "") + "  Recorded; bringing search and SPARQL up to date …");
    }
  }

  void end(ImportTally tally, PrintWriter out) {
    if (json) {
      out.println(asJson(tally));
    } else {
      if (refusals > SHOWN) {
        err.println("  … and " + (refusals - SHOWN) + " more refused");
      }
      out.println(
          (terminal ? "\r\033[K" : "")
              + tally.line()
              + String.format(Locale.ROOT, " (%.1f s)", seconds()));
      if (!tally.broken().isEmpty()) {
        err.println("Not read to its end: " + tally.broken());
      }
    }
    out.flush();
  }

  private String rate(ImportTally tally) {
    var perSecond = tally.total() / Math.max(0.001, seconds());
    return String.format(
        Locale.ROOT,
        "%,d records, %,.0f/s, %d refused%s",
        tally.total(),
        perSecond,
        tally.refused(),
        left());
  }

  private String left() {
    var done = share();
    return done <= 0.01 || done >= 1
        ? ""
        : String.format(Locale.ROOT, ", %.0f s left", seconds() * (1 - done) / done);
  }

  private String bar() {
    var full = (int) Math.round(share() * WIDTH);
    return "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "]";
  }

  private String percent() {
    return length <= 0 ? "" : String.format(Locale.ROOT, "%3.0f %%  ", share() * 100);
  }

  private double share() {
    return bytes == null || length <= 0 ? 0 : Math.min(1.0, (double) bytes.count() / length);
  }

  private double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }

  private String asJson(ImportTally tally) {
    var line = new LinkedHashMap<String, Object>();
    line.put("created", tally.created());
    line.put("updated", tally.updated());
    line.put("unchanged", tally.unchanged());
    line.put("keptWithdrawn", tally.keptWithdrawn());
    line.put("refused", tally.refused());
    line.put("sequence", tally.sequence());
    line.put("broken", tally.broken());
    line.put("refusals", kept);
    line.put("refusalsLeftOut", refusals - kept.size());
    try {
      return new ObjectMapper().writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain maps are always JSON", e);
    }
  }
}
