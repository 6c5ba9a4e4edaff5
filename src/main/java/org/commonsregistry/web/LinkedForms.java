package org.commonsregistry.web;

import java.util.List;
import org.commonsregistry.http.Representation;

/** Links to the forms for programs of something that has a page. */
final class LinkedForms {
  private LinkedForms() {}

  /**
   * @param path of the page
   * @param query that every form needs, with its question mark; may be empty
   * @param json where it is as JSON
   */
  static List<Linked> of(String path, String query, String json) {
    return List.of(
        new Linked("Turtle", path + Representation.TURTLE.suffix() + query),
        new Linked("JSON-LD", path + Representation.JSON_LD.suffix() + query),
        new Linked("N-Triples", path + Representation.N_TRIPLES.suffix() + query),
        new Linked("RDF/XML", path + Representation.RDF_XML.suffix() + query),
        new Linked("JSON", json + query));
  }
}
