package org.commonsregistry.rdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * Names blank nodes by what is said about them, so that reading the same file twice gives the same
 * IRIs whatever order it came in. Colour refinement over all quads (Hogan, "Canonical Forms for
 * Isomorphic and Equivalent RDF Graphs", 2017, without its tie-breaking search): nodes that
 * refinement cannot tell apart get distinct numbers in reading order.
 */
public final class Skolem {
  private static final int ROUNDS = 16;

  private Skolem() {}

  /**
   * @param prefix what the new IRIs begin with, e.g. {@code urn:commons:node:wikidata:}
   */
  public static List<Quad> name(Collection<Quad> quads, String prefix) {
    var colours = initialColours(quads);
    if (colours.isEmpty()) {
      return List.copyOf(quads);
    }
    var distinct = 1L;
    for (var round = 0; round < ROUNDS; round++) {
      colours = refined(colours, quads);
      var now = colours.values().stream().distinct().count();
      if (now == distinct && round > 1) {
        break;
      }
      distinct = now;
    }
    var names = names(colours, prefix);
    var named = new ArrayList<Quad>(quads.size());
    for (var quad : quads) {
      named.add(
          Quad.create(
              named(names, quad.getGraph()),
              named(names, quad.getSubject()),
              quad.getPredicate(),
              named(names, quad.getObject())));
    }
    return named;
  }

  private static Map<Node, String> initialColours(Collection<Quad> quads) {
    var colours = new LinkedHashMap<Node, String>();
    for (var quad : quads) {
      for (var node : List.of(quad.getGraph(), quad.getSubject(), quad.getObject())) {
        if (node.isBlank()) {
          colours.put(node, "");
        }
      }
    }
    return colours;
  }

  private static Map<Node, String> refined(Map<Node, String> colours, Collection<Quad> quads) {
    var seen = new HashMap<Node, List<String>>();
    for (var quad : quads) {
      var s = quad.getSubject();
      var o = quad.getObject();
      if (s.isBlank()) {
        note(seen, s, ">" + quad.getPredicate() + " " + shown(colours, o));
      }
      if (o.isBlank()) {
        note(seen, o, "<" + quad.getPredicate() + " " + shown(colours, s));
      }
      if (quad.getGraph() != null && quad.getGraph().isBlank()) {
        note(
            seen,
            quad.getGraph(),
            "g" + shown(colours, s) + quad.getPredicate() + shown(colours, o));
      }
    }
    var refined = new LinkedHashMap<Node, String>();
    for (var entry : colours.entrySet()) {
      var facts = seen.getOrDefault(entry.getKey(), new ArrayList<>());
      facts.sort(null);
      refined.put(entry.getKey(), sha256(entry.getValue() + "\n" + String.join("\n", facts)));
    }
    return refined;
  }

  private static void note(Map<Node, List<String>> seen, Node node, String fact) {
    seen.computeIfAbsent(node, n -> new ArrayList<>()).add(fact);
  }

  private static String shown(Map<Node, String> colours, Node node) {
    return node.isBlank() ? "_:" + colours.get(node) : node.toString();
  }

  private static Map<Node, Node> names(Map<Node, String> colours, String prefix) {
    var used = new TreeMap<String, Integer>();
    var names = new HashMap<Node, Node>();
    colours.forEach(
        (node, colour) -> {
          var name = colour.substring(0, 16);
          var times = used.merge(name, 1, Integer::sum);
          names.put(node, NodeFactory.createURI(prefix + name + (times == 1 ? "" : "-" + times)));
        });
    return names;
  }

  private static Node named(Map<Node, Node> names, Node node) {
    return names.getOrDefault(node, node);
  }

  private static String sha256(String text) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
