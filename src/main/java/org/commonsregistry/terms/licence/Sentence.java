package org.commonsregistry.terms.licence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads a licence out of a sentence, only if all licences that it names, in words and by address,
 * are the same, and nothing beside them speaks of exceptions, parts, conditions or comparisons.
 */
final class Sentence {
  /** What a sentence says. */
  sealed interface Outcome {
    /**
     * @param bare whether it says nothing else
     */
    record Names(Meaning meaning, boolean bare) implements Outcome {}

    /** It says something about terms that cannot be decided. */
    record Doubtful(String why) implements Outcome {}

    /** It names no licence, and no condition. */
    record Silent() implements Outcome {}
  }

  private static final Set<String> JOINTS =
      Set.of("and", "und", "et", "y", "e", "or", "oder", "ou", "with", "plus");
  private static final Set<String> OF_SOMEBODY = Set.of("use", "service", "access", "agreement");
  private static final Set<String> CREDIT =
      Set.of("attribution", "credit", "citation", "acknowledgement", "acknowledgment");
  private static final Set<String> VERBS = Set.of("is", "are", "can", "may", "means");

  private static final Set<String> KINDS =
      Set.of("data", "dataset", "database", "content", "open", "public");

  /** Words before "licence" that do not make it the name of a licence. */
  private static final Set<String> BEFORE_LICENCE =
      Set.of(
          ("a all an and are be been blanket by commons content copyright data "
                  + "database dataset datenbank der die domain file following free freely "
                  + "international is its la material materials of open our public publicly "
                  + "see standard their this under une unported unter usage use was which "
                  + "work your")
              .split(" "));

  private final LicenceNames names;
  private final LicenceAddresses addresses;
  private final Map<String, String> doubts = new HashMap<>();

  Sentence(LicenceNames names, LicenceAddresses addresses) {
    this.names = names;
    this.addresses = addresses;
    for (var row : Table.rows("doubts.tsv")) {
      for (var word : row[1].split(" ")) {
        doubts.put(word, row[0]);
      }
    }
  }

  Outcome read(List<Word> words) {
    var named = new ArrayList<NamedPart>();
    var beside = new ArrayList<Integer>();
    for (var i = 0; i < words.size(); ) {
      var part = part(words, i);
      if (part.isPresent()) {
        named.add(part.get());
        i = part.get().to();
      } else {
        if (!words.get(i).isAddress()) {
          beside.add(i);
        }
        i++;
      }
    }
    var doubt = doubt(words, named, beside);
    if (doubt.isPresent()) {
      return new Outcome.Doubtful(doubt.get());
    }
    var meanings = new LinkedHashSet<Meaning>();
    named.forEach(part -> part.meaning().ifPresent(meanings::add));
    if (!meanings.isEmpty()) {
      for (var at : beside) {
        names.loose(words.get(at)).ifPresent(meanings::add);
      }
    }
    if (meanings.isEmpty()) {
      return named.isEmpty()
          ? new Outcome.Silent()
          : new Outcome.Doubtful("It names Creative Commons, but not which of its licences.");
    }
    return agreed(meanings, names)
        .<Outcome>map(meaning -> new Outcome.Names(meaning, beside.isEmpty()))
        .orElseGet(() -> new Outcome.Doubtful(conflict(meanings)));
  }

  private Optional<NamedPart> part(List<Word> words, int at) {
    if (at >= words.size()) {
      return Optional.empty();
    }
    var word = words.get(at);
    if (word.isAddress()) {
      return addresses.find(word.address()).map(meaning -> NamedPart.of(meaning, at, at + 1));
    }
    return names.at(words, at);
  }

  private Optional<String> doubt(List<Word> words, List<NamedPart> named, List<Integer> beside) {
    for (var part : named) {
      if (part.meaning().orElse(null) instanceof Meaning.Vague(String why)) {
        return Optional.of("Of what it names: " + why + ".");
      }
      if (part.meaning().isPresent() && !beside.isEmpty()) {
        for (var edge : List.of(part.from() - 1, part.to())) {
          if (edge >= 0 && edge < words.size() && beside.contains(edge)) {
            var joint = edge < part.from() ? words.get(part.from()) : words.get(edge);
            var word = words.get(edge).text();
            if (joint.glued()) {
              return Optional.of(
                  "“" + word + "” is joined to the name: a variant of that licence.");
            }
            if (JOINTS.contains(word) && !newClause(words, edge)) {
              return Optional.of(
                  "“" + word + "” joins the licence to something that is not known.");
            }
          }
        }
      }
    }
    var free = named.stream().anyMatch(part -> asksNothing(part));
    var nonCommercial = named.stream().anyMatch(part -> nonCommercial(part));
    for (var at : beside) {
      var word = words.get(at);
      var why = doubts.get(word.text());
      if (why != null && !harmless(words, at, nonCommercial)) {
        return Optional.of("“" + word.text() + "” speaks of " + why + ".");
      }
      if (free
          && (word.text().equals("attribution")
              || CREDIT.contains(word.text()) && word(words, at + 1).equals("required"))) {
        return Optional.of(
            "“" + word.text() + "” asks for something where nothing would be asked.");
      }
      if (word.licensed() && namesAnother(words, at)) {
        return Optional.of("“" + word.text() + "” stands before a licence that is not known.");
      }
    }
    return Optional.empty();
  }

