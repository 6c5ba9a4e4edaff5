package org.commonsregistry.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonsregistry.holdings.Rejection;
import org.commonsregistry.holdings.intake.IngestListener;
import org.commonsregistry.holdings.intake.IngestTally;

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

  IngestProgress(PrintWriter err, boolean json) {
    this.err = err;
    this.json = json;
  }

  void begin(String file, String dataset, long total) {
    length = total;
    started = System.nanoTime();
    lastLine = started;
    rejections = 0;
    kept.clear();
    if (!json) {
      err.println("Ingesting " + file + " for " + dataset);
    }
  }

  /**
   * Shows how a file is sent: nothing of the answer is heard before all of it is, and a registry
   * takes no more than it can read.
   */
  InputStream sending(InputStream file) {
    return new FilterInputStream(file) {
      private long sent;

      @Override
      public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] buffer, int offset, int count) throws IOException {
        var read = super.read(buffer, offset, count);
        sent += Math.max(0, read);
        show(length <= 0 ? 0 : (double) sent / length, "sent", sent, "");
        return read;
      }
    };
  }

  @Override
  public void progress(IngestTally tally) {
    var counts =
        String.format(Locale.ROOT, "%,d texts, %d rejected, ", tally.documents(), tally.rejected());
    show(share(tally), "of text", tally.bytes(), counts);
  }

  private void show(double done, String what, long bytes, String before) {
    var now = System.nanoTime();
    if (json || now - lastLine < (terminal ? BAR_EVERY_NANOS : PLAIN_EVERY_NANOS)) {
      return;
    }
    lastLine = now;
    var rate =
        String.format(
            Locale.ROOT,
            "%s%,.1f MB %s, %,.1f MB/s%s",
            before,
            bytes / 1e6,
            what,
            bytes / 1e6 / Math.max(0.001, seconds()),
            left(done));
    if (terminal) {
      err.print("\r" + bar(done) + " " + rate + "  \033[K");
      err.flush();
    } else {
      err.println("  " + percent(done) + rate);
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

  private String left(double done) {
    return done <= 0.01 || done >= 1
        ? ""
        : String.format(Locale.ROOT, ", %.0f s left", seconds() * (1 - done) / done);
  }

  private String bar(double done) {
    var full = (int) Math.round(done * WIDTH);
    return "[" + "#".repeat(full) + " ".repeat(WIDTH - full) + "]";
  }

  private String percent(double done) {
    return length <= 0 ? "" : String.format(Locale.ROOT, "%3.0f %%  ", done * 100);
  }

  /** What the registry has read: what was sent may still wait there. */
  private double share(IngestTally tally) {
    return length <= 0 ? 0 : Math.min(1.0, (double) tally.read() / length);
  }

  private double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }
}
