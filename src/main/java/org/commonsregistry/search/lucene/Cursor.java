package org.commonsregistry.search.lucene;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.commonsregistry.search.InvalidCursorException;
import org.commonsregistry.search.SearchQuery;

/**
 * Where a page ended, and how its question was read, as opaque text.
 *
 * @param order of the hits
 * @param question hash of the text typed
 * @param breadth the question was read with
 * @param corrected text that was searched instead, else empty
 * @param weights of its clauses
 * @param value of the last hit in the order
 * @param slug of the last hit
 */
record Cursor(
    SearchQuery.Sort order,
    int question,
    Breadth breadth,
    String corrected,
    Weights weights,
    Object value,
    BytesRef slug) {
  private static final int FORMAT = 1;

  /** The index order for an order of hits; ties are broken by slug. */
  static Sort sort(SearchQuery.Sort order, SlugRanks slugs) {
    var first =
        switch (order) {
          case RELEVANCE -> SortField.FIELD_SCORE;
          case NEWEST -> new SortField(Fields.ISSUED, SortField.Type.LONG, true);
          case MODIFIED -> new SortField(Fields.MODIFIED, SortField.Type.LONG, true);
          case TITLE -> new SortField(Fields.TITLE_ORDER, SortField.Type.STRING);
        };
    return new Sort(first, new SortField(Fields.SLUG, new SlugOrder(slugs)));
  }

  /** The last hit as the index sorts it; it need not be there any more. */
  FieldDoc last(SlugRanks slugs) throws IOException {
    return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {value, slugs.twice(slug)});
  }

  String encoded() {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      out.writeByte(order.ordinal());
      out.writeInt(question);
      out.writeByte(breadth.ordinal());
      out.writeUTF(corrected);
      out.writeByte(weights.size());
      out.write(weights.bytes());
      switch (order) {
        case RELEVANCE -> out.writeFloat((Float) value);
        case NEWEST, MODIFIED -> out.writeLong((Long) value);
        case TITLE -> write(out, (BytesRef) value);
      }
      write(out, slug);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /** Refuses what is not a cursor of this order and question. */
  static Cursor decoded(String text, SearchQuery query) {
    Cursor cursor;
    try (var in =
        new DataInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
      cursor = read(in);
    } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new InvalidCursorException("it is damaged or from another version.");
    }
    if (cursor.order != query.sort() || cursor.question != query.text().hashCode()) {
      throw new InvalidCursorException("it belongs to another search or another order.");
    }
    return cursor;
  }

  private static Cursor read(DataInputStream in) throws IOException {
    if (in.readByte() != FORMAT) {
      throw new IOException("format");
    }
    var order = SearchQuery.Sort.values()[in.readByte()];
    var question = in.readInt();
    var breadth = Breadth.values()[in.readByte()];
    var corrected = in.readUTF();
    var weights = Weights.of(in.readNBytes(in.readUnsignedByte()));
    Object value =
        switch (order) {
          case RELEVANCE -> in.readFloat();
          case NEWEST, MODIFIED -> in.readLong();
          case TITLE -> bytes(in);
        };
    return new Cursor(order, question, breadth, corrected, weights, value, bytes(in));
  }

  private static void write(DataOutputStream out, BytesRef value) throws IOException {
    out.writeShort(value.length);
    out.write(value.bytes, value.offset, value.length);
  }

  private static BytesRef bytes(DataInputStream in) throws IOException {
    var length = in.readUnsignedShort();
    var value = in.readNBytes(length);
    if (value.length != length) {
      throw new IOException("cut off");
    }
    return new BytesRef(value);
  }
}
