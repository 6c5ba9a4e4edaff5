package org.commonsregistry.classification;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.Dataset.LicenceStatement;
import org.commonsregistry.ruleset.Judgement;
import org.commonsregistry.terms.Action;
import org.commonsregistry.terms.Classification;
import org.commonsregistry.terms.CommunityProtocol;
import org.commonsregistry.terms.LicenceTerm;
import org.commonsregistry.terms.Place;
import org.commonsregistry.terms.Preference;
import org.commonsregistry.terms.RightsStatus;
import org.commonsregistry.terms.Scope;
import org.commonsregistry.terms.Source;
import org.commonsregistry.terms.TermStatement;
import org.commonsregistry.terms.licence.Licences;

/**
 * What the catalogue and a judgement say about the terms of a dataset, as statements in their
 * layers, each with its source. Thread-safe.
 */
@Singleton
final class TermStatements {
  /** Facts that speak of what somebody asks for or a community requires. */
  static final Set<String> PREFERENCES =
      Set.of("communityProtocol", "trainingReserved", "evaluationOnly");

  private final SignalReadings signals;

  TermStatements(SignalReadings signals) {
    this.signals = signals;
  }

  List<TermStatement> of(Dataset dataset, Verdict verdict, Judgement judgement) {
    var statements = new ArrayList<TermStatement>();
    rights(verdict, judgement).ifPresent(statements::add);
    for (var licence : EffectiveLicence.deciding(dataset.licences())) {
      if (EffectiveLicence.Weighing.dataPart(licence.covers())) {
        statements.add(licence(dataset, licence));
      }
    }
    for (var evidence : verdict.evidence()) {
      switch (evidence.fact()) {
        case "communityProtocol" ->
            statements.add(
                new CommunityProtocol(source(evidence), evidence.value(), evidence.said()));
        case "trainingReserved", "evaluationOnly" -> {
          if (evidence.value().equals("true") && stated(dataset, evidence)) {
            statements.add(reserved(evidence));
          }
        }
        default -> {}
      }
    }
    signals.of(dataset).forEach(reading -> statements.addAll(reading.preferences()));
    statements.add(classification(verdict, judgement));
    return statements;
  }

  /** What follows from a signal is told by the signal itself. */
  private static boolean stated(Dataset dataset, Evidence evidence) {
    return dataset
        .facts()
        .contains(new Dataset.StatedFact(evidence.fact(), evidence.said(), evidence.set()));
  }

  private static Optional<TermStatement> rights(Verdict verdict, Judgement judgement) {
    var state =
        switch (judgement.status()) {
          case PD -> Optional.of(RightsStatus.State.PUBLIC_DOMAIN);
          case WAIVED -> Optional.of(RightsStatus.State.WAIVED);
          case PROTECTED -> Optional.of(RightsStatus.State.PROTECTED);
          case OPEN_LICENCE, RESTRICTED_LICENCE, UNKNOWN -> Optional.<RightsStatus.State>empty();
        };
    var place =
        judgement.place().anywhere() ? Place.EVERYWHERE : new Place(judgement.place().code());
    var rules =
        judgement.fired().stream()
            .map(fired -> fired.rule())
            .filter(rule -> rule.then().token().equals(judgement.status().token()))
            .map(rule -> rule.id())
            .toList();
    var source =
        new Source(
            "urn:commons:rule:" + String.join(",", rules), "", "", Optional.of(verdict.date()));
    return state.map(known -> RightsStatus.always(source, known, place));
  }

  /**
   * All with the same role, so that all count: a licence that somebody concluded for one part must
   * not stand in for what is declared for the whole.
   */
  private static LicenceTerm licence(Dataset dataset, LicenceStatement licence) {
    var text = licence.text().isBlank() ? licence.iri() : licence.text();
    return new LicenceTerm(
        source(dataset, licence.source()),
        LicenceTerm.Role.DECLARED,
        text,
        Licences.recognise(licence.text(), licence.iri()),
        licence.covers());
  }

  private static Preference reserved(Evidence evidence) {
    var wish =
        new Preference.Wish(
            Action.TRAIN,
            Preference.Stance.DISALLOW,
            Set.of(),
            Scope.EVERYBODY,
            evidence.fact(),
            false);
    return new Preference(
        source(evidence), evidence.said(), "catalogue", "fact/1", List.of(wish), List.of());
  }

  static Classification classification(Verdict verdict, Judgement judgement) {
    return new Classification(
        new Source(
            "urn:commons:ruleset:"
                + verdict.ruleset().name()
                + ":"
                + verdict.ruleset().hash().hex(),
            "",
            "",
            Optional.of(verdict.date())),
        judgement.zone().token(),
        verdict.ruleset().version());
  }

  private static Source source(Evidence evidence) {
    return new Source(evidence.set(), evidence.by(), evidence.where(), day(evidence.when()));
  }

  private static Source source(Dataset dataset, String key) {
    var known = dataset.sources().get(key);
    return known == null
        ? Source.named(key)
        : new Source(key, known.by(), known.where(), day(known.when()));
  }

  /** Empty where the text does not begin with a date. */
  static Optional<LocalDate> day(String text) {
    try {
      return text.length() >= 10
          ? Optional.of(LocalDate.parse(text.substring(0, 10)))
          : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
