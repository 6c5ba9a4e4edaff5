package org.commonsregistry.web;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.commonsregistry.ruleset.Zone;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchResult;
import org.commonsregistry.search.SearchResult.FacetCount;
import org.commonsregistry.search.TermsFilter;

/** Lays out the facets of a search result. */
@Singleton
final class Facets {
  /** Values asked from the index, so that chosen ones further down are among them. */
  static final int ASKED = 200;

  static final int ASKED_WHEN_OPEN = 10_000;
  private static final int SHOWN = 10;
  private static final int SHOWN_WHEN_OPEN = 1_000;
  private static final Set<FacetField> OPEN_AT_FIRST =
      EnumSet.of(FacetField.ZONE, FacetField.LICENCE, FacetField.CATEGORY, FacetField.LANGUAGE);

  private final FacetLabels labels;

  Facets(FacetLabels labels) {
    this.labels = labels;
  }

  List<Facet> of(Page page, SearchAddress address, SearchResult result) {
    // Series are reached from their own pages; here one only shows when it was chosen there.
    return Arrays.stream(FacetField.values())
        .filter(field -> field != FacetField.SERIES || address.filters().containsKey(field))
        .map(field -> facet(page, address, field, result.facets().getOrDefault(field, List.of())))
        .toList();
  }

  private Facet facet(Page page, SearchAddress address, FacetField field, List<FacetCount> counts) {
    var expanded = address.open().filter(field::equals).isPresent();
    var chosen = address.filters().getOrDefault(field, Set.of());
    var values = values(page, address, field, counts);
    var shown = expanded ? narrowed(values, address.within()) : first(values);
    return new Facet(
        field.parameter(),
        label(page, address, field),
        OPEN_AT_FIRST.contains(field) || expanded || !chosen.isEmpty(),
        expanded,
        expanded ? address.within() : "",
        expanded ? Fields.of(address.opening(Optional.of(field))) : List.of(),
        shown,
        !expanded && shown.size() < values.size()
            ? Optional.of(href(address.opening(Optional.of(field)), field))
            : Optional.empty(),
        expanded ? Optional.of(href(address.opening(Optional.empty()), field)) : Optional.empty());
  }

  private List<Facet.Value> values(
      Page page, SearchAddress address, FacetField field, List<FacetCount> counts) {
    var all = new ArrayList<>(counts);
    for (var value : address.filters().getOrDefault(field, Set.of())) {
      if (counts.stream().noneMatch(count -> count.value().equals(value))) {
        all.add(new FacetCount(value, 0));
      }
    }
    if (field == FacetField.YEAR) {
      all.sort(Comparator.comparing(FacetCount::value).reversed());
    } else if (field == FacetField.ZONE) {
      all.sort(Comparator.comparing(count -> Zone.of(count.value()).orElse(Zone.UNDETERMINED)));
    }
    var names = labels.of(page, field, all.stream().map(FacetCount::value).toList());
    return all.stream()
        .map(
            count -> {
              var chosen = address.has(field, count.value());
              var target =
                  chosen
                      ? address.without(field, count.value())
                      : address.with(field, count.value());
              return new Facet.Value(
                  names.getOrDefault(count.value(), count.value()),
                  hint(page, field, count.value()),
                  count.count(),
                  chosen,
                  target.at("/search"));
            })
        .toList();
  }

  /** Of a place where one is asked for: zones differ from country to country. */
  private static String label(Page page, SearchAddress address, FacetField field) {
    var place = address.terms().flatMap(TermsFilter::place);
    return field == FacetField.ZONE && place.isPresent()
        ? page.t("facet.zone.at", TermsForms.country(page, place.get()))
        : page.t("facet." + field.parameter());
  }

  private static String hint(Page page, FacetField field, String value) {
    return field == FacetField.ZONE
        ? page.settings().messages().find("zone." + value + ".hint").orElse("")
        : "";
  }

  private static List<Facet.Value> first(List<Facet.Value> values) {
    var shown = new ArrayList<>(values.subList(0, Math.min(SHOWN, values.size())));
    values.stream().skip(SHOWN).filter(Facet.Value::chosen).forEach(shown::add);
    return shown;
  }

  private static List<Facet.Value> narrowed(List<Facet.Value> values, String within) {
    var wanted = within.toLowerCase(Locale.ROOT);
    return values.stream()
        .filter(v -> v.chosen() || v.label().toLowerCase(Locale.ROOT).contains(wanted))
        .limit(SHOWN_WHEN_OPEN)
        .toList();
  }

  private static String href(SearchAddress address, FacetField field) {
    return address.at("/search") + "#facet-" + field.parameter();
  }
}
