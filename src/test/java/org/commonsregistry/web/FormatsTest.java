package org.commonsregistry.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FormatsTest {
  private final Formats english = new Formats(Messages.in(Language.ENGLISH));
  private final Formats german = new Formats(Messages.in(Language.GERMAN));

  @Test
  void numbersAreGroupedAsTheLanguageDoes() {
    assertThat(english.number(1_234_567.5)).isEqualTo("1,234,567.5");
    assertThat(german.number(1_234_567.5)).isEqualTo("1.234.567,5");
  }

  @Test
  void bytesGetTheUnitThatFits() {
    assertThat(english.bytes(999)).isEqualTo("999\u00A0bytes");
    assertThat(english.bytes(1_500)).isEqualTo("1.5\u00A0kB");
    assertThat(german.bytes(130_000_000_000L)).isEqualTo("130\u00A0GB");
  }

  @Test
  void aDateIsAsExactAsItWasWritten() {
    assertThat(english.date("1791")).isEqualTo("1791");
    assertThat(english.date("2026-11")).isEqualTo("November 2026");
    assertThat(german.date("2026-11-03")).isEqualTo("3. November 2026");
    assertThat(english.date("2026-11-03T10:00:00Z")).isEqualTo("3 November 2026");
    assertThat(english.date("circa 1850")).isEqualTo("circa 1850");
  }

  @Test
  void codesBecomeNamesAndNamesStay() {
    assertThat(german.language("sw")).isEqualTo("Suaheli");
    assertThat(german.place("US")).isEqualTo("Vereinigte Staaten");
    assertThat(english.place("LatinAmerica")).isEqualTo("LatinAmerica");
    assertThat(english.language("mul")).isEqualTo("Several languages");
  }
}
