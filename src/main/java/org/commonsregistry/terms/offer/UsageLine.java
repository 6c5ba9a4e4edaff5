package org.commonsregistry.terms.offer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonsregistry.terms.Action;
import org.commonsregistry.terms.Answer;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Party;
import org.commonsregistry.terms.TermWords;
import org.commonsregistry.terms.Use;

/**
 * An offer as a {@code Content-Usage} line (AIPREF, two labels). What anyone may do without
 * anything in return is a yes, what anyone may do for a CC signal is a no with that exception, the
 * rest of what is ruled out or conditional is a no.
 */
final class UsageLine {
  private final Losses losses;

  UsageLine(Offer offer, LocalDate date, TermWords words) {
    losses = new Losses(offer, date, words);
  }

  OfferExport export() {
    var members = new ArrayList<String>();
    member("train-ai", Use.TRAIN, members);
    member("search", Use.SEARCH, members);
    losses.actors(List.of(Use.TRAIN, Use.SEARCH));
    losses.actions(
        Set.of(Action.USE, Action.TRAIN, Action.TRAIN_GENERATIVE, Action.MINE, Action.SEARCH));
    losses.term();
    return losses.export("content-usage", String.join(", ", members));
  }

  private void member(String label, Use use, List<String> members) {
    var grant = losses.matrix().grant(use, Party.ANYONE);
    var anybody =
        Party.ALL.stream().anyMatch(party -> losses.matrix().grant(use, party).answer().allows());
    if (grant.answer() == Answer.PERMITTED) {
      members.add(label + "=y");
    } else if (grant.answer() == Answer.WITH_DUTIES) {
      members.add(label + "=n" + exception(grant.duties()));
    } else if (anybody || grant.answer() == Answer.PROHIBITED) {
      members.add(label + "=n");
      losses.duties().forEach(losses::duty);
    }
  }

  private String exception(Set<Duty> duties) {
    var credit = duties.stream().filter(duty -> duty instanceof Duty.Attribute).findFirst();
    var code =
        duties.contains(new Duty.ContributeEcosystem())
            ? ";exceptions=cc-cr-ec"
            : duties.contains(new Duty.ContributeDirect())
                ? ";exceptions=cc-cr-dc"
                : duties.stream().anyMatch(duty -> duty instanceof Duty.OpenModel)
                    ? ";exceptions=cc-cr-op"
                    : ";exceptions=cc-cr";
    duties.stream()
        .filter(
            duty ->
                !(duty instanceof Duty.Attribute
                    || duty instanceof Duty.ContributeEcosystem
                    || duty instanceof Duty.ContributeDirect
                    || duty instanceof Duty.OpenModel))
        .forEach(losses::duty);
    return credit.isPresent() ? code : "";
  }
}
