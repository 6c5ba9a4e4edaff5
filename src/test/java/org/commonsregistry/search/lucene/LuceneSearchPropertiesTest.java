package org.commonsregistry.search.lucene;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.commonsregistry.search.SearchDocuments.named;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.lucene.util.BytesRef;
import org.commonsregistry.home.Home;
import org.commonsregistry.search.SearchDocument;
import org.commonsregistry.search.SearchQuery;
import org.commonsregistry.search.SearchQuery.Sort;
import org.commonsregistry.search.SearchResult;
import org.commonsregistry.search.SearchResult.Hit;

/** What holds of the index for all texts, orders and page sizes. */
class LuceneSearchPropertiesTest {
  private static LuceneSearchIndex index;

  @BeforeContainer
  static void open() throws IOException {
    index = new LuceneSearchIndex(new Home(home().toString()));
    var documents = new ArrayList<SearchDocument>();
    IntStream.range(0, 60)
        .mapToObj(i -> named("d" + i, "Data " + "set ".repeat(i % 4) + i % 9).about("words " + i))
        .forEach(document -> documents.add(document.build()));
    index.apply(documents, List.of(), 1);
  }

  @AfterContainer
  static void close() throws IOException {
    index.close();
  }

  private static Path home() throws IOException {
    var folder = Files.createTempDirectory("search-properties");
    folder.toFile().deleteOnExit();
    return folder;
  }

  @Property(tries = 300)
  void anyTextIsAnswered(@ForAll @StringLength(max = 60) String text) {
    var result = index.search(SearchQuery.of(text));
    assertThat(result.hits().size()).isLessThanOrEqualTo((int) result.total());
    index.suggest(text, 5);
  }

  @Property(tries = 200)
  void anyTextIsIndexedAndShownUnchanged(@ForAll @StringLength(min = 1, max = 60) String text) {
    index.apply(List.of(named("any", text).about(text).keywords(text).build()), List.of(), 2);
    var query = new SearchQuery("any", Map.of(), Sort.RELEVANCE, Optional.empty(), 5, 3);
    var hit = index.search(query).hits().stream().filter(h -> h.slug().equals("any")).findFirst();
    assertThat(hit).isPresent();
    if (!text.isBlank()) {
      assertThat(hit.get().title().text()).isEqualTo(wellFormed(text));
    }
    index.apply(List.of(), List.of("any"), 3);
  }

  @Property(tries = 100)
  void pagesTogetherAreTheWholeList(
      @ForAll Sort sort, @ForAll @IntRange(min = 1, max = 70) int size) {
    var whole = slugs(page("data", sort, Optional.empty(), 100).hits());
    var paged = new ArrayList<String>();
    var page = page("data", sort, Optional.empty(), size);
    paged.addAll(slugs(page.hits()));
    while (page.next().isPresent() && paged.size() <= whole.size()) {
      page = page("data", sort, page.next(), size);
      paged.addAll(slugs(page.hits()));
    }
    assertThat(paged).isEqualTo(whole);
  }

  /** Half characters cannot be stored as text. */
  private static String wellFormed(String text) {
    var bytes = text.getBytes(UTF_8);
    var stored = new String(bytes, UTF_8);
    return stored.equals(text) ? text : new BytesRef(text).utf8ToString();
  }

  private static List<String> slugs(List<Hit> hits) {
    return hits.stream().map(Hit::slug).toList();
  }

  private static SearchResult page(String text, Sort sort, Optional<String> after, int size) {
    return index.search(new SearchQuery(text, Map.of(), sort, after, size, 0));
  }
}
