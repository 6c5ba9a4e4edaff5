package org.commonsregistry.terms.offer;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.commonsregistry.terms.Action;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Answer;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Party;
import org.commonsregistry.terms.TermWords;
import org.commonsregistry.terms.Use;
import org.commonsregistry.terms.UseMatrix;
import org.commonsregistry.terms.odrl.DutyTriples;
import org.commonsregistry.terms.odrl.Odrl;
import org.commonsregistry.terms.odrl.Rule;

/** Collects what a form cannot say of an offer. Not thread-safe. */
final class Losses {
  private final Offer offer;
  private final TermWords words;
  private final UseMatrix matrix;
  private final Set<String> lost = new LinkedHashSet<>();

  Losses(Offer offer, LocalDate date, TermWords words) {
    this.offer = offer;
    this.words = words;
    matrix = offer.matrix(date);
  }

  UseMatrix matrix() {
    return matrix;
  }

  Answer anyone(Use use) {
    return matrix.grant(use, Party.ANYONE).answer();
  }

  /** Duties of the permissions, in a steady order. */
  List<Duty> duties() {
    var duties = new TreeSet<Duty>(Comparator.comparing(Duty::text));
    for (var rule : offer.policy().rules()) {
      rule.duties().forEach(duty -> DutyTriples.read(duty).ifPresent(duties::add));
    }
    return List.copyOf(duties);
  }

  /** Uses that only some may make, for forms that know no parties. */
  void actors(Collection<Use> said) {
    for (var use : said) {
      var some =
          Arrays.stream(Actor.values())
              .filter(actor -> matrix.grant(use, actor).answer().allows() != anyone(use).allows())
              .map(words::of)
              .toList();
      if (!some.isEmpty()) {
        lost.add(
            words.about(
                "lost.actors", words.of(use.whole()) + " (" + String.join(", ", some) + ")"));
      }
    }
  }

  /** Actions of rules that the form has no word for. */
  void actions(Set<Action> sayable) {
    for (var rule : offer.policy().rules()) {
      for (var action : Action.values()) {
        if (rule.actions().contains(Odrl.of(action)) && !sayable.contains(action)) {
          lost.add(
              words.about(
                  rule.kind() == Rule.Kind.PROHIBITION ? "lost.prohibition" : "lost.action",
                  words.of(action)));
        }
      }
    }
  }

  void duty(Duty duty) {
    lost.add(words.about("lost.duty", words.of(duty)));
  }

  void term() {
    if (offer.term().duration() != Offer.Duration.OPEN) {
      lost.add(words.about("lost.term", String.join(" ", OfferReading.of(offer, words).term())));
    }
  }

  OfferExport export(String form, String text) {
    if (text.isEmpty()) {
      lost.add(words.text("lost.nothing-said"));
    }
    return new OfferExport(form, text, List.copyOf(lost));
  }
}
