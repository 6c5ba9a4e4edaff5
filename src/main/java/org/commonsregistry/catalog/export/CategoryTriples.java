package org.commonsregistry.catalog.export;

import static org.commonsregistry.vocabulary.Terms.*;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.commonsregistry.category.Category;
import org.commonsregistry.rdf.BaseIri;

/** Categories as SKOS concepts. */
final class CategoryTriples {
  private CategoryTriples() {}

  static Node name(BaseIri base, String id) {
    return NodeFactory.createURI(base.resolve("categories/" + id));
  }

  static Node scheme(Triples out, BaseIri base) {
    var scheme = NodeFactory.createURI(base.resolve("categories"));
    out.type(scheme, CONCEPT_SCHEME);
    out.text(scheme, TITLE, "Categories of the commons", "en");
    out.text(scheme, TITLE, "Kategorien der Allmende", "de");
    return scheme;
  }

  /** Label and scheme; an id that the scheme does not know is its own label. */
  static void brief(Triples out, BaseIri base, String id, Optional<Category> category) {
    var concept = name(base, id);
    out.type(concept, CONCEPT);
    category.ifPresent(
        known -> {
          out.texts(concept, PREF_LABEL, known.labels());
          out.add(concept, IN_SCHEME, scheme(out, base));
        });
    if (!out.has(concept, PREF_LABEL)) {
      out.text(concept, PREF_LABEL, id);
    }
  }
}
