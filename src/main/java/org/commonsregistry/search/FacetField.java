package org.commonsregistry.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What results can be narrowed by. Several values of one field mean "any of these"; several fields
 * mean "all of these".
 */
public enum FacetField {
  ZONE,
  LICENCE,
  CATEGORY,
  LANGUAGE,
  STEWARD,
  KIND,
  SERIES,
  MEDIA,
  JURISDICTION,
  YEAR;

  /** The query parameter of this field, in lower case. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<FacetField> of(String parameter) {
    return Arrays.stream(values()).filter(f -> f.parameter().equals(parameter)).findFirst();
  }
}
