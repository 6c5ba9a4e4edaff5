package org.commonsregistry.redundancy.lucene;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.commonsregistry.holdings.HoldingId;
import org.commonsregistry.home.Home;
import org.commonsregistry.redundancy.Fingerprint;
import org.commonsregistry.redundancy.FingerprintIndex;
import org.commonsregistry.redundancy.Fingerprints;

/** The fingerprint index in {@code <home>/fingerprints}. Thread-safe. */
@Singleton
public final class LuceneFingerprintIndex implements FingerprintIndex, Closeable {
  private final IndexFolder folder;

  public LuceneFingerprintIndex(Home home) {
    folder = new IndexFolder(home.folder("fingerprints"));
  }

  @Override
  public void apply(Collection<HoldingId> gone, Feed feed, long upTo) {
    folder.commit(
        writer -> {
          for (var id : gone) {
            writer.deleteDocuments(new Term(Fields.HOLDING, id.iri()));
          }
          var terms = new HashTerms();
          feed.to((holding, fingerprint) -> add(writer, holding, fingerprint, terms));
        },
        upTo);
  }

  private static void add(
      IndexWriter writer, HoldingId holding, Fingerprint fingerprint, HashTerms terms) {
    var document = new Document();
    var sketch = fingerprint.sketch();
    document.add(new Field(Fields.HASH, terms.of(sketch.hashes()), Fields.PRESENCE));
    document.add(new StringField(Fields.HOLDING, holding.iri(), Field.Store.NO));
    document.add(new SortedDocValuesField(Fields.HOLDING, new BytesRef(holding.iri())));
    document.add(new NumericDocValuesField(Fields.ORDINAL, fingerprint.ordinal()));
    document.add(new SortedDocValuesField(Fields.LANGUAGE, new BytesRef(fingerprint.language())));
    document.add(new NumericDocValuesField(Fields.WORDS, sketch.words()));
    document.add(new NumericDocValuesField(Fields.KEPT, sketch.hashes().length));
    try {
      writer.addDocument(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long reached() {
    return folder.reached();
  }

  @Override
  public void clear() {
    folder.commit(writer -> writer.deleteAll(), 0);
  }

  @Override
  public <T> T read(Function<Fingerprints, T> reading) {
    return folder.read(reading::apply);
  }

  @Override
  @PreDestroy
  public void close() throws IOException {
    folder.close();
  }
}
