package org.commonsregistry.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFolderTest {
  @TempDir Path home;

  @Test
  void anIndexAtRestBecomesOneSegmentAndKeepsItsNumberAndItsDocuments() throws IOException {
    try (var folder = new IndexFolder(home)) {
      add(folder, 100, 1);
      add(folder, 200, 300);
      assertThat(segments(folder)).isGreaterThan(1);

      folder.settle();

      assertThat(segments(folder)).isEqualTo(1);
      assertThat(folder.reached()).isEqualTo(300);
    }
    try (var folder = new IndexFolder(home)) {
      assertThat(folder.reached()).isEqualTo(300);
      assertThat(documents(folder)).isEqualTo(300);
      assertThat(segments(folder)).isEqualTo(1);
    }
  }

  @Test
  void aFewNewDocumentsBesideAManyMergedOnesAreLeftAlone() throws IOException {
    try (var folder = new IndexFolder(home)) {
      add(folder, 100, 1);
      add(folder, 200, 2);
      folder.settle();
      add(folder, 1, 3);

      folder.settle();

      assertThat(segments(folder)).isEqualTo(2);
    }
  }

  @Test
  void settlingAClosedIndexHurtsNobody() throws IOException {
    var folder = new IndexFolder(home);
    add(folder, 30, 1);
    folder.close();

    folder.settle();

    try (var again = new IndexFolder(home)) {
      assertThat(documents(again)).isEqualTo(30);
    }
  }

  /** All in one commit, so in one segment. */
  private static void add(IndexFolder folder, int count, long upTo) {
    folder.commit(
        writer -> {
          for (var n = 1; n <= count; n++) {
            var document = new Document();
            document.add(new StringField(Fields.SLUG, "dataset-" + n, Field.Store.YES));
            writer.addDocument(document);
          }
        },
        upTo);
  }

  private static int segments(IndexFolder folder) {
    return folder.read(snapshot -> snapshot.getIndexReader().leaves().size());
  }

  private static int documents(IndexFolder folder) {
    return folder.read(snapshot -> snapshot.getIndexReader().numDocs());
  }
}
