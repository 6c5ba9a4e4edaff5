package org.commonsregistry.holdings;

import static org.commonsregistry.vocabulary.Terms.CHECKSUM;
import static org.commonsregistry.vocabulary.Terms.CHECKSUM_CLASS;
import static org.commonsregistry.vocabulary.Terms.CHECKSUM_VALUE;
import static org.commonsregistry.vocabulary.Terms.DERIVED_FROM;
import static org.commonsregistry.vocabulary.Terms.EXTENT;
import static org.commonsregistry.vocabulary.Terms.EXTENT_CLASS;
import static org.commonsregistry.vocabulary.Terms.HOLDINGS;
import static org.commonsregistry.vocabulary.Terms.LANGUAGE_TAG;
import static org.commonsregistry.vocabulary.Terms.PURPOSE;
import static org.commonsregistry.vocabulary.Terms.SEQUENCE;
import static org.commonsregistry.vocabulary.Terms.TYPE;
import static org.commonsregistry.vocabulary.Terms.UNIT_TEXT;
import static org.commonsregistry.vocabulary.Terms.VALUE;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.commonsregistry.catalog.Annex;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.vocabulary.Terms;

/** What is held of a dataset, shown with its description. */
@Singleton
final class HoldingAnnex implements Annex {
  private final StandingHoldings standing;

  HoldingAnnex(StandingHoldings standing) {
    this.standing = standing;
  }

  @Override
  public String kind() {
    return "holding";
  }

  @Override
  public List<Triple> of(Dataset dataset, long sequence) {
    var triples = new ArrayList<Triple>();
    for (var holding : standing.list()) {
      if (holding.id().dataset().equals(dataset.id())) {
        write(holding, triples);
      }
    }
    return triples;
  }

  private static void write(Holding holding, List<Triple> out) {
    var iri = holding.id().iri();
    var node = uri(iri);
    out.add(Triple.create(node, TYPE, HOLDINGS));
    out.add(Triple.create(node, DERIVED_FROM, uri(holding.id().dataset().iri())));
    out.add(Triple.create(node, SEQUENCE, number(holding.sequence())));
    out.add(Triple.create(node, PURPOSE, text(holding.purpose().token())));
    var checksum = uri(iri + ":checksum");
    out.add(Triple.create(node, CHECKSUM, checksum));
    var counts = holding.counts();
    var languages = List.copyOf(counts.languages().entrySet());
    var units = List.of("documents", "words", "bytes");
    units.forEach(unit -> out.add(Triple.create(node, EXTENT, uri(iri + ":" + unit))));
    for (var i = 0; i < languages.size(); i++) {
      out.add(Triple.create(node, EXTENT, uri(iri + ":language:" + (i + 1))));
    }
    out.add(Triple.create(checksum, TYPE, CHECKSUM_CLASS));
    out.add(Triple.create(checksum, Terms.ALGORITHM, Terms.SHA256));
    out.add(
        Triple.create(
            checksum,
            CHECKSUM_VALUE,
            typed(holding.manifest().sha256(), XSDDatatype.XSDhexBinary)));
    var values = List.of(counts.documents(), counts.words(), counts.bytes());
    for (var i = 0; i < units.size(); i++) {
      extent(uri(iri + ":" + units.get(i)), values.get(i), units.get(i), out);
    }
    for (var i = 0; i < languages.size(); i++) {
      var extent = uri(iri + ":language:" + (i + 1));
      extent(extent, languages.get(i).getValue(), "documents", out);
      out.add(Triple.create(extent, LANGUAGE_TAG, text(languages.get(i).getKey())));
    }
  }

  private static void extent(Node extent, long value, String unit, List<Triple> out) {
    out.add(Triple.create(extent, TYPE, EXTENT_CLASS));
    out.add(Triple.create(extent, VALUE, typed(Long.toString(value), XSDDatatype.XSDinteger)));
    out.add(Triple.create(extent, UNIT_TEXT, text(unit)));
  }

  private static Node uri(String iri) {
    return NodeFactory.createURI(iri);
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private static Node number(long number) {
    return typed(Long.toString(number), XSDDatatype.XSDnonNegativeInteger);
  }

  private static Node typed(String text, RDFDatatype type) {
    return NodeFactory.createLiteralDT(text, type);
  }
}
