package org.commonsregistry.catalog.intake;

import static org.commonsregistry.vocabulary.Terms.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Languages;
import org.commonsregistry.catalog.Places;
import org.commonsregistry.catalog.Submission;
import org.commonsregistry.catalog.TextCleaning;
import org.commonsregistry.terms.preference.SignalForm;

/**
 * Collects what one source says about {@link Submission#THIS}, in this registry's own terms. Empty
 * values say nothing. Not thread-safe.
 */
final class Statements {
  private final List<Triple> triples = new ArrayList<>();

  Statements() {}

  Statements type(Node type) {
    return add(Submission.THIS, TYPE, type);
  }

  Statements text(Node property, String language, String value) {
    var clean = TextCleaning.clean(value);
    if (!clean.isEmpty()) {
      add(
          Submission.THIS,
          property,
          Languages.literalTag(language)
              .map(tag -> NodeFactory.createLiteralLang(clean, tag))
              .orElseGet(() -> NodeFactory.createLiteralString(clean)));
    }
    return this;
  }

  Statements iri(Node property, String address) {
    return address(Submission.THIS, property, address);
  }

  Statements address(Node subject, Node property, String address) {
    Addresses.tidy(address).ifPresent(iri -> add(subject, property, NodeFactory.createURI(iri)));
    return this;
  }

  Statements identifier(String identifier) {
    return text(IDENTIFIER, "", identifier);
  }

  Statements steward(String slug, String name, String kind, String homepage) {
    new NamedAgent(slug, name, kind, homepage)
        .stated(this)
        .ifPresent(agent -> add(Submission.THIS, PUBLISHER, agent));
    return this;
  }

  Statements category(String id) {
    return add(Submission.THIS, THEME, NodeFactory.createURI("urn:commons:category:" + id));
  }

  Statements language(String nameOrTag) {
    Languages.tag(nameOrTag)
        .ifPresent(
            tag -> {
              add(Submission.THIS, LANGUAGE_TAG, NodeFactory.createLiteralString(tag));
              Languages.authority(tag)
                  .ifPresent(iri -> add(Submission.THIS, LANGUAGE, NodeFactory.createURI(iri)));
            });
    return this;
  }

  Statements place(String codeOrName) {
    var clean = TextCleaning.clean(codeOrName);
    if (clean.isEmpty()) {
      return this;
    }
    var authority = Places.authority(clean);
    if (authority.isPresent()) {
      var place = NodeFactory.createURI(authority.get());
      add(Submission.THIS, SPATIAL, place);
      add(place, TYPE, LOCATION);
      return add(
          place, IDENTIFIER, NodeFactory.createLiteralString(clean.toUpperCase(Locale.ROOT)));
    }
    var place = NodeFactory.createBlankNode();
    add(Submission.THIS, SPATIAL, place);
    add(place, TYPE, LOCATION);
    return add(place, PREF_LABEL, NodeFactory.createLiteralString(clean));
  }

  Statements period(String from, String to) {
    if (from.isEmpty() && to.isEmpty()) {
      return this;
    }
    var period = NodeFactory.createBlankNode();
    add(Submission.THIS, TEMPORAL, period);
    add(period, TYPE, PERIOD_OF_TIME);
    date(period, START_DATE, from);
    date(period, END_DATE, to);
    return this;
  }

  Statements date(Node property, String value) {
    date(Submission.THIS, property, value);
    return this;
  }

  Statements licence(Node role, String text, String address, String covers) {
    return licence(role, text, address, covers, "");
  }

  /**
   * @param evidence address where the statement can be checked, when it differs from the set's
   *     source
   */
  Statements licence(Node role, String text, String address, String covers, String evidence) {
    var clean = TextCleaning.clean(text);
    if (clean.isEmpty() && !Addresses.usable(address)) {
      return this;
    }
    var statement = NodeFactory.createBlankNode();
    add(Submission.THIS, role, statement);
    add(statement, TYPE, LICENCE_STATEMENT);
    add(
        statement,
        LICENCE_TEXT,
        NodeFactory.createLiteralString(clean.isEmpty() ? address : clean));
    address(statement, LICENSE, address);
    address(statement, SOURCE, evidence);
    literal(statement, COVERS, covers);
    return this;
  }

  Statements creator(String name) {
    NamedAgent.anonymous(name)
        .stated(this)
        .ifPresent(agent -> add(Submission.THIS, CREATOR, agent));
    return this;
  }

