package org.commonsregistry.catalog;

import static org.commonsregistry.vocabulary.Terms.*;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.rdf.CanonicalQuads;
import org.commonsregistry.rdf.Skolem;

/**
 * The quads of a dataset's next version: the statement sets of a submission in graphs of their own,
 * described in the default graph, beside the sets of other sources that stood before.
 */
final class VersionDraft {
  private VersionDraft() {}

  static CanonicalQuads of(DatasetId id, Submission submission, CanonicalQuads before) {
    var quads = new ArrayList<Quad>();
    var replaced = new HashSet<Node>();
    for (var set : submission.sets()) {
      var graph = graph(id, set);
      replaced.add(graph);
      quads.addAll(statements(id, set, graph));
      quads.addAll(description(id, set, graph));
    }
    known(submission)
        .ifPresent(
            origin ->
                quads.add(about(graph(id, submission.sets().getFirst()), IDENTIFIER, origin)));
    before.quads().stream().filter(quad -> stays(quad, replaced)).forEach(quads::add);
    return CanonicalQuads.of(quads);
  }

  private static Node graph(DatasetId id, Submission.StatementSet set) {
    return NodeFactory.createURI("urn:commons:statements:" + id.slug() + ":" + key(set));
  }

  /** The identifier by which the source knows the dataset, unless its statements give it anyway. */
  private static Optional<Node> known(Submission submission) {
    if (submission.origin().isEmpty()) {
      return Optional.empty();
    }
    var origin = NodeFactory.createLiteralString(submission.origin());
    var said = Triple.create(Submission.THIS, IDENTIFIER, origin);
    return submission.sets().stream().anyMatch(set -> set.triples().contains(said))
        ? Optional.empty()
        : Optional.of(origin);
  }

  /** Every identifier by which a version's sources know the dataset. */
  static Set<String> identifiers(DatasetId id, CanonicalQuads version) {
    var self = NodeFactory.createURI(id.iri());
    var identifiers = new HashSet<String>();
    for (var quad : version.quads()) {
      var about = quad.isDefaultGraph() || quad.getSubject().equals(self);
      if (about && quad.getPredicate().equals(IDENTIFIER) && quad.getObject().isLiteral()) {
        identifiers.add(quad.getObject().getLiteralLexicalForm());
      }
    }
    return identifiers;
  }

  /** Short, stable, and the same again when the same source speaks again. */
  static String key(Submission.StatementSet set) {
    var name = DatasetId.suggestedBy(set.by()).map(DatasetId::slug).orElse("source");
    var shortened = name.length() > 32 ? name.substring(0, 32).replaceAll("-$", "") : name;
    return shortened
        + "-"
        + sha256(set.by() + "\n" + set.where()).substring(0, 6)
        + (set.occurrence() == 1 ? "" : "-" + set.occurrence());
  }

  private static boolean stays(Quad quad, Set<Node> replaced) {
    return quad.isDefaultGraph()
        ? !replaced.contains(quad.getSubject())
        : !replaced.contains(quad.getGraph());
  }

  private static List<Quad> statements(DatasetId id, Submission.StatementSet set, Node graph) {
    var self = NodeFactory.createURI(id.iri());
    var quads = new ArrayList<Quad>();
    for (var triple : set.triples()) {
      quads.add(
          Quad.create(
              graph,
              Triple.create(
                  triple.getSubject().equals(Submission.THIS) ? self : triple.getSubject(),
                  triple.getPredicate(),
                  triple.getObject().equals(Submission.THIS) ? self : triple.getObject())));
    }
    return distributionsNamed(id, Skolem.name(quads, "urn:commons:node:" + id.slug() + ":"));
  }

  private static List<Quad> distributionsNamed(DatasetId id, List<Quad> quads) {
    var prefix = "urn:commons:node:" + id.slug() + ":";
    var names = new HashMap<Node, Node>();
    for (var quad : quads) {
      var object = quad.getObject();
      if (quad.getPredicate().equals(DISTRIBUTION)
          && object.isURI()
          && object.getURI().startsWith(prefix)) {
        var number = object.getURI().substring(prefix.length());
        names.put(
            object, NodeFactory.createURI("urn:commons:distribution:" + id.slug() + ":" + number));
      }
    }
    return names.isEmpty() ? quads : quads.stream().map(quad -> renamed(quad, names)).toList();
  }

  private static Quad renamed(Quad quad, Map<Node, Node> names) {
    return Quad.create(
        quad.getGraph(),
        names.getOrDefault(quad.getSubject(), quad.getSubject()),
        quad.getPredicate(),
        names.getOrDefault(quad.getObject(), quad.getObject()));
  }

  private static List<Quad> description(DatasetId id, Submission.StatementSet set, Node graph) {
    var speaker = NodeFactory.createURI("urn:commons:agent:" + AgentSlug.of(set.by()));
    var quads = new ArrayList<Quad>();
    quads.add(about(graph, TYPE, STATEMENT_SET));
    quads.add(about(graph, SUBJECT, NodeFactory.createURI(id.iri())));
    quads.add(about(graph, ATTRIBUTED_TO, speaker));
    quads.add(about(speaker, TYPE, AGENT));
    quads.add(about(speaker, NAME, NodeFactory.createLiteralString(set.by())));
    if (!set.where().isEmpty()) {
      quads.add(about(graph, PRIMARY_SOURCE, NodeFactory.createURI(set.where())));
    }
    if (!set.when().isEmpty()) {
      quads.add(about(graph, GENERATED_AT, when(set.when())));
    }
    return quads;
  }

  private static Node when(String text) {
    var type = text.contains("T") ? XSDDatatype.XSDdateTime : XSDDatatype.XSDdate;
    return type.isValid(text)
        ? NodeFactory.createLiteralDT(text, type)
        : NodeFactory.createLiteralString(text);
  }

  private static Quad about(Node subject, Node predicate, Node object) {
    return Quad.create(Quad.defaultGraphIRI, subject, predicate, object);
  }

  static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
