package org.commonsregistry.catalog.intake;

import java.util.HashMap;
import java.util.Map;
import org.commonsregistry.catalog.Submission;

/**
 * Numbers what a file says more than once about the same dataset: it says several things, and none
 * replaces another. Not thread-safe.
 */
final class Occurrences {
  private final Map<String, Integer> times = new HashMap<>();

  Submission numbered(Submission submission) {
    if (submission.origin().isEmpty()) {
      return submission;
    }
    var number = times.merge(submission.origin(), 1, Integer::sum);
    return number == 1 ? submission : submission.occurrence(number);
  }
}
