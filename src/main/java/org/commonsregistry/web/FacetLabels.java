package org.commonsregistry.web;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.commonsregistry.category.Categories;
import org.commonsregistry.search.FacetField;

/** What people read in place of the values the index counts. */
@Singleton
final class FacetLabels {
  private final Categories categories;
  private final StewardNames stewards;

  FacetLabels(Categories categories, StewardNames stewards) {
    this.categories = categories;
    this.stewards = stewards;
  }

  Map<String, String> of(Page page, FacetField field, Collection<String> values) {
    if (field == FacetField.STEWARD) {
      return stewards.of(values);
    }
    var labels = new HashMap<String, String>();
    values.forEach(value -> labels.put(value, label(page, field, value)));
    return labels;
  }

  String one(Page page, FacetField field, String value) {
    return of(page, field, java.util.List.of(value)).getOrDefault(value, value);
  }

  private String label(Page page, FacetField field, String value) {
    return switch (field) {
      case ZONE -> Labels.of(page, "zone", value);
      case LICENCE -> Labels.of(page, "licence", value);
      case CATEGORY ->
          categories.find(value).map(c -> c.label(page.language().tag())).orElse(value);
      case LANGUAGE -> page.formats().language(value);
      case KIND -> Labels.of(page, "kind", value);
      case MEDIA -> Labels.of(page, "media", value);
      case JURISDICTION -> page.formats().place(value);
      case STEWARD, SERIES, YEAR -> value;
    };
  }
}
