package org.commonsregistry.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonsregistry.search.SearchDocuments.named;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.commonsregistry.home.Home;
import org.commonsregistry.search.SearchIndex;
import org.commonsregistry.search.SearchIndexContract;
import org.commonsregistry.search.SearchQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneSearchIndexTest extends SearchIndexContract {
  @TempDir Path home;
  private LuceneSearchIndex index;

  @BeforeEach
  void open() {
    index = new LuceneSearchIndex(new Home(home.toString()));
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @Override
  protected SearchIndex index() {
    return index;
  }

  @Override
  protected SearchIndex restarted() {
    try {
      index.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    open();
    return index;
  }

  @Test
  void startsEmptyWhenAFileIsCutOff() throws IOException {
    index.apply(List.of(named("a", "Alpha").build()), List.of(), 5);
    index.close();
    try (var files = Files.list(home.resolve("search"))) {
      for (var file : files.filter(f -> !f.endsWith("write.lock")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    assertThat(restarted().reached()).isZero();
    put(named("b", "Beta"));
    assertThat(slugs("")).containsExactly("b");
  }

  @Test
  void startsEmptyWhenAFileIsMissing() throws IOException {
    index.apply(List.of(named("a", "Alpha").build()), List.of(), 5);
    index.close();
    try (var files = Files.list(home.resolve("search"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".cfs")).toList()) {
        Files.delete(file);
      }
    }
    assertThat(restarted().reached()).isZero();
    assertThat(index.search(SearchQuery.of("")).total()).isZero();
  }

  @Test
  void anUnfinishedBatchIsNotThereAfterACrash() throws IOException {
    index.apply(List.of(named("a", "Alpha").build()), List.of(), 5);
    Files.write(home.resolve("search").resolve("_9.cfs"), new byte[] {1, 2, 3});
    Files.write(home.resolve("search").resolve("pending_segments_9"), new byte[] {1, 2, 3});
    assertThat(restarted().reached()).isEqualTo(5);
    assertThat(slugs("alpha")).containsExactly("a");
  }
}
