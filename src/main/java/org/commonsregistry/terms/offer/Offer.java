package org.commonsregistry.terms.offer;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.commonsregistry.terms.UseMatrix;
import org.commonsregistry.terms.odrl.Policy;
import org.commonsregistry.terms.odrl.PolicyMatrix;

/**
 * An offer as published. Texts by language.
 *
 * @param notCovered what somebody might expect to be covered and is not
 * @param graph the offer in RDF, as it is kept
 */
public record Offer(
    String id,
    String version,
    Map<String, String> titles,
    Map<String, String> summaries,
    Map<String, List<String>> notCovered,
    Term term,
    Policy policy,
    Graph graph) {
  /** How long an agreement binds. */
  public enum Duration {
    OPEN,
    IRREVOCABLE,
    STOP_FLOW,
    FIXED
  }

  /**
   * @param until last day, where there is one
   * @param noticeDays between notice and end
   * @param cureDays in which a breach can be mended
   * @param after what holds afterwards, by language
   */
  public record Term(
      Duration duration,
      Optional<LocalDate> until,
      Optional<Integer> noticeDays,
      Optional<Integer> cureDays,
      Map<String, String> after) {}

  /** What the offer lets people do on a day. */
  public UseMatrix matrix(LocalDate date) {
    return PolicyMatrix.of(policy, date);
  }
}
