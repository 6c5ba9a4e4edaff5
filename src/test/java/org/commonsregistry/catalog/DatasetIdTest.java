package org.commonsregistry.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetIdTest {
  @Property
  void aSlugIsWhatItsPatternSays(@ForAll("slugs") String text) {
    assertThat(DatasetId.valid(text))
        .isEqualTo(text.length() <= 100 && text.matches("[a-z0-9](-?[a-z0-9])+"));
  }

  @Property
  void whatANameSuggestsIsValidAndAsDescribed(@ForAll String name) {
    var ascii =
        Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replace("ß", "ss")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    var described = ascii.length() > 100 ? ascii.substring(0, 100).replaceAll("-$", "") : ascii;
    assertThat(DatasetId.suggestedBy(name).map(DatasetId::slug).orElse(""))
        .isEqualTo(DatasetId.valid(described) ? described : "");
  }

  @ParameterizedTest
  @CsvSource({
    "Größe & Maß, grosse-mass",
    "  Ünïcode!! , unicode",
    "a--b__c, a-b-c",
    "hf:squad_v2, hf-squad-v2"
  })
  void accentsGoAndEverythingElseBecomesAHyphen(String name, String slug) {
    assertThat(DatasetId.suggestedBy(name)).contains(new DatasetId(slug));
  }

  @Provide
  Arbitrary<String> slugs() {
    return Arbitraries.strings().withChars("ab0-_A").ofMaxLength(8);
  }
}
