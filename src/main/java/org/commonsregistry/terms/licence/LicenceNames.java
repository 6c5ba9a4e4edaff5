package org.commonsregistry.terms.licence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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

  private final SpdxList spdx;
  private final CreativeCommons creativeCommons;
  private final GnuNames gnu;
  private final Map<String, Entry> entries = new HashMap<>();

  LicenceNames(SpdxList spdx, CreativeCommons creativeCommons) {
    this.spdx = spdx;
    this.creativeCommons = creativeCommons;
    this.gnu = new GnuNames(spdx);
    for (var row : Table.rows("names.tsv")) {
      var meaning = meaning(spdx, row[0]);
      for (var name : row[1].split(" \\| ")) {
        var alone = name.startsWith("alone:");
        var key = Word.key(Word.of(alone ? name.substring("alone:".length()) : name));
        entries.put(key, entry(meaning, key, name, alone));
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
  }

  /** A meaning as the tables of this package write it. */
  static Meaning meaning(SpdxList spdx, String written) {
    if (written.equals("unstated")) {
      return new Meaning.Nothing();
    }
    if (written.startsWith("unknown:")) {
      return new Meaning.Vague(written.substring("unknown:".length()));
    }
    if (written.startsWith("family:")) {
      var token = written.substring("family:".length());
      return new Meaning.Kin(
          LicenceFamily.valueOf(token.toUpperCase(Locale.ROOT).replace('-', '_')));
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

  /** The longest name that begins at this word. */
  Optional<NamedPart> at(List<Word> words, int start) {
    var best = creativeCommons.at(words, start).or(() -> gnu.at(words, start));
    var shortest = best.filter(part -> part.meaning().isPresent()).map(NamedPart::to).orElse(start);
    for (var end = Math.min(words.size(), start + LONGEST); end > shortest; end--) {
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
    var everything = start == 0 && words.subList(end, words.size()).stream().allMatch(Word::isAddress);
    return everything
        || (!entry.alone() && (!entry.asLicence() || words.get(end - 1).licensed()));
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
