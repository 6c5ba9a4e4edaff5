package org.commonsregistry.catalog;

import static org.commonsregistry.vocabulary.Terms.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.catalog.Dataset.Distribution;
import org.commonsregistry.catalog.Dataset.Extent;
import org.commonsregistry.catalog.Dataset.LicenceStatement;
import org.commonsregistry.catalog.Dataset.Parent;
import org.commonsregistry.catalog.Dataset.Period;
import org.commonsregistry.catalog.Dataset.Remark;
import org.commonsregistry.catalog.Dataset.Role;
import org.commonsregistry.catalog.Dataset.Source;
import org.commonsregistry.catalog.Dataset.Steward;
import org.commonsregistry.catalog.StatementIndex.Said;
import org.commonsregistry.vocabulary.Terms;

/**
 * Reads a version's quads as a {@link Dataset}. Keeps every statement with its source and resolves
 * no conflict.
 */
final class DatasetReader {
  private static final String CATEGORY = "urn:commons:category:";
  private static final String AGENT_IRI = "urn:commons:agent:";

  private final DatasetId id;
  private final Node self;
  private final StatementIndex index;

  private DatasetReader(DatasetId id, List<Quad> quads) {
    this.id = id;
    this.self = NodeFactory.createURI(id.iri());
    this.index = new StatementIndex(quads);
  }

  static Dataset read(DatasetId id, List<Quad> quads) {
    return new DatasetReader(id, quads).dataset();
  }

  private Dataset dataset() {
    var series = index.all(self, TYPE).stream().anyMatch(t -> t.object().equals(DATASET_SERIES));
    return new Dataset(
        id,
        series ? Dataset.Kind.SERIES : Dataset.Kind.DATASET,
        texts(TITLE),
        texts(DESCRIPTION),
        Wordings.differing(index.all(self, TITLE)),
        Wordings.differing(index.all(self, DESCRIPTION)),
        index.distinctTexts(self, IDENTIFIER),
        index.distinctTexts(self, KEYWORD),
        steward(),
        categories(),
        index.distinctTexts(self, LANGUAGE_TAG),
        places(),
        index.distinctTexts(self, MODALITY),
        period(),
        index.distinctTexts(self, LANDING_PAGE),
        index.first(self, ISSUED).map(Said::text),
        index.first(self, VERSION).map(Said::text),
        licences(),
        remarks(USAGE),
        extents(),
        distributions(),
        remarks(PROVENANCE),
        parents(),
        index.first(self, IN_SERIES).flatMap(said -> DatasetId.ofIri(said.text())),
        remarks(DISPUTE),
        StatedFacts.about(self, index),
        StatedPreferences.about(self, index),
        sources());
  }

  private Map<String, String> texts(Node property) {
    var texts = new TreeMap<String, String>();
    index.all(self, property).forEach(said -> texts.putIfAbsent(said.language(), said.text()));
    return texts;
  }

  private Optional<Steward> steward() {
    return index
        .first(self, PUBLISHER)
        .map(
            said -> {
              var agent = said.object();
              var name = index.text(agent, NAME);
              var slug =
                  said.text().startsWith(AGENT_IRI)
                      ? said.text().substring(AGENT_IRI.length())
                      : "";
              return new Steward(
                  slug,
                  name.isEmpty() ? said.text() : name,
                  localName(index.text(agent, DCT_TYPE)).replaceFirst("^steward-", ""),
                  index.text(agent, HOMEPAGE));
            });
  }

  private List<String> categories() {
    return index.all(self, THEME).stream()
        .map(Said::text)
        .filter(iri -> iri.startsWith(CATEGORY))
        .map(iri -> iri.substring(CATEGORY.length()))
        .distinct()
        .toList();
  }

