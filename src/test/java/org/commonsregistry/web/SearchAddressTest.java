package org.commonsregistry.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchQuery.Sort;
import org.commonsregistry.search.TermsFilter;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Use;
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
  void theAddressSaysWhatOneWantsToDo() {
    var terms =
        new TermsFilter(
            Place.of("DE"),
            Optional.of(Use.TRAIN),
            Actor.COMMERCIAL,
            Set.of("share-alike", "attribute"));
    var asking = address.asking(Optional.of(terms));
    var parameters =
        "q=court+%26+law&use=train&actor=commercial&place=DE&without=attribute"
            + "&without=share-alike";
    assertThat(asking.at("/search")).isEqualTo("/search?" + parameters);
    assertThat(asking.parameters()).isEqualTo(parameters);
    assertThat(asking.with(FacetField.ZONE, "commons").terms()).contains(terms);
    assertThat(asking.withoutFilters()).isEqualTo(address);
  }

  @Test
  void feedsAndDataGetOnlyWhatDecidesTheResults() {
    assertThat(address.opening(Optional.of(FacetField.STEWARD)).after("x").parameters())
        .isEqualTo("q=court+%26+law");
  }
}
