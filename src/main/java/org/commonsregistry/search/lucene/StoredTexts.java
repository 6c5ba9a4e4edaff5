package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * Texts as they are shown, kept as plain bytes: Lucene's stored fields are compressed many
 * documents at a time, and unpacking them for one page took a tenth of a search.
 */
final class StoredTexts {
  private StoredTexts() {}

  static void add(Document out, String field, List<String> texts) {
    var bytes = new ByteBuffersDataOutput();
    try {
      bytes.writeVInt(texts.size());
      for (var text : texts) {
        bytes.writeString(text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.add(new BinaryDocValuesField(field, new BytesRef(bytes.toArrayCopy())));
  }

  /** The texts of each of these documents, by its number. */
  static Map<Integer, List<String>> of(IndexReader reader, String field, int... documents)
      throws IOException {
    var byDocument = new HashMap<Integer, List<String>>();
    for (var page : SegmentPage.of(reader, documents)) {
      var values = DocValues.getBinary(page.leaf().reader(), field);
      for (var document : page.documents()) {
        var there = values.advanceExact(document);
        byDocument.put(
            page.leaf().docBase + document, there ? read(values.binaryValue()) : List.of());
      }
    }
    return byDocument;
  }

  private static List<String> read(BytesRef bytes) throws IOException {
    var in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    var texts = new String[in.readVInt()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = in.readString();
    }
    return List.of(texts);
  }
}