  /**
   * @param parent an address, a slug of this registry, or just a name
   */
  Statements derivedFrom(String parent) {
    var clean = TextCleaning.clean(parent);
    if (clean.isEmpty()) {
      return this;
    }
    if (Addresses.usable(clean)) {
      return iri(DERIVED_FROM, clean);
    }
    var named = NodeFactory.createBlankNode();
    add(Submission.THIS, DERIVED_FROM, named);
    return add(named, LABEL, NodeFactory.createLiteralString(clean));
  }

  Statements derivedFrom(DatasetId parent) {
    return add(Submission.THIS, DERIVED_FROM, NodeFactory.createURI(parent.iri()));
  }

  Statements inSeries(DatasetId series) {
    return add(Submission.THIS, IN_SERIES, NodeFactory.createURI(series.iri()));
  }

  Statements usage(String says, List<String> uses) {
    return remark(USAGE, commons("Usage"), says, uses);
  }

  Statements provenance(String says) {
    return remark(PROVENANCE, PROVENANCE_STATEMENT, says, List.of());
  }

  /**
   * @param value a year, {@code true} or {@code false}, or a word, as its datatype says
   */
  Statements fact(String name, String value, XSDDatatype type) {
    var clean = TextCleaning.clean(value);
    return clean.isEmpty()
        ? this
        : add(
            Submission.THIS,
            org.commonsregistry.vocabulary.Terms.fact(name),
            NodeFactory.createLiteralDT(clean, type));
  }

  /**
   * @param where address at which it was found, may be empty
   * @param when date on which it was found, may be empty
   */
  Statements preference(SignalForm form, String raw, String carrier, String where, String when) {
    var clean = TextCleaning.clean(raw);
    if (clean.isEmpty() || clean.length() > SignalForm.LONGEST) {
      return this;
    }
    var preference = NodeFactory.createBlankNode();
    add(Submission.THIS, PREFERENCE, preference);
    add(preference, TYPE, PREFERENCE_CLASS);
    add(preference, SIGNAL, NodeFactory.createLiteralString(form.token()));
    add(preference, RAW, NodeFactory.createLiteralString(clean));
    literal(preference, CARRIER, carrier);
    address(preference, SOURCE, where);
    date(preference, DATE, when);
    return this;
  }

  Statements dispute(String says) {
    return remark(DISPUTE, commons("Dispute"), says, List.of());
  }

  private Statements remark(Node property, Node type, String says, List<String> uses) {
    var clean = TextCleaning.clean(says);
    if (clean.isEmpty()) {
      return this;
    }
    var remark = NodeFactory.createBlankNode();
    add(Submission.THIS, property, remark);
    add(remark, TYPE, type);
    add(remark, LABEL, NodeFactory.createLiteralLang(clean, "en"));
    uses.forEach(use -> add(remark, USE, commons(use)));
    return this;
  }

  Statements extent(double value, String unit, boolean approximate, String asOf) {
    if (!Double.isFinite(value)) {
      return this;
    }
    var extent = NodeFactory.createBlankNode();
    add(Submission.THIS, EXTENT, extent);
    add(extent, TYPE, EXTENT_CLASS);
    var whole = value == Math.rint(value) && Math.abs(value) < 9e15;
    add(
        extent,
        VALUE,
        whole
            ? NodeFactory.createLiteralDT(Long.toString((long) value), XSDDatatype.XSDinteger)
            : NodeFactory.createLiteralDT(Double.toString(value), XSDDatatype.XSDdouble));
    add(extent, UNIT_TEXT, NodeFactory.createLiteralString(unit));
    if (approximate) {
      add(extent, APPROXIMATE, NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
    }
    date(extent, DATE, asOf);
    return this;
  }

  Statements distribution(DistributionDraft draft) {
    draft.stated(this).ifPresent(node -> add(Submission.THIS, DISTRIBUTION, node));
    return this;
  }

  void literal(Node subject, Node property, String value) {
    var clean = TextCleaning.clean(value);
    if (!clean.isEmpty()) {
      add(subject, property, NodeFactory.createLiteralString(clean));
    }
  }

  private void date(Node subject, Node property, String value) {
    if (!value.isEmpty()) {
      add(subject, property, Dates.literal(value));
    }
  }

  Statements add(Node subject, Node property, Node object) {
    triples.add(Triple.create(subject, property, object));
    return this;
  }

  boolean isEmpty() {
    return triples.isEmpty();
  }

  List<Triple> triples() {
    return List.copyOf(triples);
  }
}
