package org.commonsregistry.sparql;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.commonsregistry.vocabulary.Ontology;

/**
 * The prefixes a query may use without declaring them: those of the ontology, and what else people
 * call its namespaces. Immutable.
 */
@Singleton
public final class Prefixes {
  private static final Map<String, String> MORE =
      Map.of("dcterms", "http://purl.org/dc/terms/", "locn", "http://www.w3.org/ns/locn#");

  private final Map<String, String> known;

  Prefixes() {
    var prefixes = new TreeMap<>(MORE);
    prefixes.putAll(Ontology.prefixes());
    known = Collections.unmodifiableMap(prefixes);
  }

  /** Prefix to namespace, in the order of the prefixes. */
  public Map<String, String> known() {
    return known;
  }
}
