package org.commonsregistry.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchQuery.Sort;
import org.commonsregistry.search.TermsParameters;

/** The parts of a search that a form carries along in hidden fields. */
final class Fields {
  private Fields() {}

  /** Everything but the cursor and what is searched within a facet. */
  static List<Entry<String, String>> of(SearchAddress address) {
    var fields = new ArrayList<Entry<String, String>>();
    if (!address.text().isEmpty()) {
      fields.add(Map.entry("q", address.text()));
    }
    fields.addAll(withoutText(address));
    address
        .open()
        .map(FacetField::parameter)
        .ifPresent(field -> fields.add(Map.entry("open", field)));
    return fields;
  }

  /** The filters and the order. */
  static List<Entry<String, String>> withoutText(SearchAddress address) {
    var fields = new ArrayList<>(filters(address));
    if (address.sort() != Sort.RELEVANCE) {
      fields.add(Map.entry("sort", address.sort().name().toLowerCase(Locale.ROOT)));
    }
    return fields;
  }

  /** The text and the filters. */
  static List<Entry<String, String>> withoutSort(SearchAddress address) {
    var fields = new ArrayList<Entry<String, String>>();
    if (!address.text().isEmpty()) {
      fields.add(Map.entry("q", address.text()));
    }
    fields.addAll(filters(address));
    return fields;
  }

  /** Everything but what one wants to do with what is found. */
  static List<Entry<String, String>> withoutTerms(SearchAddress address) {
    var fields = new ArrayList<Entry<String, String>>();
    if (!address.text().isEmpty()) {
      fields.add(Map.entry("q", address.text()));
    }
    fields.addAll(withoutText(address.asking(Optional.empty())));
    return fields;
  }

  private static List<Entry<String, String>> filters(SearchAddress address) {
    var fields = new ArrayList<Entry<String, String>>();
    address
        .filters()
        .forEach(
            (field, values) ->
                values.forEach(value -> fields.add(Map.entry(field.parameter(), value))));
    address.terms().map(TermsParameters::write).ifPresent(fields::addAll);
    return fields;
  }
}
