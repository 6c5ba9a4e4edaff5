package org.commonsregistry.classification;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.ruleset.Facts;
import org.commonsregistry.ruleset.Judgement;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.Zone;

/**
 * What the ruleset says about one dataset on one date: in one place, or for the headline in every
 * place that the ruleset's headline policy names, the strictest zone counting. A function of its
 * inputs alone, so that anybody can recompute it.
 *
 * @param sequence ledger number up to which the facts were taken
 * @param place empty for the headline
 * @param judgements one per place, at least one
 * @param facts the dataset's own
 * @param evidence what they rest on
 * @param parents what the dataset was made from
 */
public record Verdict(
    DatasetId dataset,
    long sequence,
    Optional<Place> place,
    LocalDate date,
    Ruleset ruleset,
    List<Judgement> judgements,
    Facts facts,
    List<Evidence> evidence,
    List<Parent> parents) {

  /** Counts up whenever the same inputs could give another verdict than before. */
  public static final String ENGINE = "1";

  /**
   * @param name slug here, or the name stated
   * @param dataset here, also when it was withdrawn
   * @param factsHash of the parent's facts, empty when it is not known here
   * @param zones per judgement of the child, in the same order
   */
  public record Parent(
      String name, Optional<DatasetId> dataset, String factsHash, List<Zone> zones) {
    public boolean known() {
      return !factsHash.isEmpty();
    }
  }

  /**
   * The next date on which anything of this verdict moves by itself.
   *
   * @param zone from then on
   */
  public record Change(LocalDate on, Zone zone) {}

  public Zone zone() {
    return judgements.stream().map(Judgement::zone).reduce(Zone::strictest).orElseThrow();
  }

  /** The judgement that decides the zone: the first that is as strict as the whole. */
  public Judgement deciding() {
    var zone = zone();
    return judgements.stream().filter(j -> j.zone() == zone).findFirst().orElseThrow();
  }

  /** Of a headline, the part that is about one of its places. */
  Optional<Verdict> only(Place at) {
    return judgements.stream()
        .filter(judgement -> judgement.place().equals(at))
        .findFirst()
        .map(
            judgement ->
                new Verdict(
                    dataset,
                    sequence,
                    Optional.of(at),
                    date,
                    ruleset,
                    List.of(judgement),
                    facts,
                    evidence,
                    parents));
  }

  public String factsHash() {
    return facts.hash(org.apache.jena.graph.NodeFactory.createURI(dataset.iri())).hex();
  }

  /** Of the judgements alone; a parent may move earlier. */
  public Optional<LocalDate> nextMove() {
    return judgements.stream()
        .flatMap(j -> j.nextChange().stream())
        .map(Judgement.Change::on)
        .min(Comparator.naturalOrder());
  }
}
