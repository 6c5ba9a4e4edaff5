package org.commonsregistry.catalog.intake;

import static org.commonsregistry.vocabulary.Terms.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.commonsregistry.catalog.AgentSlug;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Languages;
import org.commonsregistry.catalog.Submission;
import org.commonsregistry.catalog.TextCleaning;
import org.commonsregistry.rdf.BaseIri;

/**
 * RDF as catalogues really write it, put into the form this registry reads: languages as IRIs,
 * sizes as integers, stewards under addresses of their own, schema.org's names as DCAT's. What it
 * does not know it leaves as it is.
 *
 * @param triples about {@link Submission#THIS}
 * @param title the first one found, empty when there is none
 */
record Normalisation(List<Triple> triples, String title) {
  private static final Set<Node> LITERALS_TO_DATES = Set.of(ISSUED, MODIFIED, START_DATE, END_DATE);
  private static final Set<Node> STEWARDS = Set.of(PUBLISHER);

  static Normalisation of(List<Triple> original, Node dataset, BaseIri base) {
    var renamed = stewards(original, dataset);
    renamed.put(dataset, Submission.THIS);
    var triples = new LinkedHashSet<Triple>();
    var title = "";
    for (var triple : SchemaOrgNames.translated(original, dataset)) {
      var subject = rename(renamed, triple.getSubject(), base);
      var predicate = triple.getPredicate();
      var object = rename(renamed, triple.getObject(), base);
      if (object.isURI() && object.getURI().regionMatches(true, 0, "mailto:", 0, 7)) {
        continue; // addresses of persons never enter the ledger
      }
      if (object.isLiteral()) {
        object = cleaned(object);
      }
      if (subject.equals(Submission.THIS) && predicate.equals(TITLE) && object.isLiteral()) {
        title = title.isEmpty() ? object.getLiteralLexicalForm() : title;
      }
      triples.addAll(normalised(subject, predicate, object));
    }
    if (dataset.isURI() && DatasetId.ofIri(base.toUrn(dataset.getURI())).isEmpty()) {
      triples.add(
          Triple.create(
              Submission.THIS, IDENTIFIER, NodeFactory.createLiteralString(dataset.getURI())));
    }
    return new Normalisation(List.copyOf(triples), title);
  }

  private static List<Triple> normalised(Node subject, Node predicate, Node object) {
    if (predicate.equals(LANGUAGE) && subject.equals(Submission.THIS)) {
      var says = new ArrayList<Triple>();
      var written = object.isLiteral() ? object.getLiteralLexicalForm() : lastSegment(object);
      new Statements().language(written).triples().forEach(says::add);
      if (object.isURI()) {
        says.add(Triple.create(subject, predicate, object));
      }
      return says;
    }
    if (predicate.equals(PUBLISHER) && object.isLiteral()) {
      var says = new Statements().steward("", object.getLiteralLexicalForm(), "", "").triples();
      return says.isEmpty() ? List.of(Triple.create(subject, predicate, object)) : says;
    }
    if (predicate.equals(BYTE_SIZE) && object.isLiteral()) {
      return byteSize(subject, object);
    }
    if (LITERALS_TO_DATES.contains(predicate) && object.isLiteral()) {
      return List.of(
          Triple.create(subject, predicate, Dates.literal(object.getLiteralLexicalForm())));
    }
    return List.of(Triple.create(subject, predicate, object));
  }

  private static List<Triple> byteSize(Node subject, Node object) {
    try {
      var bytes = new java.math.BigDecimal(object.getLiteralLexicalForm().strip()).toBigInteger();
      return bytes.signum() < 0
          ? List.of()
          : List.of(
              Triple.create(
                  subject,
                  BYTE_SIZE,
                  NodeFactory.createLiteralDT(
                      bytes.toString(), XSDDatatype.XSDnonNegativeInteger)));
    } catch (NumberFormatException e) {
      return List.of();
    }
  }

  private static String lastSegment(Node node) {
    var iri = node.isURI() ? node.getURI() : "";
    return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
  }

  private static Map<Node, Node> stewards(List<Triple> triples, Node dataset) {
    var names = new HashMap<Node, String>();
    for (var triple : triples) {
      if (triple.getPredicate().equals(NAME) && triple.getObject().isLiteral()) {
        names.putIfAbsent(triple.getSubject(), triple.getObject().getLiteralLexicalForm());
      }
    }
    var renamed = new HashMap<Node, Node>();
    for (var triple : triples) {
      var agent = triple.getObject();
      if (triple.getSubject().equals(dataset)
          && STEWARDS.contains(triple.getPredicate())
          && !agent.isLiteral()) {
        var name = names.getOrDefault(agent, agent.isURI() ? lastSegment(agent) : "");
        if (!name.isBlank()) {
          renamed.put(agent, NodeFactory.createURI("urn:commons:agent:" + AgentSlug.of(name)));
        }
      }
    }
    return renamed;
  }

  private static Node rename(Map<Node, Node> renamed, Node node, BaseIri base) {
    var other = renamed.get(node);
    return other != null ? other : base.toUrn(node);
  }

  private static Node cleaned(Node literal) {
    var text = literal.getLiteralLexicalForm();
    var clean = TextCleaning.clean(text);
    var language = literal.getLiteralLanguage();
    if (language == null || language.isEmpty()) {
      return clean.equals(text)
          ? literal
          : NodeFactory.createLiteralDT(clean, literal.getLiteralDatatype());
    }
    var tag = Languages.literalTag(language);
    if (tag.isPresent() && tag.get().equals(language) && clean.equals(text)) {
      return literal;
    }
    return tag.map(t -> NodeFactory.createLiteralLang(clean, t))
        .orElseGet(() -> NodeFactory.createLiteralString(clean));
  }
}
