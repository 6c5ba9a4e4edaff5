package org.commonsregistry.sparql;

import org.jspecify.annotations.Nullable;

/**
 * Lets code deep inside an evaluation, which Jena gives no handle to the run (a regular expression
 * at work on one string), ask whether it should go on.
 */
final class Cancellation {
  private static final ThreadLocal<@Nullable Runnable> CHECK = new ThreadLocal<>();

  private Cancellation() {}

  static void within(Runnable check, Runnable work) {
    CHECK.set(check);
    try {
      work.run();
    } finally {
      CHECK.remove();
    }
  }

  /** Throws if this thread's run was ended; does nothing on other threads. */
  static void check() {
    var check = CHECK.get();
    if (check != null) {
      check.run();
    }
  }
}
