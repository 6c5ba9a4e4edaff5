package org.commonsregistry.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The table is what ICU4J says; {@code -Dfp1.table.write=true} writes it anew. */
class UnicodeTableTest {
  private static final Path FILE = Path.of("src/main/resources/public/scripts/fp1-table.mjs");

  @Test
  void isMadeFromIcu4j() throws IOException {
    var made = UnicodeTableMaker.module(UnicodeTableMaker.make());
    if (Boolean.getBoolean("fp1.table.write")) {
      Files.writeString(FILE, made);
    }
    assertThat(Files.readString(FILE)).isEqualTo(made);
  }

  @Test
  void whatACodePointBecomesStaysAsItIs() {
    for (int c = 0; c <= 0x10FFFF; c++) {
      if (old(c)) {
        for (int d : UnicodeTableMaker.folded(c)) {
          assertThat(UnicodeTableMaker.folded(d)).as(Integer.toHexString(c)).containsExactly(d);
        }
      }
    }
  }

  @Test
  void caseAndCanonicalFormOfNoCodePointMatter() {
    for (int c = 0; c <= 0x10FFFF; c++) {
      if (old(c) && !iotaWithoutLetter(c)) {
        var text = "o" + Character.toString(c);
        var hash = hash(text);
        for (var same :
            new String[] {
              text.toUpperCase(Locale.ROOT),
              text.toLowerCase(Locale.ROOT),
              text.toUpperCase(Locale.ROOT).toLowerCase(Locale.of("tr")),
              UCharacter.foldCase(text, true),
              Normalizer2.getNFKCCasefoldInstance().normalize(text),
              Normalizer2.getNFCInstance().normalize(text),
              Normalizer2.getNFDInstance().normalize(text),
              Normalizer2.getNFKCInstance().normalize(text),
              Normalizer2.getNFKDInstance().normalize(text)
            }) {
          assertThat(hash(same)).as("U+%04X %s", c, same).isEqualTo(hash);
        }
      }
    }
  }

  /** Below no letter of its own, its case mappings make a letter of what is a mark here. */
  private static boolean iotaWithoutLetter(int c) {
    return c == UnicodeTableMaker.IOTA_BELOW || c == 0x37A;
  }

  private static boolean old(int c) {
    return UCharacter.isDefined(c)
        && UCharacter.getType(c) != Character.SURROGATE
        && UCharacter.getAge(c).compareTo(UnicodeTableMaker.UNICODE) <= 0;
  }

  private static String hash(String text) {
    var tokens = Fp1.tokens(text);
    var hash = new StringBuilder();
    for (int i = 0; i < tokens.count(); i++) {
      hash.append(Long.toHexString(tokens.hash(i))).append(' ');
    }
    return hash.toString();
  }
}
