package org.commonsregistry.rdf;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * The public address under which this registry's things are named, and the mapping between the
 * host-independent IRIs of the ledger ({@code urn:commons:dataset:wikidata}) and their public form
 * ({@code https://host/datasets/wikidata}). Immutable.
 */
@Singleton
public final class BaseIri {
  private static final String URN = "urn:commons:";
  private static final Map<String, String> FOLDERS =
      Map.ofEntries(
          Map.entry("dataset", "datasets"),
          Map.entry("distribution", "distributions"),
          Map.entry("agent", "stewards"),
          Map.entry("category", "categories"),
          Map.entry("statements", "statements"),
          Map.entry("node", "nodes"),
          Map.entry("record", "records"),
          Map.entry("place", "places"),
          Map.entry("verdict", "verdicts"),
          Map.entry("ruleset", "rulesets"),
          Map.entry("rule", "rules"),
          Map.entry("offer", "offers"),
          Map.entry("holding", "holdings"));
  private static final Map<String, String> KINDS = inverted(FOLDERS);

  private final String base;

  public BaseIri(@Value("${commons.base-iri}") String base) {
    var uri = URI.create(base);
    if (uri.getHost() == null
        || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
      throw new IllegalArgumentException(
          "commons.base-iri must be an http(s) address such as https://commons.example/, but is '"
              + base
              + "'.");
    }
    this.base = base.endsWith("/") ? base : base + "/";
  }

  /** Always ends with a slash. */
  public String value() {
    return base;
  }

  public String resolve(String path) {
    return base + (path.startsWith("/") ? path.substring(1) : path);
  }

  /** The public form of a ledger IRI; any other IRI is returned as it is. */
  public String toPublic(String iri) {
    if (!iri.startsWith(URN)) {
      return iri;
    }
    var kindEnd = iri.indexOf(':', URN.length());
    if (kindEnd < 0) {
      return base + iri.substring(URN.length());
    }
    var folder = FOLDERS.get(iri.substring(URN.length(), kindEnd));
    return folder == null
        ? iri
        : base + folder + "/" + iri.substring(kindEnd + 1).replace(':', '/');
  }

  /** The ledger form of one of our public IRIs; any other IRI is returned as it is. */
  public String toUrn(String iri) {
    return ours(iri).orElse(iri);
  }

  private Optional<String> ours(String iri) {
    if (!iri.startsWith(base)) {
      return Optional.empty();
    }
    var path = iri.substring(base.length());
    var slash = path.indexOf('/');
    if (slash < 0) {
      return path.equals("categories") ? Optional.of(URN + path) : Optional.empty();
    }
    return Optional.ofNullable(KINDS.get(path.substring(0, slash)))
        .map(kind -> URN + kind + ":" + path.substring(slash + 1).replace('/', ':'));
  }

  public Node toPublic(Node node) {
    if (!node.isURI() || !node.getURI().startsWith(URN)) {
      return node;
    }
    return NodeFactory.createURI(toPublic(node.getURI()));
  }

  public Quad toPublic(Quad quad) {
    return Quad.create(
        toPublic(quad.getGraph()),
        toPublic(quad.getSubject()),
        toPublic(quad.getPredicate()),
        toPublic(quad.getObject()));
  }

  public Node toUrn(Node node) {
    return node.isURI() && node.getURI().startsWith(base)
        ? NodeFactory.createURI(toUrn(node.getURI()))
        : node;
  }

  private static Map<String, String> inverted(Map<String, String> map) {
    return map.entrySet().stream()
        .collect(
            java.util.stream.Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));
  }
}
