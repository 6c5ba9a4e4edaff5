package org.commonsregistry.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.category.Categories;
import org.commonsregistry.classification.TermTokens;
import org.commonsregistry.ledger.Entry;
import org.commonsregistry.ruleset.Zone;
import org.commonsregistry.terms.licence.LicenceFamily;
import org.commonsregistry.terms.licence.Licences;

/** What of a dataset is searched and counted. */
@Singleton
final class DocumentMaker {
  private static final Pattern YEAR = Pattern.compile("\\b(1[0-9]{3}|20[0-9]{2})\\b");
  private final Categories categories;
  private final TermTokens terms;

  DocumentMaker(Categories categories, TermTokens terms) {
    this.categories = categories;
    this.terms = terms;
  }

  SearchDocument make(Dataset dataset, Entry entry) {
    var ids = new LinkedHashSet<String>();
    var names = new ArrayList<String>();
    for (var stated : dataset.categories()) {
      for (var category : categories.withBroader(stated)) {
        if (ids.add(category.id())) {
          names.addAll(category.labels().values());
          category.synonyms().values().forEach(names::addAll);
        }
      }
    }
    var texts = new ArrayList<String>();
    var families = new LinkedHashSet<String>();
    for (var licence : dataset.licences()) {
      texts.add(licence.text());
      Licences.recognise(licence.text(), licence.iri()).filedUnder().stream()
          .map(LicenceFamily::token)
          .sorted()
          .forEach(families::add);
    }
    if (families.isEmpty()) {
      families.add(LicenceFamily.UNSPECIFIED.token());
    }
    var tokens = terms.of(dataset, entry.sequence());
    return new SearchDocument(
        dataset.id().slug(),
        dataset.kind() == Dataset.Kind.SERIES ? "series" : "dataset",
        dataset.series().map(DatasetId::slug).orElse(""),
        dataset.titles(),
        dataset.descriptions(),
        dataset.keywords(),
        dataset.identifiers(),
        dataset.steward().map(Dataset.Steward::slug).orElse(""),
        dataset.steward().map(Dataset.Steward::name).orElse(""),
        List.copyOf(ids),
        names,
        dataset.languages(),
        List.copyOf(families),
        texts,
        dataset.places(),
        dataset.media(),
        tokens.zone().map(Zone::token).orElse(SearchDocument.UNCLASSIFIED),
        tokens.tokens(),
        year(dataset),
        entry.recordedAt(),
        entry.recordedAt());
  }

  private static int year(Dataset dataset) {
    var written =
        dataset.issued().orElse("")
            + " "
            + dataset.period().map(p -> p.to().isEmpty() ? p.from() : p.to()).orElse("");
    var match = YEAR.matcher(written);
    return match.find() ? Integer.parseInt(match.group(1)) : 0;
  }
}
