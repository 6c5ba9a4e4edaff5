package org.commonsregistry.search;

import io.micronaut.http.HttpParameters;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.search.SearchQuery.Sort;

/**
 * The parameters of a search request, read strictly: a program that misspells a parameter learns it
 * at once instead of getting another answer than it asked for. Immutable.
 */
final class SearchParameters {
  private static final int MOST_VALUES = 50;
  private static final Set<String> OTHERS = Set.of("q", "sort", "after", "limit", "facets");

  private final HttpParameters parameters;

  private SearchParameters(HttpParameters parameters) {
    this.parameters = parameters;
  }

  static SearchParameters of(HttpParameters parameters) {
    for (var name : parameters.names()) {
      if (!OTHERS.contains(name)
          && !TermsParameters.NAMES.contains(name)
          && FacetField.of(name).isEmpty()) {
        var known = new TreeSet<>(OTHERS);
        known.addAll(TermsParameters.NAMES);
        Arrays.stream(FacetField.values()).map(FacetField::parameter).forEach(known::add);
        throw ProblemException.badRequest("There is no parameter '" + name + "'.")
            .expected("one of " + String.join(", ", known))
            .received(name);
      }
    }
    return new SearchParameters(parameters);
  }

  SearchQuery query() {
    return new SearchQuery(
        text(),
        filters(),
        TermsParameters.read(parameters),
        sort(),
        single("after"),
        number("limit", 1, SearchQuery.MOST, 20),
        number("facets", 0, 1_000, 12));
  }

  String text() {
    var text = single("q").orElse("");
    if (text.length() > SearchQuery.LONGEST_TEXT) {
      throw invalid(
          "q",
          "at most " + SearchQuery.LONGEST_TEXT + " characters",
          text.length() + " characters");
    }
    return text;
  }

  int number(String name, int least, int most, int otherwise) {
    var written = single(name);
    if (written.isEmpty()) {
      return otherwise;
    }
    try {
      var number = Integer.parseInt(written.get());
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused like a number out of range.
    }
    throw invalid(name, "a whole number from " + least + " to " + most, written.get());
  }

  private Sort sort() {
    var written = single("sort").orElse("relevance");
    return Arrays.stream(Sort.values())
        .filter(sort -> token(sort).equals(written))
        .findFirst()
        .orElseThrow(
            () ->
                invalid(
                    "sort",
                    "one of " + Arrays.stream(Sort.values()).map(SearchParameters::token).toList(),
                    written));
  }

  private Map<FacetField, Set<String>> filters() {
    var filters = new EnumMap<FacetField, Set<String>>(FacetField.class);
    for (var field : FacetField.values()) {
      var values = new LinkedHashSet<>(parameters.getAll(field.parameter()));
      values.removeIf(String::isBlank);
      check(field, List.copyOf(values));
      if (!values.isEmpty()) {
        filters.put(field, values);
      }
    }
    return filters;
  }

  private static void check(FacetField field, List<String> values) {
    if (values.size() > MOST_VALUES) {
      throw invalid(
          field.parameter(), "at most " + MOST_VALUES + " values", values.size() + " values");
    }
    for (var value : values) {
      if (field == FacetField.YEAR && !value.matches("-?\\d{1,6}")) {
        throw invalid("year", "a year such as 1999", value);
      }
    }
  }

  /** Empty counts as absent: forms send every field. */
  private Optional<String> single(String name) {
    var values = parameters.getAll(name);
    if (values.size() > 1) {
      throw invalid(name, "one value", values.size() + " values");
    }
    return values.stream().filter(value -> !value.isBlank()).findFirst();
  }

  private static String token(Sort sort) {
    return sort.name().toLowerCase(Locale.ROOT);
  }

  private static ProblemException invalid(String name, String expected, String received) {
    var shown = received.length() > 100 ? received.substring(0, 100) + "…" : received;
    return ProblemException.badRequest("The parameter '" + name + "' is not valid.")
        .expected(expected)
        .received(shown)
        .remedy("Correct it or leave it out.");
  }
}
