package org.commonsregistry.terms.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.commonsregistry.terms.licence.LicenceExpression.Id;
import org.commonsregistry.terms.licence.LicenceExpression.With;

class LicencesPropertiesTest {
  private static final List<LicenceExpression> SIMPLE = simple();

  @Property(tries = 300)
  void everyTextHasAnAnswer(@ForAll @StringLength(max = 10_000) String text, @ForAll String iri) {
    assertThat(Licences.recognise(text, iri).reason()).isNotBlank();
    assertThat(Licences.recognise(text, iri).filedUnder()).isNotEmpty();
  }

  @Property(tries = 500)
  void everyRowOfLicenceWordsHasAnAnswer(@ForAll("rows") String text) {
    assertThat(Licences.recognise(text, "").reason()).isNotBlank();
  }

  @Property(tries = 1000)
  void theCanonicalTextMeansTheSameAgain(@ForAll("expressions") LicenceExpression expression) {
    assertThat(Licences.recognise(expression.text(), ""))
        .isInstanceOfSatisfying(
            Recognition.Licence.class,
            found -> {
              assertThat(found.expression()).isEqualTo(expression);
              assertThat(found.confidence()).isEqualTo(Confidence.EXACT);
            });
  }

  @Property(tries = 500)
  void caseAndSpaceMakeNoDifference(@ForAll("rows") String text) {
    var plain = outcome(text);
    assertThat(outcome(text.toUpperCase(Locale.ROOT))).isEqualTo(plain);
    assertThat(outcome("  " + text.replace(" ", " \t ") + "\n")).isEqualTo(plain);
  }

  @Provide
  Arbitrary<String> rows() {
    return Arbitraries.of(
            "CC BY",
            "CC-BY-NC",
            "4.0",
            "Creative Commons",
            "MIT",
            "license",
            "licensed under",
            "GPL-2+",
            "with",
            "or",
            "and",
            "(",
            ")",
            ",",
            "unless",
            "Apache",
            "2.0",
            "the",
            "data",
            "https://creativecommons.org/licenses/by/4.0/",
            "public domain",
            "-",
            "[x](y)",
            "version",
            "3",
            "International",
            "attribution",
            "ODbL",
            "not",
            "BSD-3-Clause")
        .list()
        .ofMaxSize(12)
        .map(words -> String.join(" ", words));
  }

  @Provide
  Arbitrary<LicenceExpression> expressions() {
    return Arbitraries.recursive(
        () -> Arbitraries.of(SIMPLE),
        inner ->
            inner
                .list()
                .ofMinSize(2)
                .ofMaxSize(3)
                .flatMap(
                    parts ->
                        Arbitraries.of(true, false)
                            .map(
                                both ->
                                    both
                                        ? LicenceExpression.and(parts)
                                        : LicenceExpression.or(parts))),
        0,
        3);
  }

  /** The outcome without its reason, which quotes the text. */
  private static String outcome(String text) {
    return switch (Licences.recognise(text, "")) {
      case Recognition.Licence licence -> licence.expression().text() + licence.confidence();
      case Recognition.Family family -> family.family().token() + family.confidence();
      case Recognition.Unstated _ -> "unstated";
      case Recognition.Unknown _ -> "unknown";
    };
  }

  private static List<LicenceExpression> simple() {
    var list = new SpdxList();
    var simple = new ArrayList<LicenceExpression>();
    for (var listed : list.licences()) {
      var recognised = Licences.recognise(listed.id(), "");
      if (recognised instanceof Recognition.Licence licence) {
        simple.add(licence.expression());
      }
    }
    simple.add(new Id("Apache-2.0", true));
    for (var listed : list.exceptions()) {
      simple.add(new With(new Id("GPL-3.0-or-later", false), listed.id()));
    }
    return List.copyOf(simple);
  }
}
