package org.commonsregistry.terms.licence;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names by which licences go: SPDX's identifiers and names, those of other lists and of governments
 * ({@code names.tsv}), and the grammars of Creative Commons and GNU.
 */
final class LicenceNames {
  /**
   * @param alone it counts only if nothing else is said
   * @param asLicence it counts within a sentence only if a word for "licence" follows
   */
  private record Entry(Meaning meaning, boolean alone, boolean asLicence) {}

  private static final int LONGEST = 14;

  /** Families that are said by what holds, not by the name of a licence. */
  private static final Set<LicenceFamily> STATUS =
      EnumSet.of(LicenceFamily.PUBLIC_DOMAIN, LicenceFamily.CC0, LicenceFamily.OFFICIAL_WORK);

  private final SpdxList spdx;
  private final CreativeCommons creativeCommons;
  private final GnuNames gnu;
  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, Integer> longestByFirstWord = new HashMap<>();

  LicenceNames(SpdxList spdx, CreativeCommons creativeCommons) {
    this.spdx = spdx;
    this.creativeCommons = creativeCommons;
    this.gnu = new GnuNames(spdx);
    for (var row : Table.rows("names.tsv")) {
      for (var name : row[1].split(" \\| ")) {
        var alone = name.startsWith("alone:");
        var key = Word.key(Word.of(alone ? name.substring("alone:".length()) : name));
        entries.put(key, entry(meaning(spdx, row[0], key), key, name, alone));
      }
    }
    var own = new HashSet<>(entries.keySet());
    var ambiguous = new HashSet<String>();
    for (var listed : spdx.licences()) {
      if (!listed.deprecated()) {
        var meaning = new Meaning.Exactly(new LicenceExpression.Id(listed.id(), false));
        for (var name : List.of(listed.id(), listed.name())) {
          var key = Word.key(Word.of(name));
          var before = entries.get(key);
          if (!own.contains(key) && before != null && !before.meaning().equals(meaning)) {
            ambiguous.add(key);
          } else if (!own.contains(key)) {
            entries.put(key, entry(meaning, key, name, false));
          }
        }
      }
    }
    ambiguous.forEach(entries::remove);
    for (var key : entries.keySet()) {
      var parts = key.split(" ");
      longestByFirstWord.merge(parts[0], parts.length, Math::max);
    }
  }

  /** A meaning as the tables of this package write it. */
  static Meaning meaning(SpdxList spdx, String written, String called) {
    if (written.equals("unstated")) {
      return new Meaning.Nothing();
    }
    if (written.startsWith("unknown:")) {
      return new Meaning.Vague(written.substring("unknown:".length()));
    }
    if (written.startsWith("family:")) {
      var token = written.substring("family:".length());
      var family = LicenceFamily.valueOf(token.toUpperCase(Locale.ROOT).replace('-', '_'));
      return new Meaning.Kin(family, STATUS.contains(family) ? "" : called);
    }
    return LicenceGrammar.spdx(spdx)
        .read(written)
        .orElseThrow(() -> new IllegalStateException("not an SPDX expression: " + written));
  }

  private static Entry entry(Meaning meaning, String key, String name, boolean alone) {
    var says = meaning instanceof Meaning.Exactly || meaning instanceof Meaning.Kin;
    var numbered = key.chars().anyMatch(Character::isDigit);
    var words = Word.of(name);
    var asLicence = !numbered && (!key.contains(" ") || words.getLast().licensed());
    return new Entry(meaning, alone || !says, asLicence);
  }

  /** What all of these words together name. */
  Optional<Meaning> whole(List<Word> words) {
    if (words.isEmpty() || words.size() > LONGEST) {
      return Optional.empty();
    }
    var entry = lookUp(Word.key(words));
    if (entry.isPresent()) {
      return entry.map(Entry::meaning);
    }
    return at(words, 0)
        .filter(part -> part.to() == words.size())
        .flatMap(NamedPart::meaning)
        .filter(meaning -> !(meaning instanceof Meaning.Vague));
  }

  /**
   * A name of one word that is not called a licence, such as MIT, which may be something else: not
   * enough to answer, enough to doubt another answer.
   */
  Optional<Meaning> loose(Word word) {
    return lookUp(word.text())
        .map(Entry::meaning)
        .filter(meaning -> meaning instanceof Meaning.Exactly || meaning instanceof Meaning.Kin);
  }

  /** The longest name that begins at this word. */
  Optional<NamedPart> at(List<Word> words, int start) {
    var best = creativeCommons.at(words, start).or(() -> gnu.at(words, start));
    var shortest = best.filter(part -> part.meaning().isPresent()).map(NamedPart::to).orElse(start);
    var longest = longestByFirstWord.getOrDefault(words.get(start).text(), 0);
    for (var end = Math.min(words.size(), start + longest); end > shortest; end--) {
      var part = words.subList(start, end);
      if (part.stream().noneMatch(Word::isAddress)) {
        var entry = lookUp(Word.key(part));
        if (entry.isPresent() && counts(entry.get(), words, start, end)) {
          return Optional.of(NamedPart.of(entry.get().meaning(), start, end));
        }
      }
    }
    return best;
  }

  private static boolean counts(Entry entry, List<Word> words, int start, int end) {
    var everything =
        start == 0 && words.subList(end, words.size()).stream().allMatch(Word::isAddress);
    return everything || (!entry.alone() && (!entry.asLicence() || words.get(end - 1).licensed()));
  }

  private Optional<Entry> lookUp(String key) {
    var entry = entries.get(key);
    if (entry == null && !key.isEmpty() && Character.isDigit(key.charAt(key.length() - 1))) {
      entry = entries.get(key + ".0");
    }
    return Optional.ofNullable(entry);
  }

  /** The one family of all that is named. */
  Optional<LicenceFamily> family(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Exactly exactly -> spdx.family(exactly.expression());
      case Meaning.Kin kin -> Optional.of(kin.family());
      case Meaning.Nothing _ -> Optional.empty();
      case Meaning.Vague _ -> Optional.empty();
    };
  }
}
