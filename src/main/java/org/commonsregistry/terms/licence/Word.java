package org.commonsregistry.terms.licence;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A word of a statement in comparable form: lower case, without accents. A word for "licence" is
 * not a word of its own but a mark on the word before it, and "the", "version" and "licensed" are
 * left out, because names of licences differ in nothing more often.
 *
 * @param address the web address, when the word is one; else empty
 * @param glued whether a hyphen or underscore joins it to the word before
 * @param breaks whether punctuation parts it from the word before
 * @param dashed whether that punctuation is a dash between spaces
 * @param licensed whether a word for "licence" follows
 */
record Word(
    String text, String address, boolean glued, boolean breaks, boolean dashed, boolean licensed) {
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s<>\"'\\])}]+", Pattern.CASE_INSENSITIVE);
  private static final Pattern MARK = Pattern.compile("\\p{M}+");
  private static final Set<String> LICENCE =
      Set.of(
          "license",
          "licence",
          "licenses",
          "licences",
          "lizenz",
          "lizenzen",
          "licencia",
          "licencias",
          "licenza",
          "licenca",
          "licentie",
          "licens",
          "lisens");
  private static final Set<String> LEFT_OUT =
      Set.of("the", "version", "licensed", "licenced", "lizenziert");

  boolean isAddress() {
    return !address.isEmpty();
  }

  /** The words as one key to look names up with. */
  static String key(List<Word> words) {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }

  static List<Word> of(String text) {
    var words = new ArrayList<Word>();
    var matcher = ADDRESS.matcher(text);
    var from = 0;
    while (matcher.find()) {
      split(text.substring(from, matcher.start()), words);
      words.add(new Word("", matcher.group(), false, true, false, false));
      from = matcher.end();
    }
    split(text.substring(from), words);
    return List.copyOf(words);
  }

  private static void split(String raw, List<Word> words) {
    var text =
        MARK.matcher(Normalizer.normalize(raw, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    var word = new StringBuilder();
    var gap = new StringBuilder(words.isEmpty() ? "" : "|");
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      var before = word.isEmpty() ? ' ' : word.charAt(word.length() - 1);
      if (Character.isLetterOrDigit(c) || (c == '+' && before != ' ')) {
        if (before == '+' && c != '+') {
          add(words, word, gap);
          gap.append('|');
        }
        word.append(c);
      } else if (c == '.' && Character.isDigit(before) && Character.isDigit(next)) {
        word.append(c);
      } else if (before != ' '
          && (c == '\'' || c == '’' || (c == '.' && Character.isLetterOrDigit(next)))) {
        continue;
      } else {
        add(words, word, gap);
        gap.append(Character.isWhitespace(c) ? ' ' : c == '-' || c == '_' || isDash(c) ? '-' : '|');
      }
    }
    add(words, word, gap);
  }

  private static boolean isDash(char c) {
    return Character.getType(c) == Character.DASH_PUNCTUATION;
  }

  private static void add(List<Word> words, StringBuilder word, StringBuilder gap) {
    if (word.isEmpty()) {
      return;
    }
    var text = word.toString();
    word.setLength(0);
    if (text.length() > 1 && text.charAt(0) == 'v' && Character.isDigit(text.charAt(1))) {
      text = text.substring(1);
    }
    var joint = gap.toString();
    if (LEFT_OUT.contains(text)) {
      return;
    }
    if (LICENCE.contains(text)) {
      if (!words.isEmpty() && !words.getLast().isAddress() && !joint.contains("|")) {
        var last = words.removeLast();
        words.add(new Word(last.text, "", last.glued, last.breaks, last.dashed, true));
      }
      return;
    }
    var dashed = !joint.contains("|") && joint.contains("-") && joint.contains(" ");
    var breaks = joint.contains("|") || dashed;
    words.add(
        new Word(
            text,
            "",
            joint.chars().allMatch(c -> c == '-') && !joint.isEmpty(),
            breaks && !words.isEmpty(),
            dashed,
            false));
    gap.setLength(0);
  }
}
