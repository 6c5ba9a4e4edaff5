package org.commonsregistry.terms.preference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.commonsregistry.terms.Action;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Preference;
import org.commonsregistry.terms.Preference.Note;
import org.commonsregistry.terms.Preference.Stance;
import org.commonsregistry.terms.Preference.Wish;
import org.commonsregistry.terms.Scope;
import org.commonsregistry.terms.Source;

/** What a reader has found so far. Not thread-safe. */
final class Findings {
  private static final int LONGEST_KEPT = 100_000;

  private final List<Wish> wishes = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  void wish(Collection<Action> actions, Stance stance, String label, boolean legacy) {
    wish(actions, stance, Set.of(), Scope.EVERYBODY, label, legacy);
  }

  void wish(
      Collection<Action> actions,
      Stance stance,
      Set<Duty> duties,
      Scope scope,
      String label,
      boolean legacy) {
    for (var action : actions) {
      wishes.add(new Wish(action, stance, duties, scope, label, legacy));
    }
    if (legacy) {
      note("legacy-label", label);
    }
  }

  void note(String key, String about) {
    var note = new Note("note." + key, about.length() > 200 ? about.substring(0, 200) : about);
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }

  Preference preference(Source source, String raw, String carrier, String parser) {
    return new Preference(
        source,
        raw.length() > LONGEST_KEPT ? raw.substring(0, LONGEST_KEPT) : raw,
        carrier,
        parser,
        wishes,
        notes);
  }
}
