package org.commonsregistry.search.lucene;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.commonsregistry.home.Home;
import org.commonsregistry.search.SearchDocument;
import org.commonsregistry.search.SearchIndex;
import org.commonsregistry.search.SearchQuery;
import org.commonsregistry.search.SearchResult;
import org.commonsregistry.search.Suggestion;

/** The search index in {@code <home>/search}. Thread-safe. */
@Singleton
public final class LuceneSearchIndex implements SearchIndex, Closeable {
  private final IndexFolder folder;
  private final Synonyms synonyms = new Synonyms();
  private final ConcurrentLinkedQueue<Language> idle = new ConcurrentLinkedQueue<>();

  /** Tokenizers and stemmers keep state and are dear to make: one set a thread at work. */
  record Language(Words words, Stemming stemming) {}

  public LuceneSearchIndex(Home home) {
    folder = new IndexFolder(home.folder("search"));
  }

  @Override
  public void apply(Collection<SearchDocument> put, Collection<String> removedSlugs, long upTo) {
    folder.commit(
        writer -> {
          var documents = new Documents();
          for (var source : put) {
            writer.updateDocument(new Term(Fields.SLUG, source.slug()), documents.of(source));
          }
          for (var slug : removedSlugs) {
            writer.deleteDocuments(new Term(Fields.SLUG, slug));
          }
        },
        upTo);
  }

  @Override
  public long reached() {
    return folder.reached();
  }

  @Override
  public SearchResult search(SearchQuery query) {
    return speaking(
        language ->
            folder.read(snapshot -> new Searching(snapshot, language, synonyms, query).result()));
  }

  @Override
  public List<Suggestion> suggest(String typed, int limit) {
    var some = Documents.cut(typed, SearchQuery.LONGEST_TEXT);
    return speaking(
        language ->
            folder.read(
                snapshot ->
                    new Suggestions(snapshot)
                        .of(language.words().line(some), language.words().asked(some), limit)));
  }

  @Override
  public List<SearchResult.Hit> similar(String slug, int limit) {
    return speaking(
        language ->
            folder.read(snapshot -> new Similar(snapshot, language.words()).to(slug, limit)));
  }

  @Override
  public void clear() {
    folder.commit(writer -> writer.deleteAll(), 0);
  }

  @Override
  @PreDestroy
  public void close() throws IOException {
    folder.close();
  }

  private <T> T speaking(Function<Language, T> work) {
    var polled = idle.poll();
    var language = polled == null ? new Language(new Words(), new Stemming()) : polled;
    var result = work.apply(language);
    idle.add(language); // not after a failure: its state is then unknown
    return result;
  }
}
