package org.commonsregistry.fingerprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What fp1 knows of Unicode: the class of every code point, and what it becomes when it is
 * decomposed (NFKD) and case-folded. Read from the one table that the browser reads too; its format
 * is section 3 of {@code docs/fp1.md}. Immutable.
 */
final class UnicodeTable {
  static final int OTHER = 0;
  static final int LETTER = 1;
  static final int NUMBER = 2;

  /** A letter or number of a script that is written without spaces. */
  static final int SINGLE = 3;

  /** With its canonical combining class as argument. */
  static final int MARK = 4;

  static final int IGNORABLE = 5;
  static final int SOFT_HYPHEN = 6;
  static final int APOSTROPHE = 7;
  static final int HYPHEN = 8;
  static final int SPACE = 9;
  static final int BREAK = 10;

  /** Becomes several code points: the argument is where they begin in {@link #sequences}. */
  static final int SEQUENCE = 11;

  static final UnicodeTable INSTANCE = read("/public/scripts/fp1-table.mjs");

  private static final String CLASSES = "_LNSMIYAHZB";
  private static final int BLOCK = 7;
  private static final int HANGUL = 0xAC00;
  private static final int HANGUL_END = 0xD7A4;

  /** Of ASCII: the folded letter or digit, 0 for what separates, -1 for apostrophe and hyphen. */
  final byte[] ascii = new byte[128];

  /** Length, then code points. */
  private int[] sequences = new int[1 << 15];

  private int used;
  private final int[] blocks = new int[(0x110000 >> BLOCK) + 1];
  private int[] values = new int[1 << 16];

  private UnicodeTable(String table) {
    int top = 1 << BLOCK; // block 0 holds nothing but OTHER
    for (var line : table.split("\n")) {
      if (line.isEmpty() || line.startsWith("fp1 ") || line.startsWith("D")) {
        continue;
      }
      var items = line.split(" ");
      int value = CLASSES.indexOf(items[0].charAt(0));
      if (value == MARK) {
        value |= Integer.parseInt(items[0].substring(1)) << 4;
      }
      for (int i = 1; i < items.length; i++) {
        top = set(items[i], value, top);
      }
    }
    for (int c = HANGUL; c < HANGUL_END; c++) {
      top = set(c, syllable(c), top);
    }
    int mappings = table.indexOf("\nD ") + 3;
    for (var item : table.substring(mappings).strip().split(" ")) {
      int equals = item.indexOf('=');
      top = map(item.substring(0, equals), item.substring(equals + 1).split("\\."), top);
    }
    values = Arrays.copyOf(values, top);
    sequences = Arrays.copyOf(sequences, used);
    for (int c = 0; c < 128; c++) {
      int kind = value(c) & 15;
      ascii[c] =
          (byte)
              (kind == LETTER || kind == NUMBER
                  ? folded(c, value(c))
                  : kind == APOSTROPHE || kind == HYPHEN ? -1 : 0);
    }
  }

  /** Class and argument of a code point: {@code class | argument << 4}. */
  int value(int codePoint) {
    return values[blocks[codePoint >> BLOCK] + (codePoint & ((1 << BLOCK) - 1))];
  }

  /** What a letter, number or single becomes; the argument says it where it is not itself. */
  static int folded(int codePoint, int value) {
    return value >>> 4 == 0 ? codePoint : value >>> 4;
  }

  int sequenceLength(int start) {
    return sequences[start];
  }

  int sequenceAt(int start, int index) {
    return sequences[start + 1 + index];
  }

  private int set(String range, int value, int top) {
    int dash = range.indexOf('-');
    int from = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), 16);
    int to = dash < 0 ? from : Integer.parseInt(range.substring(dash + 1), 16);
    for (int c = from; c <= to; c++) {
      top = set(c, value, top);
    }
    return top;
  }

  private int set(int c, int value, int top) {
    if (blocks[c >> BLOCK] == 0) {
      blocks[c >> BLOCK] = top;
      top += 1 << BLOCK;
      if (top > values.length) {
        values = Arrays.copyOf(values, values.length * 2);
      }
    }
    values[blocks[c >> BLOCK] + (c & ((1 << BLOCK) - 1))] = value;
    return top;
  }

  private int map(String range, String[] targets, int top) {
    int dash = range.indexOf('-');
    int from = Integer.parseInt(dash < 0 ? range : range.substring(0, dash), 16);
    int to = dash < 0 ? from : Integer.parseInt(range.substring(dash + 1), 16);
    var codePoints = new int[targets.length];
    for (int i = 0; i < targets.length; i++) {
      codePoints[i] = targets[i].isEmpty() ? 0 : Integer.parseInt(targets[i], 16);
    }
    for (int c = from; c <= to; c++) {
      int first = codePoints[0] + c - from;
      int kind = value(first) & 15;
      boolean one = targets.length == 1 && kind != MARK;
      top = set(c, one ? kind | first << 4 : sequence(first, codePoints), top);
    }
    return top;
  }

  private int sequence(int first, int[] codePoints) {
    if (used + codePoints.length + 1 > sequences.length) {
      sequences = Arrays.copyOf(sequences, sequences.length * 2);
    }
    int start = used;
    sequences[used++] = codePoints.length;
    for (int i = 0; i < codePoints.length; i++) {
      sequences[used++] = i == 0 ? first : codePoints[i];
    }
    return SEQUENCE | start << 4;
  }

  /** Hangul syllables are decomposed by arithmetic (The Unicode Standard, section 3.12). */
  private int syllable(int c) {
    int index = c - HANGUL;
    int last = 0x11A7 + index % 28;
    var jamo = new int[last == 0x11A7 ? 2 : 3];
    jamo[0] = 0x1100 + index / 588;
    jamo[1] = 0x1161 + index % 588 / 28;
    if (jamo.length == 3) {
      jamo[2] = last;
    }
    return sequence(jamo[0], jamo);
  }

  private static UnicodeTable read(String resource) {
    try (var in = UnicodeTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The Unicode table " + resource + " is not in the build.");
      }
      var module = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new UnicodeTable(module.substring(module.indexOf('`') + 1, module.lastIndexOf('`')));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
