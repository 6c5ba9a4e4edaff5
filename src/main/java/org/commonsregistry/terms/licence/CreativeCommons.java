package org.commonsregistry.terms.licence;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of Creative Commons' licences, made of elements, a version and a place, in code or in
 * words of several languages: {@code CC-BY-SA 3.0 DE}, "Creative Commons Namensnennung 4.0".
 */
final class CreativeCommons {
  private enum Element {
    BY,
    NC,
    SA,
    ND,
    ZERO
  }

  private static final Map<String, Element> ELEMENTS = new HashMap<>();
  private static final int LONGEST_ELEMENT = 5;
  private static final Pattern CODE = Pattern.compile("(cc)?(0|by)?(nc)?(sa|nd)?");
  private static final Pattern VERSION = Pattern.compile("[1-9](\\.[0-9])?");
  private static final Set<String> SAYS_NOTHING =
      Set.of(
          "international",
          "intl",
          "unported",
          "generic",
          "universal",
          "public",
          "deed",
          "legalcode");
  private static final Map<String, String> PLACES = new HashMap<>();
  private static final int LONGEST_PLACE = 3;

  static {
    for (var row : Table.rows("creative-commons.tsv")) {
      for (var phrase : row[1].split(" \\| ")) {
        if (row[0].startsWith("place ")) {
          PLACES.put(phrase, row[0].substring("place ".length()));
        } else {
          ELEMENTS.put(phrase, Element.valueOf(row[0]));
        }
      }
    }
  }

  private final SpdxList spdx;

  CreativeCommons(SpdxList spdx) {
    this.spdx = spdx;
  }

  /** The name that begins at this word, if one does. */
  Optional<NamedPart> at(List<Word> words, int start) {
    return new Reading(words, start).name();
  }

  /** The licence of this code and version, e.g. {@code by-nc-sa}, {@code 3.0}, {@code de}. */
  Meaning licence(String code, String version, String place) {
    var elements = EnumSet.noneOf(Element.class);
    for (var part : code.split("-")) {
      var element = ELEMENTS.get(part);
      if (element == null) {
        return new Meaning.Vague("Creative Commons has no licence of that code");
      }
      elements.add(element);
    }
    return meaning(elements, version, place.toUpperCase(Locale.ROOT));
  }

  private Meaning meaning(Set<Element> elements, String version, String place) {
    if (elements.contains(Element.ZERO)) {
      return elements.size() == 1 && (version.isEmpty() || version.equals("1.0"))
          ? new Meaning.Exactly(new LicenceExpression.Id("CC0-1.0", false))
          : new Meaning.Vague("CC0 has no such version or element");
    }
    var both = elements.contains(Element.SA) && elements.contains(Element.ND);
    if (!elements.contains(Element.BY) || both) {
      return new Meaning.Vague("Creative Commons has no licence of just these elements");
    }
    var code = new StringBuilder("CC-BY");
    elements.stream().filter(e -> e != Element.BY).forEach(e -> code.append('-').append(e));
    var family = LicenceFamily.valueOf(code.substring("CC-".length()).replace('-', '_'));
    if (version.isEmpty()) {
      return new Meaning.Kin(family, name(code));
    }
    var id = code + "-" + version;
    var listed = spdx.licence(id);
    if (listed.isEmpty() && spdx.licence(id + "-" + place).isEmpty()) {
      return new Meaning.Vague("Creative Commons has no version " + version + " of that licence");
    }
    if (place.isEmpty()) {
      return new Meaning.Exactly(listed.orElseThrow());
    }
    return spdx.licence(id + "-" + place)
        .<Meaning>map(Meaning.Exactly::new)
        .orElse(new Meaning.Kin(family, name(id + "-" + place)));
  }

  private static String name(CharSequence code) {
    return Word.key(Word.of(code.toString()));
  }

  /** One attempt to read a name. */
  private final class Reading {
    private final List<Word> words;
    private final int start;
    private final EnumSet<Element> elements = EnumSet.noneOf(Element.class);
    private int at;
    private String version = "";
    private String place = "";
    private boolean spelled;
    private boolean official;

    Reading(List<Word> words, int start) {
      this.words = words;
      this.start = start;
      this.at = start;
    }

