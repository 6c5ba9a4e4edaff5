package org.commonsregistry.classification;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.catalog.DatasetKinds;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Draft;
import org.commonsregistry.ledger.Entry;
import org.commonsregistry.ledger.EntryKind;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ledger.MerkleTree;
import org.commonsregistry.rdf.CanonicalQuads;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.Rulesets;
import org.commonsregistry.vocabulary.Terms;

/**
 * Runs over the whole catalogue, each an entry of the ledger: which ruleset, engine, date and
 * ledger number, how many datasets in which zone, and the Merkle root of all headline verdicts in
 * the order of their datasets' names. The verdicts themselves are not recorded; whoever doubts the
 * root recomputes it. Thread-safe.
 */
@Singleton
public final class ClassificationRuns {
  /** Payload: what was run and its root. */
  public static final EntryKind RECORDED = new EntryKind("classification.run");

  static final String SUBJECT = "urn:commons:classification";
  private static final String DATASETS = "urn:commons:dataset:";
  private static final int PAGE = 500;
  private static final Node RUN = NodeFactory.createURI(SUBJECT);

  private final Ledger ledger;
  private final Classifier classifier;
  private final Rulesets rulesets;

  ClassificationRuns(Ledger ledger, Classifier classifier, Rulesets rulesets) {
    this.ledger = ledger;
    this.classifier = classifier;
    this.rulesets = rulesets;
  }

  /**
   * @param sequence ledger number at which the catalogue was looked at
   * @param zones datasets per zone
   * @param root of the verdicts' hashes, hexadecimal
   */
  @Serdeable
  public record Run(
      String rulesetHash,
      String engine,
      String date,
      long sequence,
      Map<String, Long> zones,
      String root) {}

  /** A run as it was recorded. */
  @Serdeable
  public record Recorded(long entry, String recordedAt, Run run) {}

  /** Computes a run at what stands now and records it. */
  Optional<Run> record(LocalDate date) {
    return rulesets
        .current()
        .map(
            adopted -> {
              var run = compute(adopted.ruleset(), date, ledger.head());
              ledger.append(Draft.of(RECORDED, SUBJECT, Actor.REGISTRY, payload(run)));
              return run;
            });
  }

  /** The run over what stood at a ledger number: the same inputs give the same root. */
  Run compute(Ruleset ruleset, LocalDate date, long sequence) {
    var leaves = new ArrayList<byte[]>();
    var zones = new TreeMap<String, Long>();
    var last = "";
    while (true) {
      var subjects = ledger.subjects(DATASETS, last, PAGE);
      if (subjects.isEmpty()) {
        break;
      }
      last = subjects.getLast();
      var standing = ledger.standing(subjects, sequence);
      for (var subject : subjects) {
        var entry = standing.get(subject);
        if (entry == null || !entry.kind().equals(DatasetKinds.DESCRIBED)) {
          continue;
        }
        var dataset = Datasets.read(entry).orElseThrow();
        var verdict = classifier.judge(dataset, sequence, Optional.empty(), date, ruleset);
        leaves.add(VerdictDocument.bytes(verdict));
        zones.merge(verdict.zone().token(), 1L, Long::sum);
      }
    }
    return new Run(
        ruleset.hash().hex(),
        Verdict.ENGINE,
        date.toString(),
        sequence,
        zones,
        MerkleTree.rootHex(leaves));
  }

  /** Every recorded run, newest first. */
  public List<Recorded> history() {
    return ledger.history(SUBJECT).stream()
        .filter(entry -> entry.kind().equals(RECORDED) && !entry.redacted())
        .map(entry -> new Recorded(entry.sequence(), entry.recordedAt().toString(), read(entry)))
        .toList()
        .reversed();
  }

  private static CanonicalQuads payload(Run run) {
    var quads = new ArrayList<Quad>();
    add(quads, Terms.RULESET_HASH, run.rulesetHash(), XSDDatatype.XSDhexBinary);
    add(quads, Terms.ENGINE, run.engine(), XSDDatatype.XSDstring);
    add(quads, Terms.VALID, run.date(), XSDDatatype.XSDdate);
    add(quads, Terms.SEQUENCE, Long.toString(run.sequence()), XSDDatatype.XSDnonNegativeInteger);
    add(quads, Terms.commons("merkleRoot"), run.root(), XSDDatatype.XSDhexBinary);
    run.zones()
        .forEach(
            (zone, count) ->
                add(
                    quads,
                    Terms.commons("count-" + zone),
                    Long.toString(count),
                    XSDDatatype.XSDnonNegativeInteger));
    return CanonicalQuads.of(quads);
  }

  private static void add(List<Quad> quads, Node predicate, String value, XSDDatatype type) {
    quads.add(
        Quad.create(
            Quad.defaultGraphIRI, RUN, predicate, NodeFactory.createLiteralDT(value, type)));
  }

  private static Run read(Entry entry) {
    var values = new TreeMap<String, String>();
    for (var quad : entry.payload().orElse(CanonicalQuads.EMPTY).quads()) {
      values.put(quad.getPredicate().getURI(), quad.getObject().getLiteralLexicalForm());
    }
    var zones = new TreeMap<String, Long>();
    var counts = Terms.NAMESPACE + "count-";
    values.forEach(
        (name, value) -> {
          if (name.startsWith(counts)) {
            zones.put(name.substring(counts.length()), Long.valueOf(value));
          }
        });
    return new Run(
        values.getOrDefault(Terms.RULESET_HASH.getURI(), ""),
        values.getOrDefault(Terms.ENGINE.getURI(), ""),
        values.getOrDefault(Terms.VALID.getURI(), ""),
        Long.parseLong(values.getOrDefault(Terms.SEQUENCE.getURI(), "0")),
        zones,
        values.getOrDefault(Terms.commons("merkleRoot").getURI(), ""));
  }
}
