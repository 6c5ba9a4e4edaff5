package org.commonsregistry.terms.odrl;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Which action is part of which ({@code odrl:includedIn}): the core vocabulary's, ours, and those a
 * policy brings along. An action that nobody placed is part of nothing but itself.
 */
final class ActionTree {
  private static final Node INCLUDED_IN = Odrl.name("includedIn");

  /** The actions of ODRL 2.2 right under use, and write, which is ODRL 2.1's. */
  private static final String UNDER_USE =
      "acceptTracking aggregate annotate anonymize archive attribute compensate concurrentUse delete"
          + " derive digitize distribute ensureExclusivity execute grantUse include index inform"
          + " install modify move nextPolicy obtainConsent play present read reproduce reviewPolicy"
          + " stream synchronize textToSpeech transform translate uninstall watermark write";

  private static final Map<Node, Set<Node>> KNOWN = known();

  private final Map<Node, Set<Node>> wider;

  private ActionTree(Map<Node, Set<Node>> wider) {
    this.wider = wider;
  }

  static ActionTree with(Graph policy) {
    var wider = new HashMap<Node, Set<Node>>();
    KNOWN.forEach((action, above) -> wider.put(action, new HashSet<>(above)));
    read(policy, wider);
    return new ActionTree(wider);
  }

  boolean includes(Node wide, Node narrow) {
    var seen = new HashSet<Node>();
    var open = new ArrayDeque<Node>();
    open.add(narrow);
    while (!open.isEmpty()) {
      var next = open.poll();
      if (next.equals(wide)) {
        return true;
      }
      if (seen.add(next)) {
        open.addAll(wider.getOrDefault(next, Set.of()));
      }
    }
    return false;
  }

  private static Map<Node, Set<Node>> known() {
    var known = new HashMap<Node, Set<Node>>();
    for (var action : UNDER_USE.split(" ")) {
      put(known, Odrl.name(action), Odrl.name("use"));
    }
    put(known, Odrl.name("display"), Odrl.name("play"));
    put(known, Odrl.name("print"), Odrl.name("play"));
    put(known, Odrl.name("extract"), Odrl.name("reproduce"));
    put(known, Odrl.name("sell"), Odrl.name("transfer"));
    put(known, Odrl.name("give"), Odrl.name("transfer"));
    var ours = GraphFactory.createDefaultGraph();
    for (var file : new String[] {"commons.ttl", "odrl-profile.ttl"}) {
      var in =
          Objects.requireNonNull(ActionTree.class.getResourceAsStream("/ontology/" + file), file);
      RDFParser.source(in).lang(Lang.TURTLE).parse(ours);
    }
    read(ours, known);
    return known;
  }

  private static void read(Graph graph, Map<Node, Set<Node>> wider) {
    graph
        .find(Node.ANY, INCLUDED_IN, Node.ANY)
        .forEachRemaining(triple -> put(wider, triple.getSubject(), triple.getObject()));
  }

  private static void put(Map<Node, Set<Node>> wider, Node narrow, Node wide) {
    wider.computeIfAbsent(narrow, key -> new HashSet<>()).add(wide);
  }
}
