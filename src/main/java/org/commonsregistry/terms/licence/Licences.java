package org.commonsregistry.terms.licence;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Recognises which licence a statement names. Precision before recall: whoever relies on an answer
 * acts on it, so what is not certain is unknown, with the reason. Deterministic, thread-safe, reads
 * nothing but its arguments; texts over {@value #LONGEST} characters are unknown.
 */
public final class Licences {
  /** The longest text that is read, in characters. */
  static final int LONGEST = 4_000;

  private static final int LONG = 200;
  private static final int LONGEST_NAME = 2_000;

  /** Phrases that stand beside names of licences and add nothing. */
  private static final Pattern SAYS_NOTHING =
      Pattern.compile(
          "\\((?:version not (?:stated|specified)|unversioned)\\)"
              + "|to view a copy of this licen[cs]e,? (?:please )?(?:visit|see|go to)"
              + "|,? or send a letter to Creative Commons[^.]{0,100}\\.?",
          Pattern.CASE_INSENSITIVE);

  /** A question mark that is no part of an address. */
  private static final Pattern QUESTION =
      Pattern.compile("(?<!\\S)[^\\s/]{0,80}\\?(?:[\\s)\\]]|$)");

  private record Statement(String text, String iri) {}

  /** How sure a reading is, and of what; an unknown has its reason only. */
  private record Reading(
      Optional<Meaning> meaning, Confidence confidence, String reason, boolean silent) {
    static Reading of(Meaning meaning, Confidence confidence, String reason) {
      return new Reading(Optional.of(meaning), confidence, reason, false);
    }

    static Reading doubt(String reason) {
      return new Reading(Optional.empty(), Confidence.INFERRED, reason, false);
    }

    static Reading silence(String reason) {
      return new Reading(Optional.empty(), Confidence.INFERRED, reason, true);
    }
  }

  /** Statements recur by the thousand. Long ones are remembered apart, to bound the memory. */
  private static final Map<Statement, Recognition> SHORT_ONES = new ConcurrentHashMap<>();

  private static final Map<Statement, Recognition> LONG_ONES = new ConcurrentHashMap<>();
  private static final Licences KNOWN = new Licences();

  private final SpdxList spdx = new SpdxList();
  private final LicenceNames names;
  private final LicenceAddresses addresses;
  private final Sentence sentence;
  private final LicenceGrammar identifiers;
  private final LicenceGrammar debian;

  private Licences() {
    var creativeCommons = new CreativeCommons(spdx);
    names = new LicenceNames(spdx, creativeCommons);
    addresses = new LicenceAddresses(spdx, names, creativeCommons);
    sentence = new Sentence(names, addresses);
    identifiers = LicenceGrammar.spdx(spdx);
    debian = LicenceGrammar.names(names, new ExceptionNames(names, spdx));
  }

  /**
   * What a statement names.
   *
   * @param text the words, an identifier, an expression or an address; may be blank
   * @param iri the address the statement points to; may be blank
   */
  public static Recognition recognise(String text, String iri) {
    var length = text.length() + iri.length();
    if (length > 2 * LONGEST) {
      return KNOWN.decide(text, iri);
    }
    var remembered = length > LONG ? LONG_ONES : SHORT_ONES;
    var statement = new Statement(text, iri);
    var before = remembered.get(statement);
    if (before != null) {
      return before;
    }
    var decided = KNOWN.decide(text, iri);
    if (remembered.size() >= (length > LONG ? 1_024 : 8_192)) {
      remembered.clear();
    }
    remembered.put(statement, decided);
    return decided;
  }

  /** The families of a licence expression that was not recognised here but made or read. */
  public static Set<LicenceFamily> families(LicenceExpression expression) {
    return KNOWN.spdx.families(expression);
  }

  private Recognition decide(String text, String iri) {
    var written = text.strip();
    var read = read(written);
    var address = iri.strip();
    if (address.isEmpty() || address.equals(written)) {
      return answer(read);
    }
    var pointed = read(address);
    return answer(together(read, pointed));
  }

  private Reading together(Reading read, Reading pointed) {
    if (pointed.meaning().isEmpty() || isNothing(pointed)) {
      return read;
    }
    if (read.silent() || isNothing(read)) {
      return pointed;
    }
    if (read.meaning().isEmpty()) {
      return Reading.doubt(read.reason() + " The address beside it names " + words(pointed) + ".");
    }
    var both = new LinkedHashSet<>(List.of(read.meaning().get(), pointed.meaning().get()));
    return Sentence.agreed(both, names)
        .map(
            meaning ->
                meaning.equals(read.meaning().get()) && read.confidence() == Confidence.EXACT
                    ? read
                    : Reading.of(
                        meaning,
                        meaning.equals(pointed.meaning().get())
                            ? pointed.confidence()
                            : Confidence.NORMALISED,
                        read.reason() + " " + pointed.reason()))
        .orElseGet(
            () ->
                Reading.doubt(
                    "The words name "
                        + words(read)
                        + ", the address beside them "
                        + words(pointed)
                        + "."));
  }

  private static boolean isNothing(Reading reading) {
    return reading.meaning().orElse(null) instanceof Meaning.Nothing;
  }

  private static String words(Reading reading) {
    return reading.meaning().map(Meaning::words).orElse("");
  }

  private Reading read(String written) {
    if (written.isEmpty()) {
      return Reading.of(new Meaning.Nothing(), Confidence.EXACT, "Nothing is written.");
    }
    if (written.length() > LONGEST) {
      return Reading.doubt("The text is longer than " + LONGEST + " characters and was not read.");
    }
    if (LicenceAddresses.isAddress(written)) {
      return addresses
          .find(written)
          .map(
              meaning ->
                  Reading.of(
                      meaning, Confidence.EXACT, "It is the address of " + meaning.words() + "."))
          .orElseGet(() -> Reading.silence("The address is not known to be that of a licence."));
    }
    if (written.length() <= LONGEST_NAME) {
      var identified = identifiers.read(written);
      if (identified.isPresent() && !vague(written)) {
        return Reading.of(
            identified.get(),
            Confidence.EXACT,
            quoted(written) + " is written in SPDX identifiers.");
      }
    }
    if (QUESTION.matcher(written).find()) {
      return Reading.doubt("The text asks, or does not know.");
    }
    var words = Word.of(SAYS_NOTHING.matcher(written).replaceAll(""));
    var name = names.whole(words);
    if (name.isPresent()) {
      return Reading.of(
          name.get(),
          Confidence.NORMALISED,
          quoted(written) + " is a name of " + name.get().words() + ".");
    }
    if (written.length() <= LONGEST_NAME) {
      var joined = debian.read(DebianNames.unfolded(written));
      if (joined.isPresent()) {
        return Reading.of(
            joined.get(), Confidence.NORMALISED, quoted(written) + " joins names that are known.");
      }
    }
    return switch (sentence.read(words)) {
      case Sentence.Outcome.Names(Meaning meaning, boolean bare) ->
          Reading.of(
              meaning,
              bare ? Confidence.NORMALISED : Confidence.INFERRED,
              bare
                  ? quoted(written) + " names only " + meaning.words() + "."
                  : "The only licence that the text names is " + meaning.words() + ".");
      case Sentence.Outcome.Doubtful(String why) -> Reading.doubt(why);
      case Sentence.Outcome.Silent() -> Reading.silence("The text names no licence that is known.");
    };
  }

  /** Identifiers that are also ordinary words. */
  private boolean vague(String written) {
    return names.whole(Word.of(written)).orElse(null) instanceof Meaning.Vague;
  }

  private Recognition answer(Reading reading) {
    var meaning = reading.meaning();
    if (meaning.isEmpty()) {
      return new Recognition.Unknown(reading.reason());
    }
    return switch (meaning.get()) {
      case Meaning.Exactly(LicenceExpression expression) ->
          new Recognition.Licence(
              expression, spdx.families(expression), reading.confidence(), reading.reason());
      case Meaning.Kin(LicenceFamily family, String _) ->
          new Recognition.Family(family, reading.confidence(), reading.reason());
      case Meaning.Nothing() -> new Recognition.Unstated("Nothing is stated.");
      case Meaning.Vague(String why) ->
          new Recognition.Unknown("It does not lead to one licence: " + why + ".");
    };
  }

  private static String quoted(String text) {
    return "“" + (text.length() > 80 ? text.substring(0, 79) + "…" : text) + "”";
  }
}
