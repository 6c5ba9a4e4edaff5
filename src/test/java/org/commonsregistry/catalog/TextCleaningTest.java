package org.commonsregistry.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCleaningTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "write to a.b+c@example.org now|write to (address removed) now",
        "<someone@mail.example.co.uk>|<(address removed)>",
        "a@b.de,c@d.fr|(address removed),(address removed)",
        "a@b.de.|(address removed).",
        "twitter @someone|twitter @someone",
        "x @ y.z|x @ y.z",
        "me@localhost|me@localhost",
        "a@@b.c|a@@b.c",
        "https://host/@user/x.y|https://host/@user/x.y"
      })
  void addressesOfPersonsAreMasked(String text, String clean) {
    assertThat(TextCleaning.clean(text)).isEqualTo(clean);
  }

  @Property
  void whatIsLeftHasNoControlsAndNoHalfCharacters(@ForAll String text) {
    var clean = TextCleaning.clean(text);
    clean
        .codePoints()
        .forEach(
            c -> assertThat(c >= 0x20 && c != 0x7F || c == '\n' || c == '\t').as("%x", c).isTrue());
    assertThat(clean.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
    assertThat(TextCleaning.clean(clean)).isEqualTo(clean);
  }
}
