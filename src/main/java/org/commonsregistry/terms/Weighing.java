package org.commonsregistry.terms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The algorithm: (1) what the community closed stays closed, (2) free of rights in that place, or
 * what the licence grants, (3) what the host asks, (4) what was asked for, (5) what was agreed, (6)
 * all duties together. Used once.
 */
final class Weighing {
  private final Collection<? extends TermStatement> statements;
  private final Question question;
  private final List<Step> chain = new ArrayList<>();
  private Grant grant = Grant.UNKNOWN;

  Weighing(Collection<? extends TermStatement> statements, Question question) {
    this.statements = statements;
    this.question = question;
  }

  Permission permission() {
    var limit = protocols();
    if (limit.answer() != Answer.PROHIBITED) {
      grant = new Basis(of(RightsStatus.class), of(LicenceTerm.class), question, chain).grant();
      var agreed = agreements();
      if (!agreed) {
        preferences();
      }
      platforms();
    } else {
      grant = limit;
    }
    grant = grant.meet(limit);
    offers();
    classifications();
    return new Permission(grant, chain, StatutoryException.of(question));
  }

  private Grant protocols() {
    var limit = Grant.PERMITTED;
    for (var protocol : of(CommunityProtocol.class)) {
      var narrowed =
          switch (protocol.effect()) {
            case INFORMS -> Grant.PERMITTED;
            case NON_COMMERCIAL ->
                question.party().facets().contains(Actor.NON_COMMERCIAL)
                    ? Grant.PERMITTED
                    : Grant.NEEDS_AGREEMENT.flagged(Flag.PURPOSE_DECIDES);
            case ASK -> Grant.NEEDS_AGREEMENT.adding(Set.of(new Duty.ObtainConsent()));
            case CLOSED -> Grant.PROHIBITED;
          };
      limit = limit.meet(narrowed.flagged(Flag.COMMUNITY_PROTOCOL));
      step("step.protocol." + Tokens.of(protocol.effect()), protocol, limit.answer());
    }
    return limit;
  }

  /** Binds only where these bytes are what is asked about, or where there are no others. */
  private void platforms() {
    for (var platform : of(PlatformTerms.class)) {
      var narrowed = platform.limits().get(question.use());
      if (narrowed == null) {
        continue;
      }
      var binding =
          platform.distribution().isEmpty()
              || question.distribution().filter(platform.distribution()::equals).isPresent();
      if (binding) {
        grant = grant.meet(narrowed);
        step("step.platform.narrows", platform, grant.answer());
      } else if (question.distribution().isEmpty()) {
        grant = grant.flagged(Flag.DISTRIBUTION_TERMS);
        step("step.platform.elsewhere", platform, grant.answer());
      }
    }
  }

  private void preferences() {
    for (var preference : of(Preference.class)) {
      var late =
          preference.source().when().filter(when -> when.isAfter(question.date())).isPresent();
      var wish = preference.wish(question.use(), question.party());
      if (late || wish.isEmpty()) {
        continue;
      }
      grant =
          switch (wish.get().stance()) {
            case ALLOW -> grant;
            case DISALLOW -> grant.flagged(Flag.PREFERENCE_AGAINST);
            case CONDITIONAL ->
                grant.adding(wish.get().duties()).flagged(Flag.PREFERENCE_CONDITION);
          };
      if (wish.get().legacy()) {
        grant = grant.flagged(Flag.LEGACY_LABEL);
      }
      step("step.preference." + Tokens.of(wish.get().stance()), preference, grant.answer());
    }
  }

  /**
   * An agreement lets its holder do what the licence leaves open, and binds its holder to what it
   * rules out.
   *
   * @return whether one settles the question, so that preferences no longer matter
   */
  private boolean agreements() {
    var running =
        of(OfferTerm.class).stream()
            .filter(term -> term.held() && term.runsOn(question.date()))
            .toList();
    var settled = false;
    for (var agreement : running) {
      if (agreed(agreement).answer().allows()) {
        grant = grant.better(agreed(agreement));
        settled = true;
        step("step.agreement.lets", agreement, grant.answer());
      }
    }
    for (var agreement : running) {
      if (agreed(agreement).answer() == Answer.PROHIBITED) {
        grant = grant.meet(agreed(agreement));
        settled = true;
        step("step.agreement.forbids", agreement, grant.answer());
      }
    }
    return settled;
  }

  private Grant agreed(OfferTerm agreement) {
    return agreement.matrix().grant(question.use(), question.party());
  }

  private void offers() {
    if (grant.answer() != Answer.NEEDS_AGREEMENT) {
      return;
    }
    for (var offer : of(OfferTerm.class)) {
      if (!offer.held() && offer.runsOn(question.date()) && agreed(offer).answer().allows()) {
        step("step.offer.available", offer, grant.answer());
      }
    }
  }

  private void classifications() {
    of(Classification.class).forEach(zone -> step("step.classification", zone, grant.answer()));
  }

  private <T extends TermStatement> List<T> of(Class<T> layer) {
    return statements.stream().filter(layer::isInstance).map(layer::cast).toList();
  }

  private void step(String key, TermStatement statement, Answer after) {
    chain.add(new Step(statement.layer(), key, Optional.of(statement), statement.words(), after));
  }
}
