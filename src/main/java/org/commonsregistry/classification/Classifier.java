package org.commonsregistry.classification;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.NodeFactory;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.ruleset.FactValue;
import org.commonsregistry.ruleset.Facts;
import org.commonsregistry.ruleset.Judgement;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.Zone;

/**
 * Reaches verdicts. A dataset is never judged friendlier than what it was made from: the zones of
 * its parents, in the same place and on the same date, are facts for the rules; a parent the
 * registry does not know counts as undetermined, and so does one that is its own ancestor.
 * Thread-safe.
 */
@Singleton
public final class Classifier {
  private static final String PARENT_ZONE = "parentZone";
  private static final int DEEPEST = 32;

  private final DatasetFacts facts;
  private final Lineage lineage;
  private final Clock clock;

  Classifier(DatasetFacts facts, Lineage lineage, Clock clock) {
    this.facts = facts;
    this.lineage = lineage;
    this.clock = clock;
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** The headline of a standing version today. */
  Verdict headline(Dataset dataset, long sequence, Ruleset ruleset) {
    return judge(dataset, horizon(dataset, sequence), Optional.empty(), today(), ruleset);
  }

  /**
   * The ledger number up to which a verdict on a version takes facts: that of the youngest among
   * the version and all that it was made from, as they stand.
   */
  long horizon(Dataset dataset, long sequence) {
    return horizon(dataset, sequence, new HashSet<>());
  }

  private long horizon(Dataset dataset, long sequence, Set<DatasetId> seen) {
    var latest = sequence;
    if (seen.size() < DEEPEST * DEEPEST && seen.add(dataset.id())) {
      for (var parent : lineage.parents(dataset, Long.MAX_VALUE)) {
        if (parent.latest().isPresent()) {
          var its = parent.latest().get();
          var young = its.dataset().map(made -> horizon(made, its.sequence(), seen));
          latest = Math.max(latest, young.orElse(its.sequence()));
        }
      }
    }
    return latest;
  }

  /**
   * @param sequence ledger number at which the dataset and its parents are looked at
   * @param place empty for the headline
   */
  public Verdict judge(
      Dataset dataset, long sequence, Optional<Place> place, LocalDate date, Ruleset ruleset) {
    var gathered = facts.of(dataset, ruleset.vocabulary());
    var own = gathered.facts();
    var places = place.map(List::of).orElseGet(() -> List.copyOf(ruleset.headline().places(own)));
    var ancestries =
        places.stream().map(at -> new Ancestry(dataset.id(), sequence, at, date, ruleset)).toList();
    var parents = new ArrayList<Verdict.Parent>();
    for (var parent : lineage.parents(dataset, sequence)) {
      parents.add(
          new Verdict.Parent(
              parent.name(),
              parent.latest().map(Datasets.Latest::id),
              parent.dataset().map(made -> factsHash(made, ruleset)).orElse(""),
              ancestries.stream().map(ancestry -> ancestry.zone(parent)).toList()));
    }
    var judgements = new ArrayList<Judgement>();
    for (var i = 0; i < places.size(); i++) {
      var index = i;
      var all = below(own, parents.stream().map(parent -> parent.zones().get(index)).toList());
      judgements.add(ruleset.judge(all, places.get(i), date, dataset.id().iri()));
    }
    return new Verdict(
        dataset.id(),
        sequence,
        place,
        date,
        ruleset,
        List.copyOf(judgements),
        own,
        gathered.evidence(),
        List.copyOf(parents));
  }

  /** What the headline's verdict comes to, without reasons: for counting many datasets. */
  Ruleset.Standing standing(Dataset dataset, long sequence, LocalDate date, Ruleset ruleset) {
    var own = facts.of(dataset, ruleset.vocabulary()).facts();
    var parents = lineage.parents(dataset, sequence);
    Ruleset.Standing strictest = null;
    for (var place : ruleset.headline().places(own)) {
      var ancestry = new Ancestry(dataset.id(), sequence, place, date, ruleset);
      var zones = parents.stream().map(ancestry::zone).toList();
      var here = ruleset.standing(below(own, zones), place, date, dataset.id().iri());
      if (strictest == null || here.zone().compareTo(strictest.zone()) > 0) {
        strictest = here;
      }
    }
    if (strictest == null) {
      throw new IllegalArgumentException("a headline has at least one place");
    }
    return strictest;
  }

  /**
   * The zones of what a dataset was made from, in one place; each ancestor is judged once, however
   * many ways lead to it. One that leads back to the dataset itself is undetermined.
   */
  private final class Ancestry {
    private final long sequence;
    private final Place place;
    private final LocalDate date;
    private final Ruleset ruleset;
    private final Set<DatasetId> path = new HashSet<>();
    private final Map<DatasetId, Zone> known = new HashMap<>();

    Ancestry(DatasetId child, long sequence, Place place, LocalDate date, Ruleset ruleset) {
      this.sequence = sequence;
      this.place = place;
      this.date = date;
      this.ruleset = ruleset;
      path.add(child);
    }

    Zone zone(Lineage.Parent parent) {
      var dataset = parent.dataset();
      if (dataset.isEmpty() || path.size() > DEEPEST || !path.add(dataset.get().id())) {
        return Zone.UNDETERMINED;
      }
      var id = dataset.get().id();
      var zone = known.get(id);
      if (zone == null) {
        var zones = lineage.parents(dataset.get(), sequence).stream().map(this::zone).toList();
        var own = facts.of(dataset.get(), ruleset.vocabulary()).facts();
        zone = ruleset.standing(below(own, zones), place, date, id.iri()).zone();
        known.put(id, zone);
      }
      path.remove(id);
      return zone;
    }
  }

  private static Facts below(Facts own, List<Zone> parents) {
    if (parents.isEmpty()) {
      return own;
    }
    var tokens = new TreeSet<String>();
    parents.forEach(zone -> tokens.add(zone.token()));
    return own.with(PARENT_ZONE, FactValue.words(tokens));
  }

  /** The facts of everything known here that a dataset was made from, in any number of steps. */
  Collection<Facts> ancestors(Dataset dataset, long sequence, Ruleset ruleset) {
    var found = new HashMap<DatasetId, Facts>();
    var open = new ArrayDeque<>(List.of(dataset));
    while (!open.isEmpty()) {
      for (var parent : lineage.parents(open.remove(), sequence)) {
        parent
            .dataset()
            .filter(made -> !found.containsKey(made.id()))
            .ifPresent(
                made -> {
                  found.put(made.id(), facts.of(made, ruleset.vocabulary()).facts());
                  open.add(made);
                });
      }
    }
    return found.values();
  }

  private String factsHash(Dataset dataset, Ruleset ruleset) {
    return facts
        .of(dataset, ruleset.vocabulary())
        .facts()
        .hash(NodeFactory.createURI(dataset.id().iri()))
        .hex();
  }
}