    Optional<NamedPart> name() {
      var prefix = prefix();
      var afterPrefix = at;
      while (at < words.size()
          && (at == start
              || !words.get(at).breaks()
              || ((at == afterPrefix || words.get(at).dashed()) && startsElement()))
          && (element() || version() || filler() || place())) {
        // each step moves on
      }
      if (!prefix) {
        return spelled && official && !version.isEmpty() && elements.contains(Element.BY)
            ? Optional.of(NamedPart.of(meaning(elements, version, place), start, at))
            : Optional.empty();
      }
      if (elements.isEmpty() || onlyAPreposition(afterPrefix)) {
        return Optional.of(new NamedPart(Optional.empty(), start, afterPrefix));
      }
      return Optional.of(NamedPart.of(meaning(elements, version, place), start, at));
    }

    /** "Creative Commons licence by the author" does not name an element. */
    private boolean onlyAPreposition(int afterPrefix) {
      var bare = version.isEmpty() && elements.equals(EnumSet.of(Element.BY)) && !spelled;
      if (!bare || at == afterPrefix) {
        return false;
      }
      var by = words.get(afterPrefix);
      return words.get(afterPrefix - 1).licensed()
          || (!by.glued() && !by.licensed() && at < words.size() && !words.get(at).breaks());
    }

    private boolean prefix() {
      var first = words.get(at).text();
      if (first.equals("cc") || first.equals("creativecommons")) {
        at++;
        return true;
      }
      if (first.equals("creative")
          && at + 1 < words.size()
          && words.get(at + 1).text().equals("commons")) {
        at += 2;
        return true;
      }
      return first.startsWith("cc") && code(first);
    }

    private boolean code(String word) {
      var match = CODE.matcher(word);
      if (!match.matches() || word.length() < 3 || match.group(2) == null) {
        return false;
      }
      for (var part = 2; part <= 4; part++) {
        if (match.group(part) != null) {
          elements.add(ELEMENTS.get(match.group(part)));
        }
      }
      at++;
      return true;
    }

    private boolean startsElement() {
      var before = at;
      var saved = EnumSet.copyOf(elements);
      var wasSpelled = spelled;
      var found = element();
      at = before;
      elements.clear();
      elements.addAll(saved);
      spelled = wasSpelled;
      return found;
    }

    private boolean element() {
      for (var length = Math.min(LONGEST_ELEMENT, words.size() - at); length > 0; length--) {
        var phrase = Word.key(words.subList(at, at + length));
        var element = ELEMENTS.get(phrase);
        if (element != null && inOneBreath(length)) {
          if (phrase.equals("0") && !version.isEmpty()) {
            return false;
          }
          elements.add(element);
          spelled |= phrase.length() > 2;
          at += length;
          return true;
        }
      }
      var word = words.get(at).text();
      return word.startsWith("by") && code(word);
    }

    private boolean inOneBreath(int length) {
      return words.subList(at + 1, at + length).stream().noneMatch(Word::breaks);
    }

    private boolean version() {
      var word = words.get(at).text();
      if (!version.isEmpty() || !VERSION.matcher(word).matches()) {
        return false;
      }
      at++;
      version = word;
      if (word.length() == 1) {
        var decimal = at < words.size() ? words.get(at) : null;
        if (decimal != null
            && decimal.glued()
            && (decimal.text().equals("0") || decimal.text().equals("5"))) {
          version = word + "." + decimal.text();
          at++;
        } else {
          version = word + ".0";
        }
      }
      return true;
    }

    private boolean filler() {
      var word = words.get(at).text();
      if (!SAYS_NOTHING.contains(word)) {
        return false;
      }
      official |= word.equals("international") || word.equals("unported") || word.equals("generic");
      at++;
      return true;
    }

    private boolean place() {
      if (version.isEmpty() || !place.isEmpty()) {
        return false;
      }
      for (var length = LONGEST_PLACE; length > 0; length--) {
        if (at + length <= words.size()) {
          var name = PLACES.get(Word.key(words.subList(at, at + length)));
          if (name != null) {
            place = name;
            at += length;
            return true;
          }
        }
      }
      var word = words.get(at);
      var last = at + 1 == words.size() || words.get(at + 1).breaks();
      if (word.text().length() == 2
          && Character.isLetter(word.text().charAt(0))
          && Character.isLetter(word.text().charAt(1))
          && (word.glued() || last)) {
        place = word.text().toUpperCase(Locale.ROOT);
        at++;
        return true;
      }
      return false;
    }
  }
}
