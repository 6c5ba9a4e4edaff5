package org.commonsregistry.holdings;

import static org.commonsregistry.vocabulary.Terms.BYTE_SIZE;
import static org.commonsregistry.vocabulary.Terms.CHECKSUM;
import static org.commonsregistry.vocabulary.Terms.CHECKSUM_VALUE;
import static org.commonsregistry.vocabulary.Terms.DATASET_ENTRY;
import static org.commonsregistry.vocabulary.Terms.DERIVED_FROM;
import static org.commonsregistry.vocabulary.Terms.EXTENT;
import static org.commonsregistry.vocabulary.Terms.EXTENT_CLASS;
import static org.commonsregistry.vocabulary.Terms.HOLDINGS;
import static org.commonsregistry.vocabulary.Terms.LANGUAGE_TAG;
import static org.commonsregistry.vocabulary.Terms.LICENCE_TEXT;
import static org.commonsregistry.vocabulary.Terms.PURPOSE;
import static org.commonsregistry.vocabulary.Terms.SOURCE;
import static org.commonsregistry.vocabulary.Terms.TITLE;
import static org.commonsregistry.vocabulary.Terms.TYPE;
import static org.commonsregistry.vocabulary.Terms.UNIT_TEXT;
import static org.commonsregistry.vocabulary.Terms.VALUE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.blob.BlobId;
import org.commonsregistry.ledger.Entry;
import org.commonsregistry.rdf.CanonicalQuads;
import org.commonsregistry.vocabulary.Terms;

/** A holding as the ledger has it, and back. */
final class HoldingStatements {
  private static final String DOCUMENTS = "documents";
  private static final String WORDS = "words";
  private static final String BYTES = "bytes";
  private static final String REJECTED = "rejected records";

  private HoldingStatements() {}

  /** The payload of {@link HoldingKinds#INGESTED}. */
  static CanonicalQuads payload(NewHolding holding, HoldingId id) {
    var writing = new Writing(id);
    writing.write(holding);
    return CanonicalQuads.of(
        writing.triples.stream().map(t -> Quad.create(Quad.defaultGraphIRI, t)).toList());
  }

  /** Of an entry of kind {@link HoldingKinds#INGESTED}. */
  static Holding read(Entry entry) {
    return new Reading(entry).holding();
  }

  private static final class Writing {
    final List<Triple> triples = new ArrayList<>();
    private final HoldingId id;
    private final Node node;

    Writing(HoldingId id) {
      this.id = id;
      this.node = NodeFactory.createURI(id.iri());
    }

    void write(NewHolding holding) {
      add(node, TYPE, HOLDINGS);
      add(node, DERIVED_FROM, NodeFactory.createURI(id.dataset().iri()));
      add(node, DATASET_ENTRY, number(holding.datasetVersion()));
      add(node, PURPOSE, text(holding.purpose().token()));
      checksum(node, "checksum", holding.manifest().sha256());
      var file = part("file");
      add(node, SOURCE, file);
      add(file, TYPE, Terms.DOCUMENT);
      add(file, TITLE, text(holding.file().name()));
      add(file, BYTE_SIZE, number(holding.file().bytes()));
      checksum(file, "file:checksum", holding.file().sha256());
      var counts = holding.counts();
      extent(DOCUMENTS, counts.documents(), DOCUMENTS);
      extent(WORDS, counts.words(), WORDS);
      extent(BYTES, counts.bytes(), BYTES);
      extent("rejected", holding.rejected(), REJECTED);
      var n = 0;
      for (var language : counts.languages().entrySet()) {
        var extent = extent("language:" + ++n, language.getValue(), DOCUMENTS);
        add(extent, LANGUAGE_TAG, text(language.getKey()));
      }
      n = 0;
      for (var licence : counts.licences().entrySet()) {
        var extent = extent("licence:" + ++n, licence.getValue(), DOCUMENTS);
        add(extent, LICENCE_TEXT, text(licence.getKey()));
      }
    }

