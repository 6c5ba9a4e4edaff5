package org.commonsregistry.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.rdf.CanonicalQuads;

/** What is known about one item, by the names of a {@link FactVocabulary}. Immutable. */
public final class Facts {
  public static final Facts NONE = new Facts(new TreeMap<>());

  private static final int LARGEST_FILE = 1 << 20;

  private final SortedMap<String, FactValue> values;

  private Facts(SortedMap<String, FactValue> values) {
    this.values = Collections.unmodifiableSortedMap(values);
  }

  public static Facts of(Map<String, FactValue> values) {
    return new Facts(new TreeMap<>(values));
  }

  /** The item's triples of {@link FactTriples#NAMESPACE}; all others are left out. */
  public static Facts fromTriples(Node subject, Collection<Triple> triples) {
    return FactTriples.read(subject, triples);
  }

  /**
   * An object of name to text, number, true or false, or a list of texts or numbers.
   *
   * @throws FactsRefusedException when it is anything else
   */
  public static Facts fromJson(JsonNode json) {
    return FactsJson.read(json);
  }

  /**
   * The same from a YAML or JSON file, each fact in the vocabulary.
   *
   * @throws FactsRefusedException with line and remedy when it is anything else
   */
  public static Facts read(Source file, FactVocabulary vocabulary) {
    if (file.text().length() > LARGEST_FILE) {
      throw new FactsRefusedException(
          file.path() + ": facts have at most " + LARGEST_FILE + " characters.");
    }
    try {
      return TestReader.facts(vocabulary, YamlReader.read(file));
    } catch (RefusedException e) {
      throw new FactsRefusedException(e.fault().toString());
    }
  }

  public ObjectNode toJson() {
    return FactsJson.write(this);
  }

  public Optional<FactValue> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public Facts with(String name, FactValue value) {
    var more = new TreeMap<>(values);
    more.put(name, value);
    return new Facts(more);
  }

  public Facts without(String name) {
    var fewer = new TreeMap<>(values);
    fewer.remove(name);
    return new Facts(fewer);
  }

  public SortedMap<String, FactValue> all() {
    return values;
  }

  /** One triple per value. */
  public List<Triple> triples(Node subject) {
    return FactTriples.write(subject, this);
  }

  /** Without blank nodes the canonical form is that of RDFC-1.0. */
  public FactsHash hash(Node subject) {
    var quads =
        triples(subject).stream()
            .map(triple -> Quad.create(Quad.defaultGraphNodeGenerated, triple))
            .toList();
    return new FactsHash(Sha256.hex(Sha256.of(CanonicalQuads.of(quads).toBytes())));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Facts facts && values.equals(facts.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
