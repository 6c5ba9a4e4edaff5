package org.commonsregistry.catalog.export;

import static org.commonsregistry.vocabulary.Terms.*;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.XSD;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.StatementIndex;
import org.commonsregistry.category.Category;

/**
 * What a dataset is: its titles, subjects, languages, places, dates and kin, in DCAT-AP's terms.
 * Not thread-safe.
 */
final class DatasetTriples {
  private static final Set<String> MODALITIES =
      Set.of("text", "image", "audio", "video", "tabular", "geospatial", "code", "graph", "3d");
  private static final String TAG = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*";

  private final Triples out;
  private final Names names;
  private final Dataset dataset;
  private final StatementIndex said;
  private final Node ledgerName;
  private final Node self;

  DatasetTriples(Triples out, Names names, Dataset dataset, StatementIndex said) {
    this.out = out;
    this.names = names;
    this.dataset = dataset;
    this.said = said;
    this.ledgerName = NodeFactory.createURI(dataset.id().iri());
    this.self = names.self();
  }

  void write(Map<String, Category> categories) {
    out.type(self, dataset.kind() == Dataset.Kind.SERIES ? DATASET_SERIES : DATASET);
    words();
    agents();
    subjects(categories);
    coverage();
    dates();
    kin();
  }

  private void words() {
    out.texts(self, TITLE, dataset.titles());
    if (!out.has(self, TITLE)) {
      out.text(self, TITLE, dataset.id().slug());
    }
    out.texts(self, DESCRIPTION, dataset.descriptions());
    if (!out.has(self, DESCRIPTION)) {
      out.text(self, DESCRIPTION, "The sources give no description of this dataset.", "en");
    }
    dataset.identifiers().forEach(identifier -> out.text(self, IDENTIFIER, identifier));
    if (!out.has(self, IDENTIFIER)) {
      out.text(self, IDENTIFIER, dataset.id().slug());
    }
    for (var page : dataset.landingPages()) {
      WebAddress.of(page).ifPresent(it -> out.add(self, LANDING_PAGE, it).type(it, DOCUMENT));
    }
  }

  private void agents() {
    var agents = new AgentTriples(out, names, said);
    var number = 0;
    for (var publisher : said.all(ledgerName, PUBLISHER)) {
      var agent = agents.write(publisher.object(), "publisher", ++number);
      // DCAT-AP has one publisher; what another source says about it stays visible as well.
      out.add(self, out.has(self, PUBLISHER) ? CONTRIBUTOR : PUBLISHER, agent);
    }
    number = 0;
    for (var creator : said.all(ledgerName, CREATOR)) {
      out.add(self, CREATOR, agents.write(creator.object(), "creator", ++number));
    }
  }

  private void subjects(Map<String, Category> categories) {
    for (var id : dataset.categories()) {
      var category = Optional.ofNullable(categories.get(id));
      CategoryTriples.brief(out, names.base(), id, category);
      out.add(self, THEME, CategoryTriples.name(names.base(), id));
    }
    for (var theme : said.all(ledgerName, THEME)) {
      if (Authorities.theme(out, theme.object())) {
        out.add(self, THEME, theme.object());
      }
    }
    said.all(ledgerName, KEYWORD).forEach(word -> out.literal(self, KEYWORD, word.object()));
    dataset.media().stream()
        .filter(MODALITIES::contains)
        .forEach(medium -> out.text(self, MODALITY, medium));
  }

  private void coverage() {
    var number = 0;
    for (var tag : dataset.languages()) {
      out.add(self, LANGUAGE, Authorities.language(out, tag, names.own("language-" + ++number)));
      if (tag.matches(TAG)) {
        out.text(self, LANGUAGE_TAG, tag);
      }
    }
    number = 0;
    for (var place : dataset.places()) {
      out.add(self, SPATIAL, Authorities.place(out, place, names.own("place-" + ++number)));
    }
    dataset.period().ifPresent(this::period);
  }

  private void period(Dataset.Period stated) {
    var from = DateLiterals.of(stated.from());
    var to = DateLiterals.of(stated.to());
    if (from.isPresent() || to.isPresent()) {
      var period = names.own("period");
      out.add(self, TEMPORAL, period).type(period, PERIOD_OF_TIME);
      from.ifPresent(date -> out.add(period, START_DATE, date));
      to.ifPresent(date -> out.add(period, END_DATE, date));
    }
  }

  private void dates() {
    said.all(ledgerName, ISSUED).stream()
        .flatMap(date -> DateLiterals.of(date.text()).stream())
        .findFirst()
        .ifPresent(date -> out.add(self, ISSUED, date));
    said.all(ledgerName, MODIFIED).stream()
        .flatMap(date -> DateLiterals.of(date.text()).stream())
        .max(Comparator.comparing(Node::getLiteralLexicalForm))
        .ifPresent(date -> out.add(self, MODIFIED, date));
    dataset.version().ifPresent(version -> out.text(self, VERSION, version));
  }

  private void kin() {
    var number = 0;
    for (var parent : said.all(ledgerName, DERIVED_FROM)) {
      var node = parent.object();
      number++;
      if (node.isURI() && !node.getURI().startsWith("urn:commons:node:")) {
        out.add(self, DERIVED_FROM, names.base().toPublic(node));
      } else {
        var named = names.node(node, "parent", number);
        out.add(self, DERIVED_FROM, named);
        out.text(named, LABEL, node.isLiteral() ? parent.text() : said.text(node, LABEL));
      }
    }
    number = 0;
    for (var extent : said.all(ledgerName, EXTENT)) {
      extent(extent, ++number);
    }
  }

  private void extent(StatementIndex.Said stated, int number) {
    var value = said.first(stated.object(), VALUE).map(StatementIndex.Said::object);
    var unit = said.text(stated.object(), UNIT_TEXT);
    if (value.isEmpty() || unit.isBlank() || !count(value.get())) {
      return;
    }
    var extent = names.node(stated.object(), "extent", number);
    out.add(self, EXTENT, extent).type(extent, EXTENT_CLASS).add(extent, VALUE, value.get());
    out.text(extent, UNIT_TEXT, unit);
    if (said.text(stated.object(), APPROXIMATE).equals("true")) {
      out.typed(extent, APPROXIMATE, "true", org.apache.jena.datatypes.xsd.XSDDatatype.XSDboolean);
    }
    DateLiterals.of(said.text(stated.object(), DATE)).ifPresent(d -> out.add(extent, DATE, d));
    out.add(extent, SOURCE, names.set(stated.set()));
  }

  private static boolean count(Node value) {
    if (!value.isLiteral()) {
      return false;
    }
    var type = value.getLiteralDatatypeURI();
    var numeric =
        Set.of(
                XSD.integer.getURI(),
                XSD.nonNegativeInteger.getURI(),
                XSD.xlong.getURI(),
                XSD.decimal.getURI(),
                XSD.xdouble.getURI())
            .contains(type);
    return numeric
        && value.getLiteral().isWellFormed()
        && value.getLiteralValue() instanceof Number number
        && number.doubleValue() >= 0;
  }
}
