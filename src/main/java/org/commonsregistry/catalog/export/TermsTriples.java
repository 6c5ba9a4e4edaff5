package org.commonsregistry.catalog.export;

import static org.commonsregistry.vocabulary.Terms.*;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.Dataset.LicenceStatement;
import org.commonsregistry.catalog.Dataset.StatedFact;
import org.commonsregistry.catalog.StatementIndex;
import org.commonsregistry.catalog.StatementIndex.Said;

/**
 * What is said about the terms and the making of a dataset: every statement with its source, so
 * that contradictions stay visible.
 */
final class TermsTriples {
  private static final Set<String> USES =
      Set.of("train", "fine-tune", "ground", "evaluate", "search", "show", "redistribute", "adapt");

  private final Triples out;
  private final Names names;
  private final Dataset dataset;
  private final StatementIndex said;
  private final Node ledgerName;
  private int licences;

  TermsTriples(Triples out, Names names, Dataset dataset, StatementIndex said) {
    this.out = out;
    this.names = names;
    this.dataset = dataset;
    this.said = said;
    this.ledgerName = NodeFactory.createURI(dataset.id().iri());
  }

  void write() {
    for (var role : List.of(DECLARED_LICENCE, CONCLUDED_LICENCE, EFFECTIVE_LICENCE)) {
      said.all(ledgerName, role).forEach(stated -> licence(role, stated));
    }
    // What other catalogues write as dct:license or dct:rights has no node of its own.
    dataset.licences().stream().skip(licences).toList().forEach(this::plain);
    remarks(USAGE, USAGE_CLASS, "usage");
    remarks(PROVENANCE, PROVENANCE_STATEMENT, "provenance");
    remarks(DISPUTE, DISPUTE_CLASS, "dispute");
    facts();
    PreferenceTriples.write(out, names, ledgerName, said);
  }

  /** Who stated which is told by the graphs of the N-Quads and TriG forms. */
  private void facts() {
    for (var name : dataset.facts().stream().map(StatedFact::name).distinct().toList()) {
      var property = fact(name);
      said.all(ledgerName, property).stream()
          .map(Said::object)
          .filter(value -> value.isLiteral() && value.getLiteral().isWellFormed())
          .sorted(Comparator.comparing(Node::getLiteralLexicalForm))
          .forEach(value -> out.literal(names.self(), property, value));
    }
  }

  private void licence(Node role, Said stated) {
    var licence = dataset.licences().get(licences++);
    var node = names.node(stated.object(), "licence", licences);
    statement(role, node, licence);
    for (var evidence : said.all(stated.object(), SOURCE)) {
      WebAddress.of(evidence.text()).ifPresent(page -> out.add(node, SOURCE, page));
    }
  }

  private void plain(LicenceStatement licence) {
    statement(DECLARED_LICENCE, names.own("licence-" + ++licences), licence);
  }

  private void statement(Node role, Node node, LicenceStatement licence) {
    var text = licence.text().isBlank() ? licence.iri() : licence.text();
    if (text.isBlank()) {
      return;
    }
    out.add(names.self(), role, node).type(node, LICENCE_STATEMENT);
    out.text(node, LICENCE_TEXT, text).text(node, COVERS, licence.covers());
    LicenceIris.of(licence).ifPresent(iri -> out.add(node, LICENSE, document(iri)));
    source(node, licence.source());
  }

  private Node document(String iri) {
    var document = NodeFactory.createURI(iri);
    out.type(document, LICENSE_DOCUMENT);
    return document;
  }

  private void remarks(Node property, Node type, String kind) {
    var number = 0;
    for (var stated : said.all(ledgerName, property)) {
      var words =
          stated.object().isLiteral()
              ? stated.object()
              : said.first(stated.object(), LABEL).map(Said::object).orElse(Node.ANY);
      number++;
      if (!words.isLiteral() || words.getLiteralLexicalForm().isBlank()) {
        continue;
      }
      var node = names.node(stated.object(), kind, number);
      out.add(names.self(), property, node).type(node, type).literal(node, LABEL, words);
      for (var use : said.all(stated.object(), USE)) {
        if (use.text().startsWith(NAMESPACE)
            && USES.contains(use.text().substring(NAMESPACE.length()))) {
          out.add(node, USE, use.object());
        }
      }
      source(node, stated.set());
    }
  }

  private void source(Node node, String set) {
    if (!set.isEmpty()) {
      out.add(node, SOURCE, names.set(set));
    }
  }
}
