package org.commonsregistry.terms.offer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonsregistry.terms.Action;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Party;
import org.commonsregistry.terms.TermWords;
import org.commonsregistry.terms.Use;

/**
 * An offer as a TDMRep policy. It knows one action, mining, for research or for everything; where
 * an offer asks for anything but payment, consent is what remains.
 */
final class TdmPolicyText {
  private final Offer offer;
  private final Losses losses;

  TdmPolicyText(Offer offer, LocalDate date, TermWords words) {
    this.offer = offer;
    losses = new Losses(offer, date, words);
  }

  OfferExport export() {
    var anyone = losses.matrix().grant(Use.TRAIN, Party.ANYONE);
    var research = losses.matrix().grant(Use.TRAIN, Actor.RESEARCH);
    var somebody =
        Party.ALL.stream()
            .map(party -> losses.matrix().grant(Use.TRAIN, party))
            .filter(grant -> grant.answer().allows())
            .findFirst();
    losses.actions(Set.of(Action.USE, Action.MINE, Action.TRAIN));
    losses.term();
    if (somebody.isEmpty()) {
      return losses.export("tdmrep", "");
    }
    losses.actors(List.of(Use.TRAIN));
    var consent = !anyone.answer().allows() && !research.answer().allows();
    var duties = new ArrayList<String>();
    for (var duty : somebody.get().duties()) {
      if (duty instanceof Duty.Compensate) {
        duties.add("compensate");
      } else {
        losses.duty(duty);
      }
    }
    if (consent || duties.size() < somebody.get().duties().size()) {
      duties.add("obtainConsent");
    }
    return losses.export(
        "tdmrep", text(duties, !anyone.answer().allows() && research.answer().allows()));
  }

  private String text(List<String> duties, boolean research) {
    var lines = new ArrayList<String>();
    lines.add("\"action\": \"tdm:mine\"");
    if (!duties.isEmpty()) {
      lines.add(
          "\"duty\": ["
              + String.join(
                  ", ", duties.stream().map(duty -> "{\"action\": \"" + duty + "\"}").toList())
              + "]");
    }
    if (research) {
      lines.add(
          "\"constraint\": [{\"leftOperand\": \"purpose\", \"operator\": \"eq\","
              + " \"rightOperand\": {\"@id\": \"tdm:research\"}}]");
    }
    return """
        {
          "@context": ["http://www.w3.org/ns/odrl.jsonld", "http://www.w3.org/ns/tdmrep.jsonld"],
          "@type": "Offer",
          "profile": "http://www.w3.org/ns/tdmrep",
          "uid": "%s",
          "permission": [{
            %s
          }]
        }
        """
        .formatted(Offers.NAMESPACE + offer.id(), String.join(",\n    ", lines));
  }
}
