package org.commonsregistry.search;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.ledger.View;

/** Keeps the search index at what stands in the ledger. */
@Singleton
final class SearchView implements View {
  private final SearchIndex index;
  private final DocumentMaker documents;

  SearchView(SearchIndex index, DocumentMaker documents) {
    this.index = index;
    this.documents = documents;
  }

  @Override
  public String name() {
    return "search";
  }

  @Override
  public long reached() {
    return index.reached();
  }

  @Override
  public void apply(Change change) {
    var put = new ArrayList<SearchDocument>();
    var removed = new ArrayList<String>();
    change
        .standing()
        .forEach(
            (subject, standing) ->
                DatasetId.ofIri(subject)
                    .ifPresent(
                        id ->
                            standing
                                .flatMap(
                                    entry ->
                                        Datasets.read(entry).map(d -> documents.make(d, entry)))
                                .ifPresentOrElse(put::add, () -> removed.add(id.slug()))));
    index.apply(put, removed, change.upTo());
  }

  @Override
  public void clear() {
    index.clear();
  }
}
