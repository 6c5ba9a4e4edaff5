package org.commonsregistry.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

/** How often something pure can be done per second, on one or more threads. */
public final class Rate {
  private Rate() {}

  /**
   * @param wall per second as the clock ran
   * @param cpu per second of processor time given to a thread, times the threads: what the machine
   *     does when nobody else wants it
   */
  public record Figures(double wall, double cpu) {}

  /**
   * Does the work for each number below {@code count} in each thread, all threads at once.
   *
   * @param work its result is kept for a moment, so that it cannot be left out
   */
  public static Figures of(int threads, int count, IntFunction<Object> work)
      throws InterruptedException {
    var clock = ManagementFactory.getThreadMXBean();
    var last = new AtomicReferenceArray<Object>(threads);
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var tasks = new ArrayList<Callable<Long>>();
      for (var n = 0; n < threads; n++) {
        var at = n;
        var first = n * (count / threads);
        tasks.add(
            () -> {
              var before = clock.getCurrentThreadCpuTime();
              for (var i = 0; i < count; i++) {
                last.set(at, work.apply((first + i) % count));
              }
              return clock.getCurrentThreadCpuTime() - before;
            });
      }
      var started = System.nanoTime();
      var spent = 0L;
      for (var task : pool.invokeAll(tasks)) {
        spent += task.get();
      }
      var seconds = (System.nanoTime() - started) / 1e9;
      var all = (double) threads * count;
      return new Figures(all / seconds, all / (spent / 1e9) * threads);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The middle one by processor time. */
  public static Figures median(List<Figures> rounds) {
    return rounds.stream()
        .sorted((one, other) -> Double.compare(one.cpu(), other.cpu()))
        .toList()
        .get(rounds.size() / 2);
  }
}
