package org.commonsregistry.web;

import static org.commonsregistry.vocabulary.Terms.IDENTIFIER;
import static org.commonsregistry.vocabulary.Terms.RULESET_HASH;
import static org.commonsregistry.vocabulary.Terms.SEQUENCE;
import static org.commonsregistry.vocabulary.Terms.TITLE;
import static org.commonsregistry.vocabulary.Terms.TYPE;
import static org.commonsregistry.vocabulary.Terms.VERSION;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.commonsregistry.catalog.export.RdfForms;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.Representation;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.ruleset.Rule;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.Rulesets;
import org.commonsregistry.ruleset.Wording;
import org.commonsregistry.vocabulary.Terms;

/** Rules and rulesets as linked data, under the names by which verdicts refer to them. */
@Singleton
final class RuleGraphs {
  private static final Node SHA256 =
      NodeFactory.createURI("http://spdx.org/rdf/terms#checksumAlgorithm_sha256");

  private final BaseIri base;

  RuleGraphs(BaseIri base) {
    this.base = base;
  }

  HttpResponse<?> respond(
      HttpRequest<?> request, Rule rule, Rulesets.Adopted adopted, Representation form) {
    return answer(request, of(rule, adopted), form);
  }

  HttpResponse<?> respond(HttpRequest<?> request, Rulesets.Adopted adopted, Representation form) {
    return answer(request, of(adopted), form);
  }

  private static HttpResponse<?> answer(
      HttpRequest<?> request, List<Triple> triples, Representation form) {
    return EntityTags.answer(request, RdfForms.triples(triples, form), form.mediaType().toString());
  }

  private List<Triple> of(Rule rule, Rulesets.Adopted adopted) {
    var out = new Writing(name(rule));
    out.add(TYPE, Terms.commons("Rule"));
    out.add(IDENTIFIER, NodeFactory.createLiteralString(rule.id()));
    out.add(TITLE, rule.title());
    out.add(Terms.DESCRIPTION, rule.says());
    rule.basis().url().ifPresent(url -> out.add(Terms.SOURCE, NodeFactory.createURI(url)));
    out.add(dct("bibliographicCitation"), NodeFactory.createLiteralString(rule.basis().cite()));
    rule.since().ifPresent(day -> out.typed(dct("available"), day.toString(), XSDDatatype.XSDdate));
    rule.places().stream()
        .filter(place -> !place.anywhere())
        .forEach(place -> out.add(Terms.JURISDICTION, place.code()));
    rule.overrides().forEach(id -> out.add(dct("replaces"), named("rule:" + id)));
    var ruleset = name(adopted.ruleset());
    out.add(dct("isPartOf"), ruleset);
    var checksum = NodeFactory.createURI(name(rule).getURI() + "#checksum");
    out.add(Terms.CHECKSUM, checksum);
    var hash = new Writing(checksum);
    hash.add(TYPE, Terms.CHECKSUM_CLASS);
    hash.add(Terms.ALGORITHM, SHA256);
    hash.typed(Terms.CHECKSUM_VALUE, rule.hash().hex(), XSDDatatype.XSDhexBinary);
    out.triples.addAll(hash.triples);
    return out.triples;
  }

  private List<Triple> of(Rulesets.Adopted adopted) {
    var ruleset = adopted.ruleset();
    var out = new Writing(name(ruleset));
    out.add(TYPE, Terms.commons("Ruleset"));
    out.add(TITLE, ruleset.title());
    out.add(VERSION, NodeFactory.createLiteralString(ruleset.version()));
    out.typed(RULESET_HASH, ruleset.hash().hex(), XSDDatatype.XSDhexBinary);
    out.typed(Terms.ISSUED, adopted.at().toString(), XSDDatatype.XSDdateTime);
    out.typed(SEQUENCE, Long.toString(adopted.sequence()), XSDDatatype.XSDnonNegativeInteger);
    ruleset.rules().forEach(rule -> out.add(dct("hasPart"), name(rule)));
    return out.triples;
  }

  private Node name(Rule rule) {
    return named("rule:" + rule.id());
  }

  private Node name(Ruleset ruleset) {
    return named("ruleset:" + ruleset.name() + ":" + ruleset.hash().hex());
  }

  private Node named(String name) {
    return NodeFactory.createURI(base.toPublic("urn:commons:" + name));
  }

  private static Node dct(String name) {
    return NodeFactory.createURI("http://purl.org/dc/terms/" + name);
  }

  /** The statements about one thing. */
  private static final class Writing {
    final List<Triple> triples = new ArrayList<>();
    private final Node subject;

    Writing(Node subject) {
      this.subject = subject;
    }

    void add(Node property, Node object) {
      triples.add(Triple.create(subject, property, object));
    }

    void add(Node property, String text) {
      add(property, NodeFactory.createLiteralString(text));
    }

    void add(Node property, Wording wording) {
      add(property, NodeFactory.createLiteralLang(wording.en(), "en"));
      add(property, NodeFactory.createLiteralLang(wording.de(), "de"));
    }

    void typed(Node property, String lexical, RDFDatatype type) {
      add(property, NodeFactory.createLiteralDT(lexical, type));
    }
  }
}
