package org.commonsregistry.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonsregistry.holdings.Rejection;
import org.commonsregistry.holdings.intake.IngestListener;
import org.commonsregistry.holdings.intake.IngestTally;
import org.jspecify.annotations.Nullable;

/**
 * Shows how an ingest goes: a bar on a terminal, plain lines otherwise, rejections as they come
 * (the first {@value #SHOWN}).
 */
final class IngestProgress implements IngestListener {
  private static final int SHOWN = 50;
  private static final int KEPT = 10_000;
  private static final int WIDTH = 24;
  private static final long PLAIN_EVERY_NANOS = 5_000_000_000L;
  private static final long BAR_EVERY_NANOS = 100_000_000L;

  private final PrintWriter err;
  private final boolean json;
  private final boolean terminal = System.console() != null && System.console().isTerminal();
  private final List<Rejection> kept = new ArrayList<>();
  private long started = System.nanoTime();
  private long lastLine = System.nanoTime();
  private long rejections;
  private long length = -1;
  private @Nullable CountedStream bytes;

  IngestProgress(PrintWriter err, boolean json) {
    this.err = err;
    this.json = json;
  }

  void begin(String file, String dataset, CountedStream stream, long total) {
    bytes = stream;
    length = total;
    started = System.nanoTime();
    lastLine = started;
    rejections = 0;
    kept.clear();
    if (!json) {
      err.println("Ingesting " + file + " for " + dataset);
    }
  }

  @Override
  public void progress(IngestTally tally) {
    var now = System.nanoTime();
    if (json || now - lastLine < (terminal ? BAR_EVERY_NANOS : PLAIN_EVERY_NANOS)) {
      return;
    }
    lastLine = now;
    if (terminal) {
      err.print("\r" + bar() + " " + rate(tally) + "  \033[K");
      err.flush();
    } else {
      err.println("  " + percent() + rate(tally));
    }
  }

  @Override
  public void rejected(Rejection rejection) {
    rejections++;
    if (kept.size() < KEPT) {
      kept.add(rejection);
    }
    if (!json && rejections <= SHOWN) {
      err.println(start() + "  rejected " + rejection.place() + ": " + rejection.reason());
    }
  }

  /** A line of its own, whatever stands there. */
  void note(String text) {
    if (!json) {
      err.println(start() + "  " + text);
    }
  }

  /** Prints what became of a file. */
  void end(String file, Map<String, ?> answer, String line, PrintWriter out) {
    if (json) {
      var all = new LinkedHashMap<String, Object>();
      all.put("file", file);
      all.putAll(answer);
      all.put("rejections", kept);
      all.put("rejectionsLeftOut", rejections - kept.size());
      out.println(Target.asJson(all));
    } else {
      if (rejections > SHOWN) {
        err.println(start() + "  … and " + (rejections - SHOWN) + " more rejected");
      }
      out.println(start() + line + String.format(Locale.ROOT, " (%.1f s)", seconds()));
    }
    err.flush();
    out.flush();
  }

  private String start() {
    return terminal ? "\r\033[K" : "";
  }

  private String rate(IngestTally tally) {
    var megabytes = tally.bytes() / 1e6;
    return String.format(
        Locale.ROOT,
        "%,d texts, %,.1f MB, %,.1f MB/s, %d rejected%s",
        tally.documents(),
        megabytes,
        megabytes / Math.max(0.001, seconds()),
        tally.rejected(),
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
}
