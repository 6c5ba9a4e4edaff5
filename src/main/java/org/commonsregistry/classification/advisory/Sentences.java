package org.commonsregistry.classification.advisory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts prose into sentences: at a line break, and after a full stop, question or exclamation mark
 * that white space and no small letter follow. A sentence longer than {@value #LONGEST} characters
 * is cut there. Takes time in proportion to the text.
 */
final class Sentences {
  static final int LONGEST = 600;
  private static final Set<String> SHORT_FORMS =
      Set.of("e.g", "i.e", "etc", "vs", "no", "vol", "dr", "mr", "mrs", "ms", "prof", "st", "cf");

  private Sentences() {}

  static List<String> of(String text) {
    var sentences = new ArrayList<String>();
    var from = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '\n' || i - from == LONGEST - 1 || (mark(c) && ends(text, from, i))) {
        add(text.substring(from, i + 1), sentences);
        from = i + 1;
      }
    }
    add(text.substring(from), sentences);
    return sentences;
  }

  private static void add(String piece, List<String> sentences) {
    var sentence = piece.strip().replaceAll("\\s+", " ");
    if (sentence.chars().anyMatch(Character::isLetter)) {
      sentences.add(sentence);
    }
  }

  private static boolean mark(char c) {
    return c == '.' || c == '!' || c == '?';
  }

  private static boolean ends(String text, int from, int at) {
    if (at + 1 == text.length()) {
      return true;
    }
    var next = at + 1;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (next == at + 1 || next == text.length() || Character.isLowerCase(text.charAt(next))) {
      return next == text.length();
    }
    var start = at;
    while (start > from && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    var last = text.substring(start, at).toLowerCase(Locale.ROOT).replaceFirst("^\\W+", "");
    var initial = last.length() == 1 && Character.isLetter(last.charAt(0));
    return text.charAt(at) != '.' || !(initial || SHORT_FORMS.contains(last));
  }
}
