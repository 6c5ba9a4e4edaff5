package org.commonsregistry.terms;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody asked for. Never a permission: an absent or unreadable wish changes nothing.
 *
 * @param raw the text as it was found
 * @param carrier how it was attached: {@code robots.txt}, {@code Content-Usage header}, …
 * @param parser which reading of which draft, e.g. {@code aipref-vocab-08/1}
 * @param wishes what was understood
 * @param notes what was not, or is out of date
 */
public record Preference(
    Source source, String raw, String carrier, String parser, List<Wish> wishes, List<Note> notes)
    implements TermStatement {
  public Preference {
    wishes = List.copyOf(wishes);
    notes = List.copyOf(notes);
  }

  /** What is asked for. */
  public enum Stance {
    ALLOW,
    DISALLOW,
    /** Allowed to whoever meets the duties, otherwise not. */
    CONDITIONAL
  }

  /**
   * @param duties what is asked in return; only where conditional
   * @param label the word of the signal
   * @param legacy the label is no longer in its standard
   */
  public record Wish(
      Action action, Stance stance, Set<Duty> duties, Scope scope, String label, boolean legacy) {
    public Wish {
      duties = Set.copyOf(duties);
    }
  }

  /** Something about the reading that a person should know: a message key and what it is about. */
  public record Note(String key, String about) {}

  /**
   * The wish for a use by a party, the most restrictive where there are several. One that asks for
   * something speaks before one that allows; a specific label has been preferred while reading.
   */
  Optional<Wish> wish(Use use, Party party) {
    return wishes.stream()
        .filter(wish -> wish.action().reaches(use) && wish.scope().admits(party))
        .max(Comparator.comparingInt(wish -> strictness(wish.stance())));
  }

  /**
   * Whether it asks a party of whom nothing is known to refrain from the use, in a word that its
   * standard has today. What is tied to duties, or said in a word of an earlier draft, is no
   * reservation.
   */
  public boolean reserves(Use use) {
    return wishes.stream()
        .anyMatch(
            wish ->
                wish.stance() == Stance.DISALLOW
                    && !wish.legacy()
                    && wish.action().reaches(use)
                    && wish.scope().admits(Party.ANYONE));
  }

  private static int strictness(Stance stance) {
    return switch (stance) {
      case ALLOW -> 0;
      case CONDITIONAL -> 1;
      case DISALLOW -> 2;
    };
  }

  @Override
  public String words() {
    return Words.shortened(raw);
  }
}
