package org.commonsregistry.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.vocabulary.Terms;

/**
 * A version's quads by subject and predicate, each object with the statement set it stands in.
 * Immutable after construction.
 */
public final class StatementIndex {
  private final Map<Node, Map<Node, List<Said>>> statements = new HashMap<>();

  /**
   * @param set key of the statement set, empty for the description of the sets themselves
   */
  public record Said(Node object, String set) {
    public String text() {
      return object.isLiteral()
          ? object.getLiteralLexicalForm()
          : object.isURI() ? object.getURI() : "";
    }

    public String language() {
      var language = object.isLiteral() ? object.getLiteralLanguage() : "";
      return language == null || language.isEmpty() ? "und" : language;
    }
  }

  public StatementIndex(List<Quad> quads) {
    for (var quad : quads) {
      statements
          .computeIfAbsent(quad.getSubject(), s -> new HashMap<>())
          .computeIfAbsent(quad.getPredicate(), p -> new ArrayList<>())
          .add(new Said(quad.getObject(), key(quad.getGraph())));
    }
  }

  public List<Said> all(Node subject, Node predicate) {
    return statements.getOrDefault(subject, Map.of()).getOrDefault(predicate, List.of());
  }

  /** What is said about a subject, by predicate. */
  Map<Node, List<Said>> about(Node subject) {
    return Collections.unmodifiableMap(statements.getOrDefault(subject, Map.of()));
  }

  public Optional<Said> first(Node subject, Node predicate) {
    return all(subject, predicate).stream().findFirst();
  }

  public String text(Node subject, Node predicate) {
    return first(subject, predicate).map(Said::text).orElse("");
  }

  public List<String> distinctTexts(Node subject, Node predicate) {
    return all(subject, predicate).stream().map(Said::text).distinct().toList();
  }

  public List<Node> subjectsOfType(Node type) {
    return statements.entrySet().stream()
        .filter(
            entry ->
                entry.getValue().getOrDefault(Terms.TYPE, List.of()).stream()
                    .anyMatch(said -> said.object().equals(type)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String key(Node graph) {
    if (Quad.isDefaultGraph(graph)) {
      return "";
    }
    return graph.getURI().substring(graph.getURI().lastIndexOf(':') + 1);
  }
}
