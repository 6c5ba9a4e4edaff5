package org.commonsregistry.catalog.export;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.Context;
import org.commonsregistry.http.Representation;
import org.commonsregistry.rdf.CanonicalQuads;
import org.commonsregistry.vocabulary.Ontology;

/** Writes RDF, the same statements always as the same bytes. */
public final class RdfForms {
  /** {@code @prefix}, which every reader of Turtle knows. */
  private static final Context STYLE = new Context().set(RIOT.symTurtleDirectiveStyle, "rdf10");

  private RdfForms() {}

  /**
   * Of one graph. Turtle keeps the order given, N-Triples are sorted; JSON-LD names its prefixes in
   * the document itself.
   */
  public static byte[] triples(Collection<Triple> triples, Representation form) {
    return switch (form) {
      case TURTLE -> streamed(quads(triples), RDFFormat.TURTLE_BLOCKS);
      case JSON_LD -> whole(triples, RDFFormat.JSONLD_PRETTY);
      case RDF_XML -> whole(triples, RDFFormat.RDFXML_PLAIN);
      case TRIG -> streamed(quads(triples), RDFFormat.TRIG_BLOCKS);
      case N_TRIPLES, N_QUADS -> CanonicalQuads.of(quads(triples)).toBytes();
      case HTML, JSON -> throw new IllegalArgumentException(form + " is no form of RDF");
    };
  }

  /** Of a dataset of graphs; the quads stay in the order given. */
  static byte[] trig(List<Quad> quads) {
    return streamed(quads, RDFFormat.TRIG_BLOCKS);
  }

  private static List<Quad> quads(Collection<Triple> triples) {
    return triples.stream().map(triple -> Quad.create(Quad.defaultGraphIRI, triple)).toList();
  }

  private static byte[] streamed(List<Quad> quads, RDFFormat format) {
    var out = new ByteArrayOutputStream(1 << 14);
    StreamRDF writer = StreamRDFWriter.getWriterStream(out, format, STYLE);
    writer.start();
    used(quads).forEach(writer::prefix);
    for (var quad : quads) {
      if (quad.isDefaultGraph()) {
        writer.triple(quad.asTriple());
      } else {
        writer.quad(quad);
      }
    }
    writer.finish();
    return out.toByteArray();
  }

  private static byte[] whole(Collection<Triple> triples, RDFFormat format) {
    var graph = Triples.graph(triples);
    used(quads(triples)).forEach(graph.getPrefixMapping()::setNsPrefix);
    var out = new ByteArrayOutputStream(1 << 14);
    RDFWriter.source(graph).format(format).output(out);
    return out.toByteArray();
  }

  private static Map<String, String> used(List<Quad> quads) {
    var iris = new ArrayList<String>();
    for (var quad : quads) {
      for (var node : List.of(quad.getSubject(), quad.getPredicate(), quad.getObject())) {
        iri(node, iris);
      }
    }
    var used = new TreeMap<String, String>();
    Ontology.prefixes()
        .forEach(
            (prefix, namespace) -> {
              if (iris.stream().anyMatch(iri -> iri.startsWith(namespace))) {
                used.put(prefix, namespace);
              }
            });
    return used;
  }

  private static void iri(Node node, List<String> iris) {
    if (node.isURI()) {
      iris.add(node.getURI());
    } else if (node.isLiteral()) {
      iris.add(node.getLiteralDatatypeURI());
    }
  }
}
