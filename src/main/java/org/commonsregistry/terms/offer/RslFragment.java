package org.commonsregistry.terms.offer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonsregistry.terms.Action;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Answer;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Party;
import org.commonsregistry.terms.TermWords;
import org.commonsregistry.terms.Use;

/** An offer as an RSL 1.0 licence element. */
final class RslFragment {
  private record Usage(String token, Use use) {}

  private static final List<Usage> USAGES =
      List.of(
          new Usage("ai-train", Use.TRAIN),
          new Usage("ai-input", Use.GROUND),
          new Usage("search", Use.SEARCH));
  private static final List<Actor> USERS =
      List.of(
          Actor.COMMERCIAL,
          Actor.NON_COMMERCIAL,
          Actor.EDUCATION,
          Actor.PUBLIC_BODY,
          Actor.INDIVIDUAL);

  private final Losses losses;

  RslFragment(Offer offer, LocalDate date, TermWords words) {
    losses = new Losses(offer, date, words);
  }

  OfferExport export() {
    var lines = new ArrayList<String>();
    var permitted = tokens(true);
    var prohibited = tokens(false);
    if (!permitted.isEmpty()) {
      lines.add("  <permits type=\"usage\">" + String.join(" ", permitted) + "</permits>");
      users().ifPresent(lines::add);
    }
    if (!prohibited.isEmpty()) {
      lines.add("  <prohibits type=\"usage\">" + String.join(" ", prohibited) + "</prohibits>");
    }
    for (var duty : losses.duties()) {
      var payment = payment(duty);
      if (payment.isPresent() && !permitted.isEmpty()) {
        lines.add("  <payment type=\"" + payment.get() + "\"/>");
      } else {
        losses.duty(duty);
      }
    }
    losses.actions(Set.of(Action.USE, Action.TRAIN, Action.MINE, Action.GROUND, Action.SEARCH));
    losses.term();
    return losses.export(
        "rsl",
        permitted.isEmpty() && prohibited.isEmpty()
            ? ""
            : "<license xmlns=\"https://rslstandard.org/rsl\">\n"
                + String.join("\n", lines)
                + "\n</license>\n");
  }

  private List<String> tokens(boolean permitted) {
    return USAGES.stream()
        .filter(
            usage ->
                permitted
                    ? Party.ALL.stream()
                        .anyMatch(
                            party -> losses.matrix().grant(usage.use(), party).answer().allows())
                    : losses.anyone(usage.use()) == Answer.PROHIBITED
                        && Party.ALL.stream()
                            .noneMatch(
                                party ->
                                    losses.matrix().grant(usage.use(), party).answer().allows()))
        .map(Usage::token)
        .toList();
  }

  /** Only where all usages are for the same users; the others are lost. */
  private Optional<String> users() {
    var uses = USAGES.stream().map(Usage::use).filter(use -> !losses.anyone(use).allows()).toList();
    var open = USAGES.stream().anyMatch(usage -> losses.anyone(usage.use()).allows());
    var users =
        USERS.stream()
            .filter(
                user ->
                    uses.stream()
                        .anyMatch(use -> losses.matrix().grant(use, user).answer().allows()))
            .map(Actor::token)
            .map(token -> token.equals("public-body") ? "government" : token)
            .map(token -> token.equals("individual") ? "personal" : token)
            .toList();
    losses.actors(uses);
    return open || users.isEmpty()
        ? Optional.empty()
        : Optional.of("  <permits type=\"user\">" + String.join(" ", users) + "</permits>");
  }

  private static Optional<String> payment(Duty duty) {
    return switch (duty) {
      case Duty.Attribute _ -> Optional.of("attribution");
      case Duty.ContributeDirect _ -> Optional.of("contribution");
      case Duty.Compensate pay ->
          switch (pay.payment()) {
            case PURCHASE -> Optional.of("purchase");
            case SUBSCRIPTION -> Optional.of("subscription");
            case TRAINING -> Optional.of("training");
            case PER_CRAWL -> Optional.of("crawl");
            case PER_QUERY -> Optional.of("use");
            case FIXED_FEE, REVENUE_SHARE -> Optional.empty();
          };
      case Duty.KeepNotice _,
          Duty.IndicateChanges _,
          Duty.ShareAlike _,
          Duty.CarryTerms _,
          Duty.OpenModel _,
          Duty.ContributeEcosystem _,
          Duty.Report _,
          Duty.RegisterUse _,
          Duty.AllowAudit _,
          Duty.HonourRemoval _,
          Duty.ObtainConsent _,
          Duty.BehaviouralRestriction _ ->
          Optional.empty();
    };
  }
}
