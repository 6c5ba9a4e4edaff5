package org.commonsregistry.terms.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.commonsregistry.terms.licence.Recognition.Family;
import org.commonsregistry.terms.licence.Recognition.Licence;
import org.commonsregistry.terms.licence.Recognition.Unknown;
import org.commonsregistry.terms.licence.Recognition.Unstated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicencesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cc-by-4.0 | CC-BY-4.0",
        "CC BY 4.0 | CC-BY-4.0",
        "CC BY-NC-SA 3.0 IGO | CC-BY-NC-SA-3.0-IGO",
        "CC BY-SA-NC 4.0 | CC-BY-NC-SA-4.0",
        "Creative Commons Namensnennung 4.0 International | CC-BY-4.0",
        "Creative Commons Namensnennung - Nicht kommerziell 4.0 | CC-BY-NC-4.0",
        "Licencia Creative Commons Reconocimiento-NoComercial-CompartirIgual 4.0 | CC-BY-NC-SA-4.0",
        "Creative Commons Attribution - Pas d'Utilisation Commerciale 4.0 International | CC-BY-NC-4.0",
        "Creative Commons Attribution 3.0 United States License | CC-BY-3.0-US",
        "CC0 | CC0-1.0",
        "CC0 1.0 Universal (CC0 1.0) Public Domain Dedication | CC0-1.0",
        "Apache License, Version 2.0 | Apache-2.0",
        "Apache 2.0 | Apache-2.0",
        "The MIT License (MIT) | MIT",
        "Expat | MIT",
        "BSD 3-Clause \"New\" or \"Revised\" License | BSD-3-Clause",
        "GPLv3+ | GPL-3.0-or-later",
        "GPL-2.0 | GPL-2.0-only",
        "GNU Lesser General Public License v2.1 or later | LGPL-2.1-or-later",
        "Open Database License (ODbL) v1.0 | ODbL-1.0",
        "Datenlizenz Deutschland – Namensnennung – Version 2.0 | DL-DE-BY-2.0",
        "dl-de/zero-2-0 | DL-DE-ZERO-2.0",
        "Licence Ouverte / Open Licence version 2.0 | etalab-2.0",
        "Open Government Licence v3.0 | OGL-UK-3.0",
        "Norwegian Licence for Open Government Data (NLOD) 2.0 | NLOD-2.0",
        "c-uda | C-UDA-1.0",
        "BSD-2-Clause-FreeBSD | BSD-2-Clause-Views",
        "LicenseRef-NOODL-1.0 | LicenseRef-NOODL-1.0",
      })
  void namesAndIdentifiersLeadToTheLicence(String text, String spdx) {
    assertThat(expression(text, "")).isEqualTo(spdx);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GPL-2+ with LibTool exception | GPL-2.0-or-later WITH Libtool-exception",
        "Apache-2.0 or BSD-3 | Apache-2.0 OR BSD-3-Clause",
        "GPL-2+ or AFL-2.1, and Expat | (AFL-2.1 OR GPL-2.0-or-later) AND MIT",
        "GPL-1+ or Artistic | Artistic-1.0-Perl OR GPL-1.0-or-later",
        "GPL-3+-with-bison-exception | GPL-3.0-or-later WITH Bison-exception-2.2",
        "mit or (apache-2.0 and bsd-2-clause) | Apache-2.0 AND BSD-2-Clause OR MIT",
        "MIT AND MIT | MIT",
        "Apache-2.0+ | Apache-2.0+",
        "GPL-2.0-only WITH Classpath-exception-2.0 | GPL-2.0-only WITH Classpath-exception-2.0",
      })
  void expressionsAreReadAndWrittenCanonically(String text, String spdx) {
    assertThat(expression(text, "")).isEqualTo(spdx);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://creativecommons.org/licenses/by-sa/3.0/de/ | CC-BY-SA-3.0-DE",
        "https://creativecommons.org/licenses/by-nc-nd/4.0/legalcode.txt | CC-BY-NC-ND-4.0",
        "https://creativecommons.org/licenses/by/4.0/deed.es | CC-BY-4.0",
        "https://creativecommons.org/publicdomain/zero/1.0/?ref=chooser-v1 | CC0-1.0",
        "https://creativecommons.org/publicdomain/mark/1.0/ | CC-PDM-1.0",
        "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0 | CC-BY-4.0",
        "http://publications.europa.eu/resource/authority/licence/CC_BYNCSA_4_0 | CC-BY-NC-SA-4.0",
        "http://publications.europa.eu/resource/authority/licence/CC0 | CC0-1.0",
        "http://publications.europa.eu/resource/authority/licence/OGL_3_0 | OGL-UK-3.0",
        "http://publications.europa.eu/resource/authority/licence/NLOD_2_0 | NLOD-2.0",
        "http://publications.europa.eu/resource/authority/licence/ODC_BL | ODbL-1.0",
        "http://publications.europa.eu/resource/authority/licence/ODC_PDDL | PDDL-1.0",
        "https://spdx.org/licenses/CC-BY-NC-SA-4.0.html | CC-BY-NC-SA-4.0",
        "https://choosealicense.com/licenses/mit/ | MIT",
        "https://opensource.org/license/apache-2-0 | Apache-2.0",
        "https://opensource.org/licenses/MPL-2.0 | MPL-2.0",
        "https://www.apache.org/licenses/LICENSE-2.0.txt | Apache-2.0",
        "https://www.govdata.de/dl-de/by-2-0 | DL-DE-BY-2.0",
        "http://dcat-ap.de/def/licenses/dl-zero-de/2.0 | DL-DE-ZERO-2.0",
        "https://data.norge.no/nlod/no/2.0 | NLOD-2.0",
        "http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/ | OGL-UK-3.0",
        "https://opendatacommons.org/licenses/odbl/1-0/ | ODbL-1.0",
      })
  void anAddressIsTheLicenceItself(String address, String spdx) {
    assertThat(expression(address, "")).isEqualTo(spdx);
    assertThat(expression("see there", address)).isEqualTo(spdx);
    assertThat(((Licence) Licences.recognise("", address)).confidence())
        .isEqualTo(Confidence.EXACT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CC BY | by",
        "cc-by-nc-sa | by-nc-sa",
        "CC BY-ND 2.0 KR | by-nd",
        "https://creativecommons.org/licenses/by/2.5/ar | by",
        "CDLA-Permissive | permissive-data",
        "BSD | software-permissive",
        "GPL | software-copyleft",
        "GPL-2+ with Autoconf exception | software-copyleft",
        "https://www.gnu.org/licenses/gpl-3.0.html | software-copyleft",
        "gfdl | by-sa",
        "bigscience-openrail-m | responsible-ai",
        "OpenAI | platform-terms",
        "Academic Research Purposes Only | academic",
        "NOODL | tiered",
        "Kaitiakitanga License | guardianship",
        "All rights reserved | in-copyright",
        "http://rightsstatements.org/vocab/InC/1.0/ | in-copyright",
        "https://rightsstatements.org/page/InC-EDU/1.0/?language=en | academic",
        "http://rightsstatements.org/vocab/NoC-US/1.0/ | public-domain",
        "Public domain in the USA. | public-domain",
        "17 U.S.C. § 105 (US government work) | official-work",
        "§ 5 UrhG (official work) | official-work",
        "Italian Open Data License v2.0 | by",
        "KOGL Type 1 | by",
        "MIT / Apache-2.0 | software-permissive",
        "Italian Open Data License (IODL 2.0) / CC-BY 4.0 | by",
      })
  void aNameThatSeveralLicencesShareLeadsToTheFamilyOnly(String text, String family) {
    assertThat(Licences.recognise(text, ""))
        .isInstanceOfSatisfying(
            Family.class, found -> assertThat(found.family().token()).isEqualTo(family));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Creative Commons",
        "Creative Commons licence by the author",
        "Creative Commons Non-Commercial 4.0",
        "CC BY-SA-ND 4.0",
        "CC BY 7.0",
        "open",
        "Public",
        "MIT-like",
        "BSD-style",
        "BSD-3-clause-pcre",
        "DONT-CHANGE-THE-GPL",
        "not MIT",
        "CC BY 4.0?",
        "probably CC BY 4.0",
        "similar to CC-BY-4.0",
        "korea-ogl",
        "Open Government Licence – Burnaby",
        "Open Government Licence",
        "Open Data License (Romanian Government)",
        "BSL",
        "Intel",
        "fair",
        "CC-BY-4.0 for the text; images all rights reserved",
        "The text is under CC BY 4.0. The photos belong to the museum.",
        "ODC-By v1.0 for imaging data and BSD 3-Clause for CPAC, unless otherwise specified",
        "All the code is [MIT](https://choosealicense.com/licenses/mit/) licensed, the data is not",
        "[CC-BY-SA 4.0 International](https://creativecommons.org/licenses/by/4.0/)",
        "CC BY-NC, see https://creativecommons.org/licenses/by/4.0/",
        "CC BY 4.0, for non-commercial use",
        "CC BY 4.0 and the terms of use of the portal",
        "CC0, attribution required",
        "CC BY 4.0 unless otherwise noted",
        "CC BY 4.0 and Foo-1.0",
        "CC0, CC-BY",
        "Public domain or CC BY",
        "Data licence varies by dataset (mostly CC BY 4.0)",
        "Released under the Foo Data License, not under CC BY 4.0",
        "https://creativecommons.org/",
        "https://evil.example/creativecommons.org/licenses/by/4.0/",
        "https://creativecommons.org/licenses/by/9.9/",
        "https://creativecommons.org/licenses/nc/4.0/",
        "http://publications.europa.eu/resource/authority/licence/PSEUL",
        "http://rightsstatements.org/vocab/NoC-CR/1.0/",
        "There are no restrictions on the use of this data.",
      })
  void whatIsNotCertainIsUnknown(String text) {
    assertThat(Licences.recognise(text, "")).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "This work is licensed under a Creative Commons Attribution 4.0 International License. | CC-BY-4.0",
        "The data is released under the [PDDL-1.0](https://spdx.org/licenses/PDDL-1.0.html). | PDDL-1.0",
        "Released under the terms and conditions of the CC BY 4.0 license | CC-BY-4.0",
        "CC-BY-4.0. Attribution required for scientific papers. | CC-BY-4.0",
        "Creative Commons CC0 license (\"no rights reserved\"). | CC0-1.0",
      })
  void aSentenceWithOneLicenceAndNothingAgainstItIsReadWithLessConfidence(
      String text, String spdx) {
    assertThat(expression(text, "")).isEqualTo(spdx);
    assertThat(((Licence) Licences.recognise(text, "")).confidence())
        .isEqualTo(Confidence.INFERRED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "unknown",
        "Unspecified",
        "No License",
        "NOASSERTION",
        "n/a",
        "TBD",
        "keine Angabe"
      })
  void nothingStatedIsNeverAPermission(String text) {
    assertThat(Licences.recognise(text, "")).isInstanceOf(Unstated.class);
    assertThat(Licences.recognise(text, "").filedUnder())
        .containsExactly(LicenceFamily.UNSPECIFIED);
  }

  @Test
  void wordsAndAddressTogetherSayTheMoreExactThing() {
    var address = "https://creativecommons.org/licenses/by/4.0/";
    assertThat(expression("CC BY", address)).isEqualTo("CC-BY-4.0");
    assertThat(expression("unknown", address)).isEqualTo("CC-BY-4.0");
    assertThat(expression("CC-BY-4.0", "https://example.org/terms")).isEqualTo("CC-BY-4.0");
  }

  @Test
  void wordsAndAddressThatContradictEachOtherLeadNowhere() {
    var address = "https://creativecommons.org/licenses/by/4.0/";
    for (var words :
        List.of(
            "CC BY-NC 4.0",
            "MIT",
            "NVIDIA Dataset License",
            "All rights reserved",
            "For non-commercial use only")) {
      assertThat(Licences.recognise(words, address)).as(words).isInstanceOf(Unknown.class);
      assertThat(Licences.recognise(words, address).reason()).contains("CC-BY-4.0");
    }
    assertThat(Licences.recognise("CC BY 3.0", address).filedUnder())
        .as("the family is beyond doubt")
        .containsExactly(LicenceFamily.BY);
    assertThat(Licences.recognise("ODC-By-1.0", address)).isInstanceOf(Family.class);
  }

  @Test
  void theReasonSaysWhatMatchedWhat() {
    assertThat(Licences.recognise("Expat", "").reason()).contains("“Expat”", "MIT");
    assertThat(Licences.recognise("MIT-like", "").reason()).contains("like");
    assertThat(Licences.recognise("CC BY 4.0 unless otherwise noted", "").reason())
        .contains("“unless”");
  }

  @Test
  void anExpressionHasTheFamiliesOfAllItsLicences() {
    assertThat(Licences.recognise("MIT OR GPL-3.0-only", "").filedUnder())
        .isEqualTo(Set.of(LicenceFamily.SOFTWARE_PERMISSIVE, LicenceFamily.SOFTWARE_COPYLEFT));
    assertThat(Licences.recognise("WordNet", ""))
        .isInstanceOfSatisfying(
            Licence.class, found -> assertThat(found.families()).as("listed, no family").isEmpty());
    assertThat(Licences.recognise("WordNet", "").filedUnder())
        .containsExactly(LicenceFamily.UNRECOGNISED);
  }

  @Test
  void aVeryLongTextIsNotRead() {
    assertThat(Licences.recognise("CC BY 4.0 ".repeat(500), "")).isInstanceOf(Unknown.class);
  }

  private static String expression(String text, String iri) {
    return Licences.recognise(text, iri) instanceof Licence licence
        ? licence.expression().text()
        : Licences.recognise(text, iri).toString();
  }
}