  private List<String> places() {
    return index.all(self, SPATIAL).stream()
        .map(
            said -> {
              var code = Places.code(said.text());
              if (code.isPresent()) {
                return code.get();
              }
              var label = index.text(said.object(), PREF_LABEL);
              return label.isEmpty() ? localName(said.text()) : label;
            })
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private Optional<Period> period() {
    return index
        .first(self, TEMPORAL)
        .map(
            said ->
                new Period(
                    index.text(said.object(), START_DATE), index.text(said.object(), END_DATE)))
        .filter(period -> !period.from().isEmpty() || !period.to().isEmpty());
  }

  private List<LicenceStatement> licences() {
    var statements = new ArrayList<LicenceStatement>();
    licences(DECLARED_LICENCE, Role.DECLARED, statements);
    licences(CONCLUDED_LICENCE, Role.CONCLUDED, statements);
    licences(EFFECTIVE_LICENCE, Role.EFFECTIVE, statements);
    var seen = new HashSet<String>();
    statements.forEach(s -> seen.add(s.iri()));
    plain(self, "", statements, seen);
    for (var distribution : index.all(self, DISTRIBUTION)) {
      plain(distribution.object(), index.text(distribution.object(), TITLE), statements, seen);
    }
    return statements;
  }

  private void licences(Node property, Role role, List<LicenceStatement> statements) {
    for (var said : index.all(self, property)) {
      var node = said.object();
      statements.add(
          new LicenceStatement(
              said.object().isLiteral() ? said.text() : index.text(node, LICENCE_TEXT),
              index.text(node, LICENSE),
              role,
              index.text(node, COVERS),
              said.set()));
    }
  }

  /** {@code dct:license} and {@code dct:rights} as other catalogues write them. */
  private void plain(
      Node subject, String covers, List<LicenceStatement> statements, HashSet<String> seen) {
    for (var property : List.of(LICENSE, RIGHTS)) {
      for (var said : index.all(subject, property)) {
        var label = index.text(said.object(), Terms.LABEL);
        var text = label.isEmpty() ? said.text() : label;
        if (!text.isEmpty() && seen.add(said.text())) {
          var iri = said.object().isURI() ? said.text() : "";
          statements.add(new LicenceStatement(text, iri, Role.DECLARED, covers, said.set()));
        }
      }
    }
  }

  private List<Remark> remarks(Node property) {
    var remarks = new ArrayList<Remark>();
    for (var said : index.all(self, property)) {
      var node = said.object();
      var says = node.isLiteral() ? said.text() : index.text(node, Terms.LABEL);
      if (!says.isEmpty()) {
        var uses = index.all(node, USE).stream().map(u -> localName(u.text())).sorted().toList();
        remarks.add(new Remark(says, uses, said.set()));
      }
    }
    return remarks;
  }

  private List<Extent> extents() {
    var extents = new ArrayList<Extent>();
    for (var said : index.all(self, EXTENT)) {
      var node = said.object();
      try {
        var value = Double.parseDouble(index.text(node, VALUE));
        if (!Double.isFinite(value)) {
          continue;
        }
        extents.add(
            new Extent(
                value,
                index.text(node, UNIT_TEXT),
                index.text(node, APPROXIMATE).equals("true"),
                index.text(node, DATE),
                said.set()));
      } catch (NumberFormatException e) {
        continue; // a size that is no number tells a reader nothing
      }
    }
    return extents;
  }

  private List<Distribution> distributions() {
    var distributions = new ArrayList<Distribution>();
    for (var said : index.all(self, DISTRIBUTION)) {
      var node = said.object();
      var access = index.text(node, ACCESS_URL);
      var download = index.text(node, DOWNLOAD_URL);
      distributions.add(
          new Distribution(
              number(node),
              index.text(node, TITLE),
              access.isEmpty() ? download : access,
              download,
              localName(index.text(node, FORMAT)),
              mediaType(index.text(node, MEDIA_TYPE)),
              bytes(index.text(node, BYTE_SIZE)),
              checksum(node),
              index.text(node, LICENSE),
              said.set()));
    }
    return distributions;
  }

  private static String number(Node distribution) {
    var iri = distribution.isURI() ? distribution.getURI() : "";
    return iri.startsWith("urn:commons:distribution:")
        ? iri.substring(iri.lastIndexOf(':') + 1)
        : iri;
  }

  private static String mediaType(String written) {
    var marker = "iana.org/assignments/media-types/";
    var at = written.indexOf(marker);
    return at < 0 ? written : written.substring(at + marker.length());
  }

  private static long bytes(String written) {
    return written.matches("\\d{1,18}") ? Long.parseLong(written) : -1;
  }

  private String checksum(Node distribution) {
    return index
        .first(distribution, CHECKSUM)
        .map(
            said -> {
              var algorithm = localName(index.text(said.object(), ALGORITHM));
              return algorithm
                      .replaceFirst("^checksumAlgorithm_", "")
                      .toLowerCase(java.util.Locale.ROOT)
                  + ":"
                  + index.text(said.object(), CHECKSUM_VALUE);
            })
        .filter(text -> !text.startsWith(":") && !text.endsWith(":"))
        .orElse("");
  }

  private List<Parent> parents() {
    return index.all(self, DERIVED_FROM).stream()
        .map(
            said -> {
              var known = DatasetId.ofIri(said.text());
              var label = index.text(said.object(), Terms.LABEL);
              return new Parent(
                  known.map(DatasetId::slug).orElse(label.isEmpty() ? said.text() : label), known);
            })
        .filter(parent -> !parent.name().isEmpty())
        .distinct()
        .toList();
  }

  private Map<String, Source> sources() {
    var sources = new TreeMap<String, Source>();
    for (var set : index.subjectsOfType(STATEMENT_SET)) {
      var key = set.getURI().substring(set.getURI().lastIndexOf(':') + 1);
      var by = index.first(set, ATTRIBUTED_TO).map(s -> index.text(s.object(), NAME)).orElse("");
      sources.put(
          key, new Source(key, by, index.text(set, PRIMARY_SOURCE), index.text(set, GENERATED_AT)));
    }
    return sources;
  }

  private static String localName(String iri) {
    return iri.startsWith("http")
        ? iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1)
        : iri;
  }
}
