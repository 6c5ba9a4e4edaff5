package org.commonsregistry.fingerprint;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.VersionInfo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Makes {@code fp1-table.mjs} from ICU4J. Code points that are younger than the pinned version of
 * Unicode are left out, so that a newer ICU4J makes the same table.
 */
final class UnicodeTableMaker {
  static final VersionInfo UNICODE = VersionInfo.getInstance(16, 0);
  static final int IOTA_BELOW = 0x345;
  private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();
  private static final Set<Integer> UNSPACED =
      Set.of(
          UScript.HAN,
          UScript.HIRAGANA,
          UScript.KATAKANA,
          UScript.KATAKANA_OR_HIRAGANA,
          UScript.THAI,
          UScript.LAO,
          UScript.KHMER,
          UScript.MYANMAR,
          UScript.TIBETAN);
  private static final Set<Integer> APOSTROPHES =
      Set.of(0x27, 0x2018, 0x2019, 0x201B, 0x2BB, 0x2BC, 0x55A, 0x5F3, 0xA78C);
  private static final Set<Integer> HYPHENS = Set.of(0x2D, 0x2010, 0x2011);
  private static final Set<Integer> BREAKS = Set.of(0xA, 0xD, 0x85, 0x2028);

  private UnicodeTableMaker() {}

  static String make() {
    var classes = new LinkedHashMap<String, BitSet>();
    for (var name : List.of("L", "N", "S", "I", "Y", "A", "H", "Z", "B")) {
      classes.put(name, new BitSet());
    }
    var mapped = new int[0x110000][];
    for (int c = 0; c <= 0x10FFFF; c++) {
      var name = classOf(c);
      if (name.isEmpty()) {
        continue;
      }
      var target = name.equals("I") || name.equals("Y") ? new int[] {c} : folded(c);
      if (target.length == 1 && target[0] == c) {
        classes.computeIfAbsent(name, any -> new BitSet()).set(c);
      } else if (!hangul(c)) {
        mapped[c] = target;
      }
    }
    var text = new StringBuilder("fp1 unicode " + UNICODE.getVersionString(2, 2) + "\n");
    classes.forEach((name, members) -> text.append(name).append(ranges(members)).append('\n'));
    return text.append("D").append(mappings(mapped)).append('\n').toString();
  }

  /** NFKD, then every code point folded, decomposed again, and without what is ignorable. */
  static int[] folded(int c) {
    return NFKD.normalize(Character.toString(c))
        .codePoints()
        .flatMap(
            d ->
                d == IOTA_BELOW
                    ? IntStream.of(d)
                    : d == 0x131
                        ? IntStream.of('i')
                        : NFKD.normalize(UCharacter.foldCase(Character.toString(d), true))
                            .codePoints())
        .filter(d -> !UCharacter.hasBinaryProperty(d, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
        .toArray();
  }

  static boolean hangul(int c) {
    return c >= 0xAC00 && c <= 0xD7A3;
  }

  /** The class of a code point as it stands; empty for what only separates. */
  private static String classOf(int c) {
    if (c == 0xAD) {
      return "Y";
    }
    if (BREAKS.contains(c)) {
      return "B";
    }
    if (UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
      return "I";
    }
    if (UCharacter.getAge(c).compareTo(UNICODE) > 0) {
      return "";
    }
    if (APOSTROPHES.contains(c)) {
      return "A";
    }
    if (HYPHENS.contains(c)) {
      return "H";
    }
    return switch (UCharacter.getType(c)) {
      case UCharacterCategory.SPACE_SEPARATOR -> "Z";
      case UCharacterCategory.CONTROL -> c == '\t' ? "Z" : "";
      case UCharacterCategory.NON_SPACING_MARK,
          UCharacterCategory.COMBINING_SPACING_MARK,
          UCharacterCategory.ENCLOSING_MARK ->
          "M" + NFKD.getCombiningClass(c);
      case UCharacterCategory.DECIMAL_DIGIT_NUMBER,
          UCharacterCategory.LETTER_NUMBER,
          UCharacterCategory.OTHER_NUMBER ->
          unspaced(c) ? "S" : "N";
      case UCharacterCategory.UPPERCASE_LETTER,
          UCharacterCategory.LOWERCASE_LETTER,
          UCharacterCategory.TITLECASE_LETTER,
          UCharacterCategory.MODIFIER_LETTER,
          UCharacterCategory.OTHER_LETTER ->
          unspaced(c) ? "S" : "L";
      default -> decomposes(c) ? "X" : "";
    };
  }

  private static boolean decomposes(int c) {
    return UCharacter.getType(c) != UCharacterCategory.SURROGATE
        && !NFKD.isNormalized(Character.toString(c));
  }

  /** The marks of length of Japanese belong to no one script; their extensions say which. */
  private static boolean unspaced(int c) {
    int script = UScript.getScript(c);
    return UNSPACED.contains(script)
        || (script == UScript.COMMON
            && (UScript.hasScript(c, UScript.HIRAGANA) || UScript.hasScript(c, UScript.HAN)));
  }

  private static String ranges(BitSet members) {
    var text = new StringBuilder();
    for (int from = members.nextSetBit(0); from >= 0; ) {
      int to = members.nextClearBit(from) - 1;
      text.append(' ').append(hex(from)).append(to > from ? "-" + hex(to) : "");
      from = members.nextSetBit(to + 1);
    }
    return text.toString();
  }

  /** Neighbours that map to neighbours are one range. */
  private static String mappings(int[][] mapped) {
    var text = new StringBuilder();
    for (int c = 0; c < mapped.length; c++) {
      var target = mapped[c];
      if (target == null) {
        continue;
      }
      int from = c;
      while (target.length == 1
          && c + 1 < mapped.length
          && mapped[c + 1] != null
          && mapped[c + 1].length == 1
          && mapped[c + 1][0] == target[0] + c + 1 - from) {
        c++;
      }
      text.append(' ').append(hex(from)).append(c > from ? "-" + hex(c) : "").append('=');
      var parts = new ArrayList<String>();
      for (int d : target) {
        parts.add(hex(d));
      }
      text.append(String.join(".", parts));
    }
    return text.toString();
  }

  private static String hex(int c) {
    return Integer.toHexString(c).toUpperCase(Locale.ROOT);
  }

  /** What the file holds around the table, so that a browser can import it. */
  static String module(String table) {
    return "// The Unicode table of fp1 (docs/fp1.md), for Java and JavaScript alike. Made from"
        + " ICU4J by UnicodeTableTest.\n"
        + "export default `"
        + table
        + "`;\n";
  }
}
