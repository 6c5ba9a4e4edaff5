package org.commonsregistry.catalog.export;

import static org.commonsregistry.vocabulary.Terms.*;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Triple;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.catalog.StatementIndex;
import org.commonsregistry.category.Categories;
import org.commonsregistry.rdf.BaseIri;

/**
 * A version of a dataset as a DCAT-AP 3.0.1 description
 * (https://semiceu.github.io/DCAT-AP/releases/3.0.1/) that can be read by itself: every name of an
 * authority carries its type and label, every statement of a licence its source. Where DCAT-AP
 * allows one value and sources disagree, the first is given here and all are in the N-Quads.
 */
@Singleton
public final class DcatDocument {
  private final BaseIri base;
  private final Categories categories;
  private final Datasets datasets;

  DcatDocument(BaseIri base, Categories categories, Datasets datasets) {
    this.base = base;
    this.categories = categories;
    this.datasets = datasets;
  }

  /**
   * @param firstRecorded when this registry first described the dataset, if that is at hand
   */
  public List<Triple> of(DatasetVersion version, Optional<Instant> firstRecorded) {
    var out = new Triples();
    write(out, version, firstRecorded);
    return out.list();
  }

  void write(Triples out, DatasetVersion version, Optional<Instant> firstRecorded) {
    var names = new Names(base, version.id());
    var dataset = version.dataset();
    var said = new StatementIndex(version.payload().quads());
    new DatasetTriples(out, names, dataset, said).write(categories.all());
    dataset.series().ifPresent(series -> series(out, names, version.sequence(), series));
    new TermsTriples(out, names, dataset, said).write();
    new DistributionTriples(out, names, dataset).write();
    var sources = new SourceTriples(out, names, said);
    sources.statementSets(version);
    sources.record(version, firstRecorded);
  }

  /** A series must be described beside its members; one that is not here is only a relation. */
  private void series(Triples out, Names names, long sequence, DatasetId id) {
    var node = names.dataset(id);
    var standing =
        datasets
            .asOf(id, Math.max(sequence, 1))
            .or(() -> datasets.current(id))
            .filter(version -> !version.withdrawn())
            .map(DatasetVersion::dataset)
            .filter(dataset -> dataset.kind() == Dataset.Kind.SERIES);
    if (standing.isEmpty()) {
      out.add(names.self(), RELATION, node);
      return;
    }
    out.add(names.self(), IN_SERIES, node).type(node, DATASET_SERIES);
    var series = standing.get();
    out.texts(node, TITLE, series.titles()).texts(node, DESCRIPTION, series.descriptions());
    if (!out.has(node, DESCRIPTION)) {
      out.text(node, DESCRIPTION, "The sources give no description of this series.", "en");
    }
    out.text(node, IDENTIFIER, series.identifiers().stream().findFirst().orElse(id.slug()));
  }
}
