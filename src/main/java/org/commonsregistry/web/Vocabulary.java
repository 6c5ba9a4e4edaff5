package org.commonsregistry.web;

import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.commonsregistry.vocabulary.Ontology;
import org.commonsregistry.vocabulary.Terms;

/** The registry's own vocabulary, read from the release's file. Immutable, thread-safe. */
@Singleton
public final class Vocabulary {
  private final Model model = ModelFactory.createDefaultModel();

  Vocabulary() {
    var file = new ByteArrayInputStream(Ontology.file("commons.ttl"));
    RDFParser.source(file).lang(Lang.TURTLE).parse(model.getGraph());
  }

  /** The kinds of terms, in the order of the page. */
  enum Kind {
    CLASSES,
    PROPERTIES,
    CONCEPTS
  }

  /**
   * @param name prefixed
   * @param anchor in the page
   * @param iri in full
   * @param label in words
   * @param definition what it means
   * @param relations other facts, such as domain and range, prefixed
   */
  public record Term(
      String name,
      String anchor,
      String iri,
      String label,
      String definition,
      List<Relation> relations) {}

  /** {@code key} names the relation in the messages. */
  public record Relation(String key, List<Linked> values) {}

  byte[] write(RDFFormat format) {
    var out = new ByteArrayOutputStream();
    RDFWriter.source(model).format(format).output(out);
    return out.toByteArray();
  }

  String text(String language, Property property) {
    return text(model.createResource(iri()), property, language);
  }

  static String iri() {
    return Terms.NAMESPACE.substring(0, Terms.NAMESPACE.length() - 1);
  }

  List<Term> terms(Kind kind, String language) {
    return model
        .listSubjectsWithProperty(RDF.type)
        .filterKeep(subject -> ours(subject) && kind == kind(subject))
        .mapWith(subject -> term(subject, language))
        .toList()
        .stream()
        .sorted(Comparator.comparing(Term::name))
        .toList();
  }

  private static boolean ours(Resource subject) {
    return subject.isURIResource() && subject.getURI().startsWith(Terms.NAMESPACE);
  }

  private static Kind kind(Resource subject) {
    if (subject.hasProperty(RDF.type, OWL.Class) || subject.hasProperty(RDF.type, RDFS.Class)) {
      return Kind.CLASSES;
    }
    return subject.hasProperty(RDF.type, RDF.Property) ? Kind.PROPERTIES : Kind.CONCEPTS;
  }

  private Term term(Resource subject, String language) {
    var name = subject.getURI().substring(Terms.NAMESPACE.length());
    var label = text(subject, RDFS.label, language);
    var comment = text(subject, RDFS.comment, language);
    var relations = new ArrayList<Relation>();
    add(relations, "subclass", subject, RDFS.subClassOf);
    add(relations, "subproperty", subject, RDFS.subPropertyOf);
    add(relations, "domain", subject, RDFS.domain);
    add(relations, "range", subject, RDFS.range);
    add(relations, "scheme", subject, SKOS.inScheme);
    add(relations, "close", subject, SKOS.closeMatch);
    add(relations, "exact", subject, SKOS.exactMatch);
    return new Term(
        "commons:" + name,
        name,
        subject.getURI(),
        label.isEmpty() ? text(subject, SKOS.prefLabel, language) : label,
        comment.isEmpty() ? text(subject, SKOS.definition, language) : comment,
        relations);
  }

  private void add(List<Relation> relations, String key, Resource subject, Property property) {
    var values =
        model
            .listObjectsOfProperty(subject, property)
            .filterKeep(node -> node.isURIResource())
            .mapWith(node -> node.asResource().getURI())
            .toList()
            .stream()
            .sorted()
            .map(
                iri ->
                    new Linked(
                        model.shortForm(iri),
                        iri.startsWith(Terms.NAMESPACE)
                            ? "#" + iri.substring(Terms.NAMESPACE.length())
                            : iri))
            .toList();
    if (!values.isEmpty()) {
      relations.add(new Relation(key, values));
    }
  }

  private String text(Resource subject, Property property, String language) {
    var statement = model.getProperty(subject, property, language);
    var found = statement == null ? model.getProperty(subject, property, "en") : statement;
    return found == null ? "" : found.getString();
  }
}
