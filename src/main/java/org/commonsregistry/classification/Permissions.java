package org.commonsregistry.classification;

import jakarta.inject.Singleton;
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
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.ruleset.Judgement;
import org.commonsregistry.terms.Answer;
import org.commonsregistry.terms.Grant;
import org.commonsregistry.terms.Layer;
import org.commonsregistry.terms.Party;
import org.commonsregistry.terms.Permission;
import org.commonsregistry.terms.Place;
import org.commonsregistry.terms.Question;
import org.commonsregistry.terms.Step;
import org.commonsregistry.terms.TermStatement;
import org.commonsregistry.terms.Terms;
import org.commonsregistry.terms.Use;

/**
 * May somebody do something with a dataset? The statements about its terms are weighed layer by
 * layer; the verdict bounds the answer from above: what is undetermined is unknown, what is outside
 * the commons needs an agreement. And an answer never exceeds the same answer for anything the
 * dataset was made from, whose duties it inherits. Thread-safe.
 */
@Singleton
public final class Permissions {
  private static final Permission UNKNOWN = new Permission(Grant.UNKNOWN, List.of(), List.of());

  private final TermStatements terms;
  private final Lineage lineage;
  private final Classifier classifier;

  Permissions(TermStatements terms, Lineage lineage, Classifier classifier) {
    this.terms = terms;
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
            return new Weighable(its, judgement, terms.of(ancestor, its, judgement));
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
                key -> new Weighable(verdict, judgement, terms.of(dataset, verdict, judgement)));
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
            Optional.of(TermStatements.classification(verdict, judgement)),
            judgement.zone().token(),
            most));
    return new Permission(weighed.grant().atMost(most), chain, weighed.exceptions());
  }
}
