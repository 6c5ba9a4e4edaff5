package org.commonsregistry.web;

import java.util.List;
import java.util.Map.Entry;

/**
 * The question what one may do with the data, as a form.
 *
 * @param asked whether any of it is chosen
 * @param duties that people ask for most
 * @param rareDuties all others
 * @param rareChosen whether one of these is chosen
 * @param kept fields the form must carry along
 */
public record TermsForm(
    boolean asked,
    List<Option> uses,
    List<Option> actors,
    List<Option> places,
    List<Option> duties,
    List<Option> rareDuties,
    boolean rareChosen,
    List<Entry<String, String>> kept) {

  public record Option(String value, String label, boolean chosen) {}
}
