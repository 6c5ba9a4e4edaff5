package org.commonsregistry.catalog.export;

import static org.commonsregistry.vocabulary.Terms.*;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.commonsregistry.catalog.Dataset.PreferenceSignal;
import org.commonsregistry.catalog.StatedPreferences;
import org.commonsregistry.catalog.StatementIndex;

/** The signals of a dataset: the text as it was found, where, and in which statement set. */
final class PreferenceTriples {
  private PreferenceTriples() {}

  static void write(Triples out, Names names, Node dataset, StatementIndex said) {
    var stated = said.all(dataset, PREFERENCE);
    for (var i = 0; i < stated.size(); i++) {
      var node = names.node(stated.get(i).object(), "preference", i + 1);
      StatedPreferences.signal(stated.get(i), said)
          .ifPresent(signal -> write(out, names, node, signal));
    }
  }

  private static void write(Triples out, Names names, Node node, PreferenceSignal signal) {
    out.add(names.self(), PREFERENCE, node).type(node, PREFERENCE_CLASS);
    out.add(node, SIGNAL, NodeFactory.createLiteralString(signal.signal()));
    out.text(node, RAW, signal.raw()).text(node, CARRIER, signal.carrier());
    DateLiterals.of(signal.when()).ifPresent(day -> out.add(node, DATE, day));
    WebAddress.of(signal.where()).ifPresent(page -> out.add(node, SOURCE, page));
    if (!signal.source().isEmpty()) {
      out.add(node, SOURCE, names.set(signal.source()));
    }
  }
}