    private void checksum(Node of, String name, String sha256) {
      var checksum = part(name);
      add(of, CHECKSUM, checksum);
      add(checksum, TYPE, Terms.CHECKSUM_CLASS);
      add(checksum, Terms.ALGORITHM, Terms.SHA256);
      add(checksum, CHECKSUM_VALUE, NodeFactory.createLiteralDT(sha256, XSDDatatype.XSDhexBinary));
    }

    private Node extent(String name, long value, String unit) {
      var extent = part(name);
      add(node, EXTENT, extent);
      add(extent, TYPE, EXTENT_CLASS);
      add(extent, VALUE, NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger));
      add(extent, UNIT_TEXT, text(unit));
      return extent;
    }

    private Node part(String name) {
      return NodeFactory.createURI(id.iri() + ":" + name);
    }

    private void add(Node subject, Node predicate, Node object) {
      triples.add(Triple.create(subject, predicate, object));
    }

    private static Node text(String text) {
      return NodeFactory.createLiteralString(text);
    }

    private static Node number(long number) {
      return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDnonNegativeInteger);
    }
  }

  private static final class Reading {
    private final Entry entry;
    private final Map<Node, Map<Node, List<Node>>> said = new HashMap<>();

    Reading(Entry entry) {
      this.entry = entry;
      for (var quad : entry.payload().orElseThrow().quads()) {
        said.computeIfAbsent(quad.getSubject(), s -> new HashMap<>())
            .computeIfAbsent(quad.getPredicate(), p -> new ArrayList<>())
            .add(quad.getObject());
      }
    }

    Holding holding() {
      var node = NodeFactory.createURI(entry.subject());
      var file = one(node, SOURCE);
      return new Holding(
          HoldingId.ofIri(entry.subject()).orElseThrow(),
          number(one(node, DATASET_ENTRY)),
          Purpose.of(text(one(node, PURPOSE))).orElseThrow(),
          counts(node),
          extent(node, REJECTED),
          new BlobId(sha256(node)),
          new Holding.SourceFile(
              text(one(file, TITLE)), sha256(file), number(one(file, BYTE_SIZE))),
          entry.sequence(),
          entry.recordedAt());
    }

    private Counts counts(Node node) {
      var languages = new TreeMap<String, Long>();
      var licences = new TreeMap<String, Long>();
      for (var extent : all(node, EXTENT)) {
        var value = number(one(extent, VALUE));
        first(extent, LANGUAGE_TAG).ifPresent(tag -> languages.put(text(tag), value));
        first(extent, LICENCE_TEXT).ifPresent(name -> licences.put(text(name), value));
      }
      return new Counts(
          extent(node, DOCUMENTS), extent(node, WORDS), extent(node, BYTES), languages, licences);
    }

    /** Of the whole holding, not of one language or licence of it. */
    private long extent(Node node, String unit) {
      return all(node, EXTENT).stream()
          .filter(extent -> text(one(extent, UNIT_TEXT)).equals(unit))
          .filter(extent -> first(extent, LANGUAGE_TAG).isEmpty())
          .filter(extent -> first(extent, LICENCE_TEXT).isEmpty())
          .mapToLong(extent -> number(one(extent, VALUE)))
          .findFirst()
          .orElse(0);
    }

    private String sha256(Node of) {
      return text(one(one(of, CHECKSUM), CHECKSUM_VALUE));
    }

    private List<Node> all(Node subject, Node predicate) {
      return said.getOrDefault(subject, Map.of()).getOrDefault(predicate, List.of());
    }

    private Optional<Node> first(Node subject, Node predicate) {
      return all(subject, predicate).stream().findFirst();
    }

    private Node one(Node subject, Node predicate) {
      return first(subject, predicate)
          .orElseThrow(
              () -> new IllegalStateException(entry.subject() + " does not say its " + predicate));
    }

    private static String text(Node literal) {
      return literal.getLiteralLexicalForm();
    }

    private static long number(Node literal) {
      return Long.parseLong(literal.getLiteralLexicalForm());
    }
  }
}
