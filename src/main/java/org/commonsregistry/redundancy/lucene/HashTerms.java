package org.commonsregistry.redundancy.lucene;

import java.nio.ByteBuffer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;

/** Hashes as terms: eight bytes, so that their order is that of the unsigned numbers. */
final class HashTerms extends TokenStream {
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private long[] hashes = {};
  private int next;

  HashTerms of(long[] some) {
    hashes = some;
    return this;
  }

  @Override
  public void reset() {
    next = 0;
  }

  @Override
  public boolean incrementToken() {
    if (next == hashes.length) {
      return false;
    }
    clearAttributes();
    term.setBytesRef(bytes(hashes[next++]));
    return true;
  }

  static BytesRef bytes(long hash) {
    return new BytesRef(ByteBuffer.allocate(Long.BYTES).putLong(hash).array());
  }

  static long hash(BytesRef term) {
    return ByteBuffer.wrap(term.bytes, term.offset, Long.BYTES).getLong();
  }
}
