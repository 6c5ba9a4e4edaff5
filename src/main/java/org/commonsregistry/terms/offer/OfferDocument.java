package org.commonsregistry.terms.offer;

import java.io.ByteArrayOutputStream;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.commonsregistry.http.Representation;

/** An offer in a form of RDF: Turtle as it is kept, others made from it. */
public final class OfferDocument {
  private OfferDocument() {}

  public static byte[] of(Offer offer, Representation form) {
    return switch (form) {
      case TURTLE, TRIG -> Offers.turtle(offer.id());
      case JSON_LD -> written(offer, RDFFormat.JSONLD_PRETTY);
      case N_TRIPLES, N_QUADS -> written(offer, RDFFormat.NTRIPLES_UTF8);
      case RDF_XML -> written(offer, RDFFormat.RDFXML_PLAIN);
      case HTML, JSON -> throw new IllegalArgumentException(form + " is no form of RDF");
    };
  }

  private static byte[] written(Offer offer, RDFFormat format) {
    var out = new ByteArrayOutputStream();
    RDFWriter.source(offer.graph()).format(format).output(out);
    return out.toByteArray();
  }
}
