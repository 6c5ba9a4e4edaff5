package org.commonsregistry.terms;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonsregistry.terms.licence.Recognition;

/** The second step: free of rights in that place, else what the licence grants, else unknown. */
final class Basis {
  private final List<RightsStatus> statuses;
  private final List<LicenceTerm> licences;
  private final Question question;
  private final List<Step> chain;

  Basis(
      List<RightsStatus> statuses,
      List<LicenceTerm> licences,
      Question question,
      List<Step> chain) {
    this.statuses = statuses.stream().filter(s -> s.holdsOn(question.date())).toList();
    this.licences = licences;
    this.question = question;
    this.chain = chain;
  }

  Grant grant() {
    var free = statuses.stream().filter(status -> status.state().free()).toList();
    var here = free.stream().filter(s -> s.place().covers(question.place())).toList();
    var against =
        statuses.stream()
            .filter(
                status ->
                    status.state() == RightsStatus.State.PROTECTED
                        && (status.place().covers(question.place())
                            || question.place().covers(status.place())))
            .toList();
    if (!here.isEmpty() && against.isEmpty()) {
      here.forEach(status -> step("step.rights.free", status, Answer.PERMITTED));
      return Grant.PERMITTED;
    }
    var granted = licensed();
    if (!here.isEmpty()) {
      granted = granted.flagged(Flag.STATEMENTS_DISAGREE);
      for (var status : here) {
        step("step.rights.contradicted", status, granted.answer());
      }
    } else if (!free.isEmpty()) {
      granted = granted.flagged(Flag.PLACE_NOT_COVERED);
      for (var status : free) {
        step("step.rights.elsewhere", status, granted.answer());
      }
    }
    for (var status : against) {
      step("step.rights.protected", status, granted.answer());
    }
    return granted;
  }

  private Grant licensed() {
    var speaking =
        licences.stream()
            .filter(term -> term.role() != LicenceTerm.Role.DECLARED || !term.silent())
            .toList();
    if (speaking.isEmpty()) {
      chain.add(new Step(Layer.LICENCE, "step.licence.none", Optional.empty(), "", Answer.UNKNOWN));
      return Grant.UNKNOWN;
    }
    var counting = counting(speaking);
    var grant = Grant.PERMITTED;
    for (var term : counting) {
      var granted = LicenceMatrices.grant(term.recognised(), question.use(), question.party());
      grant = grant.meet(granted);
      step("step.licence." + Tokens.of(granted.answer()), term, grant.answer());
    }
    return disagree(counting) ? grant.flagged(Flag.STATEMENTS_DISAGREE) : grant;
  }

  /**
   * Of each part those who stand highest, by what they know of it: what was weighed for one part
   * says nothing about the others, nor about the whole.
   */
  private static List<LicenceTerm> counting(List<LicenceTerm> speaking) {
    var highest = new HashMap<String, LicenceTerm.Role>();
    for (var term : speaking) {
      highest.merge(term.covers(), term.role(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }
    return speaking.stream().filter(term -> term.role() == highest.get(term.covers())).toList();
  }

  /** Different licences for different parts are no contradiction. */
  private static boolean disagree(List<LicenceTerm> terms) {
    return terms.stream()
        .collect(
            Collectors.groupingBy(
                LicenceTerm::covers, Collectors.mapping(Basis::licence, Collectors.toSet())))
        .values()
        .stream()
        .anyMatch(licences -> licences.size() > 1);
  }

  /** How sure or why does not make two licences of one. */
  private static Object licence(LicenceTerm term) {
    return switch (term.recognised()) {
      case Recognition.Licence licence -> licence.expression();
      case Recognition.Family family -> family.family();
      case Recognition.Unstated _ -> "";
      case Recognition.Unknown _ -> term.stated();
    };
  }

  private void step(String key, TermStatement statement, Answer after) {
    chain.add(new Step(statement.layer(), key, Optional.of(statement), statement.words(), after));
  }
}
