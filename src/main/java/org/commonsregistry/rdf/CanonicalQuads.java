package org.commonsregistry.rdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.jena.sparql.core.Quad;

/**
 * A set of quads as sorted canonical N-Quads: the byte form that is hashed, signed and compared.
 * Without blank nodes this is exactly RDFC-1.0 (https://www.w3.org/TR/rdf-canon/, section 5), so
 * blank nodes are refused: skolemise first. Immutable.
 */
public final class CanonicalQuads {
  public static final CanonicalQuads EMPTY = new CanonicalQuads(new byte[0]);

  private final byte[] text;

  private CanonicalQuads(byte[] text) {
    this.text = text;
  }

  /**
   * Sorts by code point and drops repeated quads.
   *
   * @throws RdfRefusedException when a term cannot be written so that everybody reads it back
   */
  public static CanonicalQuads of(Collection<Quad> quads) {
    var lines = new ArrayList<byte[]>(quads.size());
    var line = new StringBuilder(200);
    for (var quad : quads) {
      line.setLength(0);
      write(line, quad);
      lines.add(line.toString().getBytes(StandardCharsets.UTF_8));
    }
    lines.sort(Arrays::compareUnsigned); // UTF-8 bytes sort as code points do
    var out = new ByteArrayOutputStream(lines.size() * 160);
    byte[] last = null;
    for (var next : lines) {
      if (last == null || !Arrays.equals(last, next)) {
        out.writeBytes(next);
      }
      last = next;
    }
    return new CanonicalQuads(out.toByteArray());
  }

  /** Trusts that the bytes come from {@link #toBytes()}. */
  public static CanonicalQuads ofBytes(byte[] text) {
    return new CanonicalQuads(text);
  }

  public byte[] toBytes() {
    return text;
  }

  public boolean sameAs(byte[] other) {
    return Arrays.equals(text, other);
  }

  public List<Quad> quads() {
    return new CanonicalQuadsReader(text).read();
  }

  @Override
  public String toString() {
    return new String(text, StandardCharsets.UTF_8);
  }

  private static void write(StringBuilder out, Quad quad) {
    CanonicalTerm.append(out, quad.getSubject());
    CanonicalTerm.append(out.append(' '), quad.getPredicate());
    CanonicalTerm.append(out.append(' '), quad.getObject());
    if (!quad.isDefaultGraph()) {
      CanonicalTerm.append(out.append(' '), quad.getGraph());
    }
    out.append(" .\n");
  }
}