  /** "… is CC0 and is free for all": the second clause joins nothing to the licence. */
  private static boolean newClause(List<Word> words, int at) {
    return words.get(at).text().equals("and") && VERBS.contains(word(words, at + 1));
  }

  /** "the Foo License", "the Foo Data License", but not "this data licence". */
  private static boolean namesAnother(List<Word> words, int at) {
    var first = at;
    while (first > 0 && KINDS.contains(words.get(first).text()) && !words.get(first).breaks()) {
      first--;
    }
    return !BEFORE_LICENCE.contains(words.get(first).text());
  }

  private static String word(List<Word> words, int at) {
    return at >= 0 && at < words.size() ? words.get(at).text() : "";
  }

  /** "under the terms (and conditions) of", "no restrictions": these take nothing away. */
  private boolean harmless(List<Word> words, int at, boolean nonCommercial) {
    var word = words.get(at).text();
    var after = word(words, at + 1);
    var before = word(words, at - 1);
    return switch (word) {
      case "terms" ->
          (after.equals("of") && !OF_SOMEBODY.contains(word(words, at + 2)))
              || (after.equals("and") && word(words, at + 2).equals("conditions"));
      case "conditions" -> before.equals("and") && after.equals("of");
      case "restriction", "restrictions", "restricted" ->
          before.equals("no") || before.equals("without");
      case "no" ->
          after.startsWith("restriction")
              || (after.equals("rights") && word(words, at + 2).equals("reserved"));
      case "without" -> after.startsWith("restriction");
      case "required", "requires" -> CREDIT.contains(before) || CREDIT.contains(after);
      case "texts" -> before.equals("official") || before.equals("legislative");
      case "reserved" -> before.equals("rights") && word(words, at - 2).equals("no");
      case "subject" ->
          after.equals("to")
              && part(words, at + (word(words, at + 2).equals("a") ? 3 : 2)).isPresent();
      case "noncommercial", "commercial" ->
          nonCommercial && (word.equals("noncommercial") || before.equals("non"));
      default -> false;
    };
  }

  private boolean asksNothing(NamedPart part) {
    return part.meaning()
        .flatMap(names::family)
        .filter(
            Set.of(LicenceFamily.PUBLIC_DOMAIN, LicenceFamily.CC0, LicenceFamily.OFFICIAL_WORK)
                ::contains)
        .isPresent();
  }

  private boolean nonCommercial(NamedPart part) {
    return part.meaning()
        .flatMap(names::family)
        .filter(
            Set.of(LicenceFamily.BY_NC, LicenceFamily.BY_NC_SA, LicenceFamily.BY_NC_ND)::contains)
        .isPresent();
  }

  /** The one thing that all of these can mean together. */
  static Optional<Meaning> agreed(Set<Meaning> meanings, LicenceNames known) {
    if (meanings.size() == 1) {
      return Optional.of(meanings.iterator().next());
    }
    var families = new HashSet<Optional<LicenceFamily>>();
    meanings.forEach(meaning -> families.add(known.family(meaning)));
    if (families.size() > 1 || families.contains(Optional.<LicenceFamily>empty())) {
      return Optional.empty();
    }
    var family = families.iterator().next().orElseThrow();
    var exact = new ArrayList<LicenceExpression>();
    var names = new LinkedHashSet<Meaning.Kin>();
    for (var meaning : meanings) {
      if (meaning instanceof Meaning.Exactly(LicenceExpression expression)) {
        exact.add(expression);
      } else if (meaning instanceof Meaning.Kin kin && !kin.called().isEmpty()) {
        names.add(kin);
      }
    }
    if (exact.size() == 1 && names.stream().allMatch(kin -> kin.mayBe(exact.getFirst()))) {
      return Optional.of(new Meaning.Exactly(exact.getFirst()));
    }
    return Optional.of(
        exact.isEmpty() && names.size() == 1
            ? names.iterator().next()
            : new Meaning.Kin(family, ""));
  }

  static String conflict(Set<Meaning> meanings) {
    return "It names what cannot all hold: "
        + meanings.stream().map(Meaning::words).collect(Collectors.joining("; "))
        + ".";
  }
}
