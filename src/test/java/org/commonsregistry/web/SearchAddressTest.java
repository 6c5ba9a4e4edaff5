package org.commonsregistry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchQuery.Sort;
import org.junit.jupiter.api.Test;

class SearchAddressTest {
  private final SearchAddress address = SearchAddress.empty().searching("court & law");

  @Test
  void theAddressHoldsTheWholeState() {
    assertThat(
            address
                .with(FacetField.LICENCE, "CC0")
                .with(FacetField.LANGUAGE, "pt-BR")
                .sortedBy(Sort.NEWEST)
                .at("/search"))
        .isEqualTo("/search?q=court+%26+law&licence=CC0&language=pt-BR&sort=newest");
  }

  @Test
  void aChangeBeginsAgainAtTheFirstPage() {
    assertThat(address.after("abc").with(FacetField.YEAR, "2020").at("/search"))
        .doesNotContain("after");
  }

  @Test
  void takingTheLastValueOfAFilterAwayLeavesNoTrace() {
    var narrowed = address.with(FacetField.LICENCE, "CC0");
    assertThat(narrowed.without(FacetField.LICENCE, "CC0")).isEqualTo(address);
    assertThat(narrowed.has(FacetField.LICENCE, "CC0")).isTrue();
  }

  @Test
  void feedsAndDataGetOnlyWhatDecidesTheResults() {
    assertThat(address.opening(Optional.of(FacetField.STEWARD)).after("x").parameters())
        .isEqualTo("q=court+%26+law");
  }
}
