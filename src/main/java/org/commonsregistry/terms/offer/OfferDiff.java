package org.commonsregistry.terms.offer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Answer;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Grant;
import org.commonsregistry.terms.Use;

/**
 * What changes for whom when one offer takes the place of another.
 *
 * @param changes only what differs
 * @param termChanged whether the term differs
 */
public record OfferDiff(List<Change> changes, boolean termChanged) {
  /**
   * @param added duties that the first does not ask for
   * @param dropped duties that the second does not ask for
   */
  public record Change(
      Use use, Actor actor, Answer before, Answer after, Set<Duty> added, Set<Duty> dropped) {}

  public static OfferDiff between(Offer one, Offer other, LocalDate date) {
    var before = one.matrix(date);
    var after = other.matrix(date);
    var changes = new ArrayList<Change>();
    for (var use : Use.values()) {
      for (var actor : Actor.values()) {
        var was = before.grant(use, actor);
        var is = after.grant(use, actor);
        if (was.answer() != is.answer() || !was.duties().equals(is.duties())) {
          changes.add(
              new Change(
                  use, actor, was.answer(), is.answer(), without(is, was), without(was, is)));
        }
      }
    }
    return new OfferDiff(List.copyOf(changes), !one.term().equals(other.term()));
  }

  private static Set<Duty> without(Grant these, Grant those) {
    var duties = new LinkedHashSet<>(these.duties());
    duties.removeAll(those.duties());
    return duties;
  }
}
