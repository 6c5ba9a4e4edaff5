package org.commonsregistry.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifeDatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Dickens, Charles, 1812-1870; 1870",
        "Goldsmith, Oliver, 1730?-1774; 1774",
        "Balzac, Honoré de, 1799-1850|Bell, Clara, 1834-1927 [Translator]; 1927",
        "Bede, the Venerable, 673-735; 735",
        "Somebody, -1870; 1870"
      })
  void theLastCertainDeathCounts(String creators, int year) {
    assertThat(LifeDates.lastDeath(List.of(creators.split("\\|")))).hasValue(year);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dickens, Charles, 1812?-1870?",
        "Bierce, Ambrose, 1842-1914?",
        "Assange, Julian, 1971-",
        "Somebody, 1861?-",
        "Plato, 428? BCE-348? BCE",
        "Caesar, Julius, 100 BCE-44 BCE",
        "Chrétien, de Troyes, active 12th century",
        "Adlington, William, active 1566",
        "Hope, Laura Lee",
        "Anonymous",
        "Various",
        "United States. Congress",
        "Swapped, Years, 1870-1812",
        "A House, 1700-1900",
        "Morley, Henry, 1822-1894 [Editor]",
        "Dickens, Charles, 1812-1870|Whitcomb, Harriet",
        "Dickens, Charles, 1812-1870|Vaknin, Samuel, 1961- [Editor]"
      })
  void whatIsNotCertainForEverybodyIsLeftOpen(String creators) {
    assertThat(LifeDates.lastDeath(List.of(creators.split("\\|")))).isEmpty();
  }

  @Test
  void nobodyHasNoYear() {
    assertThat(LifeDates.lastDeath(List.of())).isEmpty();
  }

  @Property
  void noCreatorOutlivesTheAnswer(
      @ForAll List<@IntRange(min = 1000, max = 2020) Integer> deaths,
      @ForAll @IntRange(min = 1, max = 120) int life) {
    var creators = deaths.stream().map(d -> "A, B, " + (d - life) + "-" + d).toList();
    var expected = Arrays.stream(deaths.stream().mapToInt(d -> d).toArray()).max();
    assertThat(LifeDates.lastDeath(creators)).isEqualTo(expected);
  }
}
