package org.commonsregistry.classification;

import static org.commonsregistry.vocabulary.Terms.*;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.rdf.RdfStore;
import org.commonsregistry.ruleset.Ruleset;

/**
 * Finds in the RDF store the datasets whose shown verdict is no longer what would be reached now.
 * The store itself says under which ruleset, engine and date each was reached, so nothing is
 * forgotten by a crash. Subjects are returned with their ledger names. Thread-safe.
 */
@Singleton
final class StaleVerdicts {
  private final RdfStore store;
  private final BaseIri base;

  StaleVerdicts(RdfStore store, BaseIri base) {
    this.store = store;
    this.base = base;
  }

  /** Reached under another ruleset or engine. */
  List<String> reachedOtherwise(Ruleset ruleset) {
    return select(
        "?v <%s> ?d ; <%s> ?hash ; <%s> ?engine . FILTER(STR(?hash) != \"%s\" || ?engine != \"%s\")"
            .formatted(SUBJECT, RULESET_HASH, ENGINE, ruleset.hash().hex(), Verdict.ENGINE));
  }

  /** Datasets that stand without any verdict, because none was reached when they came. */
  List<String> missing() {
    return select(
        "?d a ?type . VALUES ?type { <%s> <%s> } FILTER NOT EXISTS { ?d <%s> ?v }"
            .formatted(DATASET, DATASET_SERIES, VERDICT));
  }

  /** Verdicts that move by themselves on this date or did before. */
  List<String> due(LocalDate date) {
    return select(
        "?v <%s> ?d ; <%s> ?on . FILTER(?on <= \"%s\"^^<http://www.w3.org/2001/XMLSchema#date>)"
            .formatted(SUBJECT, NEXT_CHANGE, date));
  }

  /**
   * Reached before something they were made from changed: a process that ended in between left them
   * so.
   */
  List<String> overtaken() {
    return select(
        """
        ?v <%1$s> ?d ; <%2$s> ?n ; <%3$s> ?parent .
        { ?record <%4$s> ?parent ; <%2$s> ?m } UNION { ?its <%1$s> ?parent ; <%2$s> ?m }
        FILTER(?m > ?n)"""
            .formatted(SUBJECT, SEQUENCE, PARENT, PRIMARY_TOPIC));
  }

  /** Made from something that was withdrawn, whether that was seen or not. */
  List<String> orphaned() {
    return select(
        "?v <%s> ?d ; <%s> ?parent . FILTER NOT EXISTS { ?record <%s> ?parent }"
            .formatted(SUBJECT, PARENT, PRIMARY_TOPIC));
  }

  /** Everything that was made, in any number of steps, from one of these. */
  Set<String> descendants(Collection<String> subjects) {
    var found = new LinkedHashSet<String>();
    var open = List.copyOf(subjects);
    while (!open.isEmpty()) {
      var next = new ArrayList<String>();
      for (var child : children(open)) {
        if (found.add(child) && !subjects.contains(child)) {
          next.add(child);
        }
      }
      open = next;
    }
    return found;
  }

  /** A parent that came later than its child is found by the identifiers its source gave it. */
  private List<String> children(Collection<String> subjects) {
    var values =
        subjects.stream()
            .map(subject -> "<" + base.toPublic(subject) + ">")
            .collect(Collectors.joining(" "));
    return select(
        """
        VALUES ?parent { %s }
        { ?v <%s> ?parent } UNION {
          ?parent <%s> ?id . BIND(STRAFTER(STR(?id), ":") AS ?name) ?v <%s> ?name
        }
        ?v <%s> ?d"""
            .formatted(values, PARENT, IDENTIFIER, UNKNOWN_PARENT, SUBJECT));
  }

  private List<String> select(String pattern) {
    var query = QueryFactory.create("SELECT DISTINCT ?d { " + pattern + " }");
    return store.read(
        connection -> {
          var found = new ArrayList<String>();
          try (var execution = connection.query(query)) {
            execution
                .execSelect()
                .forEachRemaining(row -> found.add(base.toUrn(node(row.get("d").asNode()))));
          }
          return found;
        });
  }

  private static String node(Node node) {
    return node.isURI() ? node.getURI() : "";
  }
}
