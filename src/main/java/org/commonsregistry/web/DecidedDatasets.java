package org.commonsregistry.web;

import static org.commonsregistry.vocabulary.Terms.FIRED_RULE;
import static org.commonsregistry.vocabulary.Terms.VERDICT_CLASS;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.rdf.RdfStore;
import org.commonsregistry.ruleset.Rule;

/**
 * How many datasets each rule takes part in deciding, counted once for each state of the store.
 * Thread-safe.
 */
@Singleton
final class DecidedDatasets {
  private static final String RULE = "urn:commons:rule:";
  private static final String COUNT =
      "SELECT ?rule (COUNT(DISTINCT ?verdict) AS ?datasets) { ?verdict a <%s> ; <%s> ?rule } GROUP BY ?rule"
          .formatted(VERDICT_CLASS.getURI(), FIRED_RULE.getURI());

  private final RdfStore store;
  private final BaseIri base;
  private Counted counted = new Counted(-1, Map.of());

  DecidedDatasets(RdfStore store, BaseIri base) {
    this.store = store;
    this.base = base;
  }

  private record Counted(long version, Map<String, Long> byRule) {}

  long by(Rule rule) {
    return all().getOrDefault(rule.id(), 0L);
  }

  /** By the rule's id; a rule that decides nothing is not in it. */
  synchronized Map<String, Long> all() {
    var version = store.version();
    if (counted.version != version) {
      counted = new Counted(version, count());
    }
    return counted.byRule;
  }

  private Map<String, Long> count() {
    var counts = new HashMap<String, Long>();
    store.read(
        connection -> {
          connection.querySelect(
              COUNT,
              row -> {
                var iri = base.toUrn(row.getResource("rule").getURI());
                if (iri.startsWith(RULE)) {
                  counts.put(iri.substring(RULE.length()), row.getLiteral("datasets").getLong());
                }
              });
          return counts;
        });
    return Map.copyOf(counts);
  }

  /** A query for the datasets that a rule takes part in deciding, to be read and changed. */
  String query(Rule rule) {
    return """
    SELECT ?dataset ?title ?zone
    WHERE {
      ?verdict a commons:Verdict ;
        commons:firedRule <%s> ;
        commons:zone ?zone ;
        dct:subject ?dataset .
      ?dataset dct:title ?title
    }
    LIMIT 100\
    """
        .formatted(base.toPublic(RULE + rule.id()));
  }
}
