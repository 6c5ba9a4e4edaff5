package org.commonsregistry.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepresentationTest {
  private static final List<Representation> OFFERED =
      List.of(Representation.HTML, Representation.TURTLE, Representation.JSON_LD);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/turtle | TURTLE",
        "TEXT/Turtle | TURTLE",
        "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' | HTML",
        "application/ld+json;q=0.9, text/turtle;q=0.8 | JSON_LD",
        "'text/turtle;q=0.2, application/*;q=0.5, */*;q=0.1' | HTML",
        "application/ld+json | JSON_LD",
        "application/ld+json; profile=\"x\" | JSON_LD",
        "text/*;q=0.5, text/html;q=0.1 | TURTLE",
        "*/* | HTML",
        "* | HTML",
        "'' | HTML",
        ";;; , q=, / | HTML",
        "text/turtle;q=abc | TURTLE",
        "text/turtle;q=NaN, */*;q=0.1 | HTML",
      })
  void followsTheClientsPreference(String header, Representation expected) {
    assertThat(Representation.negotiate(header, OFFERED)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"image/png", "text/turtle;q=0", "text/turtle;q=-1"})
  void findsNothingWhenNothingIsAccepted(String header) {
    assertThat(Representation.negotiate(header, OFFERED)).isEmpty();
  }

  @Property
  void anyHeaderGetsAnAnswerWithoutFailing(@ForAll @CharRange(from = ' ', to = '~') String header) {
    assertThat(Representation.negotiate(header, OFFERED)).isNotNull();
  }

  @Test
  void aKnownSuffixIsTakenOffThePath() {
    assertThat(Representation.fromPath("/datasets/wikidata.jsonld"))
        .isEqualTo(
            new Representation.Suffixed(
                "/datasets/wikidata", java.util.Optional.of(Representation.JSON_LD)));
  }

  @Test
  void anUnknownSuffixBelongsToTheName() {
    assertThat(Representation.fromPath("c4.en").path()).isEqualTo("c4.en");
    assertThat(Representation.fromPath(".ttl").representation()).isEmpty();
  }
}
