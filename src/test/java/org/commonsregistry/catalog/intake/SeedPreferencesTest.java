package org.commonsregistry.catalog.intake;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of the seed's signals finds what is wrong; no record needs to have one for that. */
class SeedPreferencesTest {
  private static final Map<String, Object> GOOD =
      Map.of(
          "signal", "content-usage",
          "raw", "train-ai=n, search=y",
          "carrier", "robots.txt",
          "source", "https://a.example/robots.txt",
          "when", "2026-10-02");

  @Test
  void aSignalThatOurReadersReadPasses() {
    assertThatCode(() -> check(GOOD)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "signal | please",
        "raw    | train-ai=maybe",
        "raw    | Train AI: no",
        "source | a page",
        "when   | last year",
        "mood   | stern"
      })
  void aFaultIsFound(String key, String value) {
    var changed = new HashMap<>(GOOD);
    changed.put(key, value);
    assertThatThrownBy(() -> check(changed)).isInstanceOf(AssertionError.class);
  }

  @Test
  void theSameSignalTwiceIsFound() {
    assertThatThrownBy(() -> SeedPreferences.check("a", Map.of("preferences", List.of(GOOD, GOOD))))
        .isInstanceOf(AssertionError.class);
  }

  private static void check(Map<String, Object> preference) {
    SeedPreferences.check("a", Map.of("preferences", List.of(preference)));
  }
}
