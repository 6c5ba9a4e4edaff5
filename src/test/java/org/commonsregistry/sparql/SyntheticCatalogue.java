package org.commonsregistry.sparql;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.commonsregistry.rdf.RdfStore;

/**
 * A made-up catalogue of about 23 statements a dataset, always the same, one named graph per
 * dataset.
 */
final class SyntheticCatalogue {
  private static final String NS = "https://synthetic.example/";
  private static final int BATCH = 2_000;
  private static final String[] WORDS = {
    "river", "census", "court", "speech", "museum", "forest", "patent", "budget", "weather", "poem"
  };

  private SyntheticCatalogue() {}

  static String dataset(int number) {
    return NS + "datasets/" + number;
  }

  static String publisher(int number) {
    return NS + "publishers/" + number;
  }

  static String theme(int number) {
    return NS + "themes/" + number;
  }

  static String language(int number) {
    return NS + "languages/" + number;
  }

  static void fill(RdfStore store, int datasets) {
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    var quads = new ArrayList<Quad>();
    for (var number = 0; number < datasets; number++) {
      new One(quads, number, random).describe();
      if (number % BATCH == BATCH - 1) {
        store.replace(List.of(), quads);
        quads.clear();
      }
    }
    store.replace(List.of(), quads);
  }

  private record One(List<Quad> quads, int number, RandomGenerator random) {

    void describe() {
      var it = iri(dataset(number));
      add(it, RDF.type.asNode(), DCAT.Dataset.asNode());
      add(it, DCTerms.title.asNode(), text(word() + " " + word() + " " + number));
      add(
          it,
          DCTerms.description.asNode(),
          text((word() + " " + word() + " ").repeat(12) + number));
      add(it, DCTerms.identifier.asNode(), text("id-" + number));
      // Few publishers have most of the datasets, as in real catalogues.
      add(
          it,
          DCTerms.publisher.asNode(),
          iri(publisher((int) (400 * Math.pow(random.nextDouble(), 3)))));
      add(it, DCAT.theme.asNode(), iri(theme(random.nextInt(14))));
      add(it, DCTerms.language.asNode(), iri(language(random.nextInt(25))));
      add(it, DCTerms.modified.asNode(), day());
      add(it, DCTerms.issued.asNode(), day());
      add(it, DCAT.landingPage.asNode(), iri(NS + "pages/" + number));
      for (var i = 0; i < 4; i++) {
        add(it, DCAT.keyword.asNode(), text(word() + random.nextInt(900)));
      }
      if (random.nextInt(3) == 0) {
        add(it, DCTerms.spatial.asNode(), iri(NS + "places/" + random.nextInt(60)));
      }
      if (random.nextInt(4) == 0) {
        add(it, iri(DCAT.NS + "version"), text("1." + random.nextInt(9)));
      }
      distribution(it);
    }

    private void distribution(Node dataset) {
      var it = iri(NS + "distributions/" + number);
      add(dataset, DCAT.distribution.asNode(), it);
      add(it, RDF.type.asNode(), DCAT.Distribution.asNode());
      add(it, DCAT.accessURL.asNode(), iri(NS + "access/" + number));
      add(it, DCAT.downloadURL.asNode(), iri(NS + "download/" + number));
      add(it, DCTerms.license.asNode(), iri(NS + "licences/" + random.nextInt(30)));
      add(it, DCAT.mediaType.asNode(), iri(NS + "types/" + random.nextInt(12)));
      add(
          it,
          DCAT.byteSize.asNode(),
          NodeFactory.createLiteralDT(
              Long.toString(random.nextLong(1L << 40)), XSDDatatype.XSDnonNegativeInteger));
      add(it, DCTerms.title.asNode(), text("file " + number));
    }

    private void add(Node subject, Node predicate, Node object) {
      quads.add(Quad.create(iri(NS + "statements/" + number), subject, predicate, object));
    }

    private Node day() {
      var day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2_200));
      return NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate);
    }

    private String word() {
      return WORDS[random.nextInt(WORDS.length)];
    }

    private static Node iri(String value) {
      return NodeFactory.createURI(value);
    }

    private static Node text(String value) {
      return NodeFactory.createLiteralString(value);
    }
  }
}
