package org.commonsregistry.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseIriTest {
  private final BaseIri base = new BaseIri("https://commons.example/registry");

  @ParameterizedTest
  @CsvSource({
    "urn:commons:dataset:wikidata, datasets/wikidata",
    "urn:commons:distribution:wikidata:3, distributions/wikidata/3",
    "urn:commons:agent:wikimedia, stewards/wikimedia",
    "urn:commons:category:books, categories/books",
    "urn:commons:categories, categories",
    "urn:commons:statements:wikidata:editors-0a1b2c, statements/wikidata/editors-0a1b2c",
    "urn:commons:node:wikidata:0123456789abcdef-2, nodes/wikidata/0123456789abcdef-2",
    "urn:commons:record:wikidata, records/wikidata"
  })
  void everyKindHasItsFolderAndComesBack(String urn, String path) {
    var address = "https://commons.example/registry/" + path;
    assertThat(base.toPublic(urn)).isEqualTo(address);
    assertThat(base.toUrn(address)).isEqualTo(urn);
  }

  @Property
  void ledgerNamesComeBackUnchanged(@ForAll("urns") String urn) {
    assertThat(base.toUrn(base.toPublic(urn))).isEqualTo(urn);
    assertThat(base.toPublic(urn)).startsWith("https://commons.example/registry/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/datasets/x",
        "urn:isbn:1",
        "https://commons.example/registryx/datasets/a",
        "https://commons.example/registry/about",
        "http://commons.example/registry/datasets/a"
      })
  void everythingElseStaysAsItIs(String iri) {
    assertThat(base.toPublic(iri)).isEqualTo(iri);
    assertThat(base.toUrn(iri)).isEqualTo(iri);
  }

  @ParameterizedTest
  @ValueSource(strings = {"commons.example", "ftp://commons.example/", "urn:x:y", "http:///"})
  void aBaseThatIsNoWebAddressIsRefused(String wrong) {
    assertThatThrownBy(() -> new BaseIri(wrong)).isInstanceOf(IllegalArgumentException.class);
  }

  @Provide
  Arbitrary<String> urns() {
    var name = Arbitraries.strings().withChars("abcz019").ofMinLength(1).ofMaxLength(9);
    return Combinators.combine(Arbitraries.of("dataset", "agent", "category", "record"), name)
        .as((kind, slug) -> "urn:commons:" + kind + ":" + slug);
  }
}
