package org.commonsregistry.web;

import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * One way to narrow results, as the page shows it.
 *
 * @param field its parameter
 * @param label its name
 * @param open whether its values are seen at once
 * @param expanded whether all values are shown, with a box to search them
 * @param within what has been typed there
 * @param kept fields the form must carry along
 * @param moreHref shows all values
 * @param lessHref shows the first ones only
 */
public record Facet(
    String field,
    String label,
    boolean open,
    boolean expanded,
    String within,
    List<Entry<String, String>> kept,
    List<Value> values,
    Optional<String> moreHref,
    Optional<String> lessHref) {

  /**
   * @param hint what it means, may be empty
   * @param count 0 when not known
   * @param href chooses it, or takes it away when it is chosen
   */
  public record Value(String label, String hint, long count, boolean chosen, String href) {}
}
