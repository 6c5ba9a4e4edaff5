package org.commonsregistry.terms.licence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicencesTest {
  @ParameterizedTest
  @CsvSource({
    "CC0-1.0, cc0",
    "PDDL-1.0, cc0",
    "CC-PDM-1.0, public-domain",
    "Public domain in the USA., public-domain",
    "§ 5 UrhG (official work), official-work",
    "17 U.S.C. § 105 (US government work), official-work",
    "CC-BY-4.0, by",
    "cc-by-3.0, by",
    "CC BY 4.0, by",
    "Creative Commons Attribution 4.0 International, by",
    "OGL-UK-3.0, by",
    "CC-BY-SA-4.0, by-sa",
    "CC BY-SA 3.0, by-sa",
    "ODbL-1.0, by-sa",
    "GFDL-1.3-or-later, by-sa",
    "CC-BY-ND-4.0, by-nd",
    "CC-BY-NC-4.0, by-nc",
    "CC BY-NC-SA 4.0, by-nc",
    "cc-by-nc-nd-4.0, by-nc",
    "MIT License, software-permissive",
    "Apache License 2.0, software-permissive",
    "GPL-3.0-or-later, software-copyleft",
    "bigscience-openrail-m, responsible-ai",
    "unknown, unspecified",
    "Unspecified, unspecified",
  })
  void exactNamesAreRecognised(String text, String family) {
    assertThat(token(text, "")).isEqualTo(family);
  }

  @ParameterizedTest
  @CsvSource({
    "https://creativecommons.org/licenses/by/4.0/, by",
    "http://creativecommons.org/licenses/by-sa/3.0/de/, by-sa",
    "https://creativecommons.org/licenses/by-nc-nd/4.0/legalcode, by-nc",
    "https://creativecommons.org/publicdomain/zero/1.0/, cc0",
    "https://creativecommons.org/publicdomain/mark/1.0/, public-domain",
    "https://opendatacommons.org/licenses/odbl/1-0/, by-sa",
    "https://www.apache.org/licenses/LICENSE-2.0, software-permissive",
  })
  void addressesDecide(String address, String family) {
    assertThat(token("see there", address)).isEqualTo(family);
    assertThat(token(address, "")).isEqualTo(family);
  }

  @ParameterizedTest
  @CsvSource({
    "Creative Commons",
    "CC",
    "open",
    "free for research",
    "CC-BY-4.0 for the text; images all rights reserved",
    "CC-BY-4.0 AND CC-BY-NC-4.0",
    "not MIT",
    "https://creativecommons.org/",
    "https://evil.example/creativecommons.org/licenses/by/4.0/",
  })
  void whatOnlyResemblesALicenceIsNotOne(String text) {
    assertThat(only(text, "")).isEqualTo(LicenceFamily.UNRECOGNISED);
  }

  @Test
  void nothingStatedIsNeverAFamilyThatPermits() {
    assertThat(only("", "")).isEqualTo(LicenceFamily.UNSPECIFIED);
    assertThat(only(" ", "")).isEqualTo(LicenceFamily.UNSPECIFIED);
  }

  private static LicenceFamily only(String text, String iri) {
    return Licences.recognise(text, iri).filedUnder().iterator().next();
  }

  private static String token(String text, String iri) {
    return only(text, iri).token();
  }
}
