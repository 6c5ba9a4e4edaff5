package org.commonsregistry.web;

import java.util.List;
import java.util.Optional;

/**
 * The page that checks a text.
 *
 * @param words what the script says, as JSON that is safe inside a script element
 * @param category chosen, or empty
 * @param language chosen, or empty
 * @param title of what is only described, or empty
 * @param description of it, or empty
 * @param problem why a form was not answered, or empty
 * @param sending whether the form that sends the text is open
 */
public record CheckView(
    String words,
    List<Choice> categories,
    List<Choice> languages,
    String category,
    String language,
    String title,
    String description,
    String problem,
    boolean sending,
    Optional<CheckReport> result,
    Optional<CheckNearest> nearest) {

  /** One of a list to choose from. */
  public record Choice(String value, String label) {}

  public boolean describing() {
    return !title.isEmpty() || !description.isEmpty();
  }

  CheckView with(CheckReport report) {
    return new CheckView(
        words,
        categories,
        languages,
        category,
        language,
        title,
        description,
        "",
        true,
        Optional.of(report),
        Optional.empty());
  }

  CheckView with(CheckNearest found) {
    return new CheckView(
        words,
        categories,
        languages,
        category,
        language,
        title,
        description,
        "",
        false,
        Optional.empty(),
        Optional.of(found));
  }

  CheckView refused(String why) {
    return new CheckView(
        words,
        categories,
        languages,
        category,
        language,
        title,
        description,
        why,
        true,
        Optional.empty(),
        Optional.empty());
  }
}
