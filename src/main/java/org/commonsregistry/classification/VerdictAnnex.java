package org.commonsregistry.classification;

import static org.commonsregistry.vocabulary.Terms.*;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.commonsregistry.catalog.Annex;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ruleset.Judgement;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.Rulesets;

/**
 * The headline verdict of a dataset as a named graph: the verdict (a PROV-O entity), the activity
 * that reached it, the rules that fired, the evidence, and the facts as one triple each, so that
 * the rules can be run as SPARQL on this very store. Before a ruleset is adopted there is no
 * verdict.
 */
@Singleton
final class VerdictAnnex implements Annex {
  private final Classifier classifier;
  private final Rulesets rulesets;

  VerdictAnnex(Classifier classifier, Rulesets rulesets) {
    this.classifier = classifier;
    this.rulesets = rulesets;
  }

  @Override
  public String kind() {
    return "verdict";
  }

  @Override
  public List<Triple> of(Dataset dataset, long sequence) {
    return rulesets
        .current()
        .map(adopted -> written(classifier.headline(dataset, sequence, adopted.ruleset())))
        .orElse(List.of());
  }

  /** By subject, so that every form can say each subject once. */
  static List<Triple> written(Verdict verdict) {
    var bySubject = new LinkedHashMap<Node, List<Triple>>();
    for (var triple : new Writing(verdict).triples) {
      bySubject.computeIfAbsent(triple.getSubject(), s -> new ArrayList<>()).add(triple);
    }
    return bySubject.values().stream().flatMap(List::stream).toList();
  }

  private static final class Writing {
    private final List<Triple> triples = new ArrayList<>();
    private final Verdict verdict;
    private final Node dataset;
    private final String name;

    Writing(Verdict verdict) {
      this.verdict = verdict;
      this.dataset = uri(verdict.dataset().iri());
      this.name = "urn:commons:verdict:" + verdict.dataset().slug();
      var node = uri(name);
      add(dataset, VERDICT, node);
      verdict(node);
      activity(node);
      if (placesDiffer()) {
        verdict.judgements().forEach(judgement -> place(node, judgement));
      }
      evidence(node);
      triples.addAll(verdict.facts().triples(node));
    }

    private boolean placesDiffer() {
      return verdict.judgements().stream().map(Judgement::zone).distinct().count() > 1
          || verdict.judgements().stream().map(Judgement::status).distinct().count() > 1;
    }

    private void verdict(Node node) {
      add(node, TYPE, VERDICT_CLASS);
      add(node, SUBJECT, dataset);
      add(node, ZONE, commons("zone-" + verdict.zone().token()));
      add(node, STATUS, text(verdict.deciding().status().token()));
      add(node, GROUND, text(verdict.deciding().ground().token()));
      add(node, SPATIAL, HEADLINE);
      add(node, VALID, typed(verdict.date().toString(), XSDDatatype.XSDdate));
      add(
          node,
          SEQUENCE,
          typed(Long.toString(verdict.sequence()), XSDDatatype.XSDnonNegativeInteger));
      add(node, RULESET_HASH, typed(hex(verdict.ruleset()), XSDDatatype.XSDhexBinary));
      add(node, FACTS_HASH, typed(verdict.factsHash(), XSDDatatype.XSDhexBinary));
      add(node, ENGINE, text(Verdict.ENGINE));
      for (var judgement : verdict.judgements()) {
        judgement.fired().forEach(fired -> add(node, FIRED_RULE, rule(fired)));
      }
      verdict
          .nextMove()
          .ifPresent(on -> add(node, NEXT_CHANGE, typed(on.toString(), XSDDatatype.XSDdate)));
      for (var parent : verdict.parents()) {
        parent
            .dataset()
            .ifPresentOrElse(
                id -> add(node, PARENT, uri(id.iri())),
                () -> add(node, UNKNOWN_PARENT, text(parent.name())));
      }
    }

    private static String hex(Ruleset ruleset) {
      return ruleset.hash().hex();
    }

    private void activity(Node node) {
      var activity = uri(name + ":classification");
      add(node, GENERATED_BY, activity);
      add(activity, TYPE, ACTIVITY);
      add(activity, USED, dataset);
      add(activity, USED, ruleset());
      add(activity, ASSOCIATED_WITH, uri("urn:commons:agent:" + Actor.REGISTRY.id()));
    }

    private Node ruleset() {
      return uri("urn:commons:ruleset:" + verdict.ruleset().name() + ":" + hex(verdict.ruleset()));
    }

    private void place(Node whole, Judgement judgement) {
      var code = judgement.place().anywhere() ? "anywhere" : judgement.place().code();
      var node = uri(name + ":" + code);
      add(whole, JUDGEMENT, node);
      add(node, TYPE, JUDGEMENT_CLASS);
      add(node, JURISDICTION, text(judgement.place().code()));
      add(node, ZONE, commons("zone-" + judgement.zone().token()));
      add(node, STATUS, text(judgement.status().token()));
      judgement.fired().forEach(fired -> add(node, FIRED_RULE, rule(fired)));
    }

    private void evidence(Node node) {
      var number = 0;
      for (var one : verdict.evidence()) {
        if (one.set().isEmpty() || one.fact().equals("licence")) {
          continue; // follows from the description itself, or with the licence's family
        }
        var at = uri(name + ":evidence:" + ++number);
        add(node, EVIDENCE, at);
        add(at, TYPE, EVIDENCE_CLASS);
        add(at, LABEL, text(one.fact() + " = " + one.value() + ": " + one.said()));
        var set = "urn:commons:statements:" + verdict.dataset().slug() + ":" + one.set();
        add(at, SOURCE, uri(set));
      }
    }

    private static Node rule(Judgement.Fired fired) {
      return uri("urn:commons:rule:" + fired.rule().id());
    }

    private static Node uri(String iri) {
      return NodeFactory.createURI(iri);
    }

    private static Node text(String text) {
      return NodeFactory.createLiteralString(text);
    }

    private static Node typed(String text, RDFDatatype type) {
      return NodeFactory.createLiteralDT(text, type);
    }

    private void add(Node subject, Node predicate, Node object) {
      triples.add(Triple.create(subject, predicate, object));
    }
  }
}
