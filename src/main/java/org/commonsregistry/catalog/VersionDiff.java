package org.commonsregistry.catalog;

import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.rdf.BaseIri;

/**
 * What changed between two versions of a dataset, by who said it.
 *
 * @param from ledger number of the earlier version
 * @param to ledger number of the later version
 * @param changes one for each statement set in which something changed, by key
 */
@Serdeable
public record VersionDiff(DatasetId id, long from, long to, List<Change> changes) {

  /**
   * @param source who says it, where and when
   * @param added statements that are only in the later version
   * @param removed statements that are only in the earlier version
   */
  @Serdeable
  public record Change(Dataset.Source source, List<Statement> added, List<Statement> removed) {}

  /**
   * One statement, with public names.
   *
   * @param subject IRI
   * @param property IRI
   * @param value IRI or text
   * @param language of a text, may be empty
   * @param datatype IRI of a literal's type; empty for an IRI and for plain text
   */
  @Serdeable
  public record Statement(
      String subject, String property, String value, String language, String datatype) {}

  public static VersionDiff between(DatasetVersion from, DatasetVersion to, BaseIri base) {
    var before = bySet(from);
    var after = bySet(to);
    var keys = new TreeSet<>(before.keySet());
    keys.addAll(after.keySet());
    var changes = new ArrayList<Change>();
    for (var key : keys) {
      var old = before.getOrDefault(key, List.of());
      var now = after.getOrDefault(key, List.of());
      var added = only(now, old, base);
      var removed = only(old, now, base);
      if (!added.isEmpty() || !removed.isEmpty()) {
        changes.add(new Change(source(key, from, to), added, removed));
      }
    }
    return new VersionDiff(to.id(), from.sequence(), to.sequence(), changes);
  }

  /** A withdrawn version says nothing any more. */
  private static Map<String, List<Quad>> bySet(DatasetVersion version) {
    var sets = new TreeMap<String, List<Quad>>();
    if (version.withdrawn()) {
      return sets;
    }
    for (var quad : version.payload().quads()) {
      var set = quad.isDefaultGraph() ? quad.getSubject() : quad.getGraph();
      if (set.isURI() && set.getURI().startsWith("urn:commons:statements:")) {
        var key = set.getURI().substring(set.getURI().lastIndexOf(':') + 1);
        sets.computeIfAbsent(key, k -> new ArrayList<>()).add(quad);
      }
    }
    return sets;
  }

  private static List<Statement> only(List<Quad> in, List<Quad> notIn, BaseIri base) {
    var known = new HashSet<>(notIn);
    return in.stream()
        .filter(quad -> !known.contains(quad))
        .map(quad -> statement(base.toPublic(quad)))
        .toList();
  }

  private static Statement statement(Quad quad) {
    Node object = quad.getObject();
    if (!object.isLiteral()) {
      return new Statement(iri(quad.getSubject()), iri(quad.getPredicate()), iri(object), "", "");
    }
    var language = object.getLiteralLanguage();
    var type = object.getLiteralDatatypeURI();
    var plain = !language.isEmpty() || type.equals("http://www.w3.org/2001/XMLSchema#string");
    return new Statement(
        iri(quad.getSubject()),
        iri(quad.getPredicate()),
        object.getLiteralLexicalForm(),
        language,
        plain ? "" : type);
  }

  private static String iri(Node node) {
    return node.isURI() ? node.getURI() : node.toString();
  }

  private static Dataset.Source source(String key, DatasetVersion from, DatasetVersion to) {
    var now = to.dataset().sources().get(key);
    var old = from.dataset().sources().get(key);
    return now != null ? now : old != null ? old : new Dataset.Source(key, "", "", "");
  }
}
