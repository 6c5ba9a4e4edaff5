package org.commonsregistry.web;

import io.micronaut.http.HttpParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchQuery;
import org.commonsregistry.search.SearchQuery.Sort;
import org.commonsregistry.search.TermsFilter;
import org.commonsregistry.search.TermsParameters;

/**
 * A search as its address says it. Every change gives another address and begins again at the first
 * page. Immutable.
 *
 * @param text what was typed, may be empty
 * @param filters chosen values
 * @param terms what one wants to do with what is found
 * @param sort order
 * @param after cursor of the page before, empty on the first
 * @param open the facet whose values are all shown
 * @param within what the values of that facet must contain, may be empty
 */
record SearchAddress(
    String text,
    Map<FacetField, Set<String>> filters,
    Optional<TermsFilter> terms,
    Sort sort,
    String after,
    Optional<FacetField> open,
    String within) {
  private static final int MOST_VALUES = 50;

  static SearchAddress of(HttpParameters parameters) {
    var filters = new EnumMap<FacetField, Set<String>>(FacetField.class);
    for (var field : FacetField.values()) {
      var values = new LinkedHashSet<String>();
      parameters.getAll(field.parameter()).stream()
          .filter(value -> !value.isBlank())
          .limit(MOST_VALUES)
          .forEach(values::add);
      if (!values.isEmpty()) {
        filters.put(field, values);
      }
    }
    return new SearchAddress(
        parameters.getFirst("q").orElse("").strip(),
        filters,
        TermsParameters.read(parameters),
        sort(parameters.getFirst("sort").orElse("")),
        parameters.getFirst("after").orElse(""),
        parameters.getFirst("open").flatMap(FacetField::of),
        parameters.getFirst("within").orElse("").strip());
  }

  static SearchAddress empty() {
    return new SearchAddress(
        "", Map.of(), Optional.empty(), Sort.RELEVANCE, "", Optional.empty(), "");
  }

  private static Sort sort(String token) {
    for (var sort : Sort.values()) {
      if (sort.name().toLowerCase(Locale.ROOT).equals(token)) {
        return sort;
      }
    }
    return Sort.RELEVANCE;
  }

  SearchQuery query(int limit, int facetLimit) {
    return new SearchQuery(
        text,
        filters,
        terms,
        sort,
        after.isEmpty() ? Optional.empty() : Optional.of(after),
        limit,
        facetLimit);
  }

  boolean has(FacetField field, String value) {
    return filters.getOrDefault(field, Set.of()).contains(value);
  }

  SearchAddress with(FacetField field, String value) {
    return changed(field, value, true);
  }

  SearchAddress without(FacetField field, String value) {
    return changed(field, value, false);
  }

  SearchAddress withoutFilters() {
    return new SearchAddress(text, Map.of(), Optional.empty(), sort, "", Optional.empty(), "");
  }

  SearchAddress asking(Optional<TermsFilter> newTerms) {
    return new SearchAddress(text, filters, newTerms, sort, "", open, within);
  }

  SearchAddress searching(String newText) {
    return new SearchAddress(newText, filters, terms, sort, "", open, within);
  }

  SearchAddress sortedBy(Sort newSort) {
    return new SearchAddress(text, filters, terms, newSort, "", open, within);
  }

  SearchAddress after(String cursor) {
    return new SearchAddress(text, filters, terms, sort, cursor, open, within);
  }

  SearchAddress opening(Optional<FacetField> field) {
    return new SearchAddress(text, filters, terms, sort, "", field, "");
  }

  /** Only what decides the results: for feeds and the API. */
  String parameters() {
    return join(false);
  }

  /** As an address below a path. */
  String at(String path) {
    var parameters = join(true);
    return parameters.isEmpty() ? path : path + "?" + parameters;
  }

  private String join(boolean all) {
    var joiner = new StringJoiner("&");
    add(joiner, "q", text);
    filters.forEach((field, values) -> values.forEach(v -> add(joiner, field.parameter(), v)));
    terms
        .map(TermsParameters::write)
        .orElse(List.of())
        .forEach(part -> add(joiner, part.getKey(), part.getValue()));
    add(joiner, "sort", sort == Sort.RELEVANCE ? "" : sort.name().toLowerCase(Locale.ROOT));
    if (all) {
      add(joiner, "after", after);
      add(joiner, "open", open.map(FacetField::parameter).orElse(""));
      add(joiner, "within", within);
    }
    return joiner.toString();
  }

  private static void add(StringJoiner joiner, String name, String value) {
    if (!value.isEmpty()) {
      joiner.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private SearchAddress changed(FacetField field, String value, boolean chosen) {
    var changed = new EnumMap<FacetField, Set<String>>(FacetField.class);
    filters.forEach((f, values) -> changed.put(f, new LinkedHashSet<>(values)));
    var values = changed.computeIfAbsent(field, f -> new LinkedHashSet<>());
    if (chosen) {
      values.add(value);
    } else {
      values.remove(value);
    }
    if (values.isEmpty()) {
      changed.remove(field);
    }
    return new SearchAddress(text, changed, terms, sort, "", open, within);
  }
}
