package org.commonsregistry.classification;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.Dataset.LicenceStatement;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.ruleset.Judgement;
import org.commonsregistry.terms.Action;
import org.commonsregistry.terms.Answer;
import org.commonsregistry.terms.Classification;
import org.commonsregistry.terms.CommunityProtocol;
import org.commonsregistry.terms.Grant;
import org.commonsregistry.terms.Layer;
import org.commonsregistry.terms.LicenceTerm;
import org.commonsregistry.terms.Party;
import org.commonsregistry.terms.Permission;
import org.commonsregistry.terms.Place;
import org.commonsregistry.terms.Preference;
import org.commonsregistry.terms.Question;
import org.commonsregistry.terms.RightsStatus;
import org.commonsregistry.terms.Scope;
import org.commonsregistry.terms.Source;
import org.commonsregistry.terms.Step;
import org.commonsregistry.terms.TermStatement;
import org.commonsregistry.terms.Terms;
import org.commonsregistry.terms.Use;
import org.commonsregistry.terms.licence.Licences;

/**
 * May somebody do something with a dataset? The statements about its terms are weighed layer by
 * layer; the verdict bounds the answer from above: what is undetermined is unknown, what is outside
 * the commons needs an agreement. And an answer never exceeds the same answer for anything the
 * dataset was made from, whose duties it inherits. Thread-safe.
 */
@Singleton
public final class Permissions {
  /** Facts that speak of what somebody asks for or a community requires. */
  static final Set<String> PREFERENCES =
      Set.of("communityProtocol", "trainingReserved", "evaluationOnly");

  private static final Permission UNKNOWN = new Permission(Grant.UNKNOWN, List.of(), List.of());

  private final SignalReadings signals;
  private final Lineage lineage;
  private final Classifier classifier;

  Permissions(SignalReadings signals, Lineage lineage, Classifier classifier) {
    this.signals = signals;
    this.lineage = lineage;
    this.classifier = classifier;
  }

  /**
   * @param verdict of one place, or of the headline: then the narrowest of its places counts
   */
  public Permission of(Dataset dataset, Verdict verdict, Use use, Party party) {
    return about(dataset, verdict).of(use, party);
  }

  /** For every use. */
  public Map<Use, Permission> row(Dataset dataset, Verdict verdict, Party party) {
    var asked = about(dataset, verdict);
    var row = new LinkedHashMap<Use, Permission>();
    for (var use : Use.values()) {
      row.put(use, asked.of(use, party));
    }
    return row;
  }

  /** For many questions about the same dataset; not thread-safe. */
  Asked about(Dataset dataset, Verdict verdict) {
    return new Asked(dataset, verdict);
  }

  /**
   * A dataset with all that it was made from, read and judged once. An answer is narrowed by the
   * same answer for each ancestor; what is not known here, or leads back to itself, leaves it
   * unknown.
   */
  final class Asked {
    private final Dataset dataset;
    private final Verdict verdict;
    private final Map<DatasetId, List<Lineage.Parent>> parents = new HashMap<>();
    private final Map<Judged, Weighable> weighable = new HashMap<>();

    private Asked(Dataset dataset, Verdict verdict) {
      this.dataset = dataset;
      this.verdict = verdict;
    }

    Permission of(Use use, Party party) {
      return verdict.judgements().stream()
          .map(judgement -> new Answering(judgement.place(), use, party).of(judgement))
          .min(Comparator.comparing(Permission::answer))
          .orElseThrow();
    }

    private List<Lineage.Parent> parents(Dataset child) {
      return parents.computeIfAbsent(child.id(), id -> lineage.parents(child, verdict.sequence()));
    }

    private Weighable judged(Dataset ancestor, org.commonsregistry.ruleset.Place place) {
      return weighable.computeIfAbsent(
          new Judged(ancestor.id(), place),
          key -> {
            var its =
                classifier.judge(
                    ancestor,
                    verdict.sequence(),
                    Optional.of(place),
                    verdict.date(),
                    verdict.ruleset());
            var judgement = its.judgements().getFirst();
            return new Weighable(its, judgement, statements(ancestor, its, judgement));
          });
    }

    private final class Answering {
      private final org.commonsregistry.ruleset.Place place;
      private final Use use;
      private final Party party;
      private final Map<DatasetId, Permission> known = new HashMap<>();
      private final Set<DatasetId> path = new HashSet<>();

      Answering(org.commonsregistry.ruleset.Place place, Use use, Party party) {
        this.place = place;
        this.use = use;
        this.party = party;
      }

      Permission of(Judgement judgement) {
        path.add(dataset.id());
        var own =
            weighable.computeIfAbsent(
                new Judged(dataset.id(), place),
                key -> new Weighable(verdict, judgement, statements(dataset, verdict, judgement)));
        return narrowed(dataset, own(own, use, party));
      }

      private Permission narrowed(Dataset child, Permission own) {
        var permission = own;
        for (var parent : parents(child)) {
          permission = permission.within(parent.name(), ancestor(parent));
        }
        return permission;
      }

      private Permission ancestor(Lineage.Parent parent) {
        if (parent.dataset().isEmpty() || !path.add(parent.dataset().get().id())) {
          return UNKNOWN;
        }
        var ancestor = parent.dataset().get();
        var permission = known.get(ancestor.id());
        if (permission == null) {
          permission = narrowed(ancestor, own(judged(ancestor, place), use, party));
          known.put(ancestor.id(), permission);
        }
        path.remove(ancestor.id());
        return permission;
      }
    }
  }

  private record Judged(DatasetId dataset, org.commonsregistry.ruleset.Place place) {}

  private record Weighable(Verdict verdict, Judgement judgement, List<TermStatement> statements) {}

  private static Permission own(Weighable weighable, Use use, Party party) {
    var verdict = weighable.verdict();
    var judgement = weighable.judgement();
    var place =
        judgement.place().anywhere() ? Place.EVERYWHERE : new Place(judgement.place().code());
    var question = Question.of(use, party, place, verdict.date());
    var weighed = Terms.permission(weighable.statements(), question);
    var most =
        switch (judgement.zone()) {
          case COMMONS, USE_RESTRICTED -> Answer.PERMITTED;
          case MARKET -> Answer.NEEDS_AGREEMENT;
          case UNDETERMINED -> Answer.UNKNOWN;
        };
    if (weighed.answer().compareTo(most) <= 0) {
      return weighed;
    }
    var chain = new ArrayList<>(weighed.chain());
    chain.add(
        new Step(
            Layer.CLASSIFICATION,
            "step.classification.bounds",
            Optional.of(classification(verdict, judgement)),
            judgement.zone().token(),
            most));
    return new Permission(weighed.grant().atMost(most), chain, weighed.exceptions());
  }

  /** What is said about the terms, each statement with its source, in its layer. */
  List<TermStatement> statements(Dataset dataset, Verdict verdict, Judgement judgement) {
    var statements = new ArrayList<TermStatement>();
    rights(verdict, judgement).ifPresent(statements::add);
    for (var licence : dataset.licences()) {
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

  private static LicenceTerm licence(Dataset dataset, LicenceStatement licence) {
    var text = licence.text().isBlank() ? licence.iri() : licence.text();
    return new LicenceTerm(
        source(dataset, licence.source()),
        switch (licence.role()) {
          case DECLARED -> LicenceTerm.Role.DECLARED;
          case CONCLUDED -> LicenceTerm.Role.CONCLUDED;
          case EFFECTIVE -> LicenceTerm.Role.EFFECTIVE;
        },
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

  private static Classification classification(Verdict verdict, Judgement judgement) {
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
