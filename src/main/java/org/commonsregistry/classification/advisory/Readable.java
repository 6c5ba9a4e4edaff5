package org.commonsregistry.classification.advisory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonsregistry.classification.advisory.Advice.Abstention;

/** Whether a text is one the models can read: enough of it, in Latin letters, in English. */
final class Readable {
  private static final double LATIN = 0.7;
  private static final int ENOUGH_TO_TELL = 12;
  private static final double SMALL_WORDS = 0.06;

  /** Frequent in English prose, and words of no other large language in Latin letters. */
  private static final Set<String> ENGLISH =
      Set.of(
          "the", "of", "and", "is", "for", "with", "by", "from", "are", "that", "this", "which",
          "its", "it", "has", "have", "was", "were", "to", "their", "not", "or", "be");

  private Readable() {}

  /** Why it is not; empty when it is. */
  static Optional<Abstention> refused(String title, String description, List<String> keywords) {
    var all = title + " " + description + " " + String.join(" ", keywords);
    var letters = 0L;
    var latin = 0L;
    for (var i = 0; i < all.length(); ) {
      var c = all.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetter(c)) {
        letters++;
        latin += Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN ? 1 : 0;
      }
    }
    if (letters == 0) {
      return Optional.of(Abstention.NO_TEXT);
    }
    if (latin < LATIN * letters) {
      return Optional.of(Abstention.OTHER_SCRIPT);
    }
    var words = Words.plain(description);
    var small = words.stream().filter(ENGLISH::contains).count();
    return words.size() >= ENOUGH_TO_TELL && small < SMALL_WORDS * words.size()
        ? Optional.of(Abstention.OTHER_LANGUAGE)
        : Optional.empty();
  }
}
