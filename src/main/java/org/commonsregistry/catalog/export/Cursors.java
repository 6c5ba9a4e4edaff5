package org.commonsregistry.catalog.export;

import io.micronaut.core.annotation.Nullable;
import java.util.Optional;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.http.ProblemException;

/** The parameters by which lists are turned over, checked. */
final class Cursors {
  static final int MOST = 500;
  private static final int USUAL = 100;

  private Cursors() {}

  static Optional<DatasetId> after(@Nullable String after) {
    return after == null || after.isBlank() ? Optional.empty() : Optional.of(id(after.strip()));
  }

  static int limit(@Nullable Integer limit) {
    if (limit == null) {
      return USUAL;
    }
    if (limit < 1 || limit > MOST) {
      throw ProblemException.badRequest("limit is out of range.")
          .expected("1 to " + MOST)
          .received(limit.toString())
          .remedy("Take more pages, each with Link rel=next of the one before.");
    }
    return limit;
  }

  static DatasetId id(String slug) {
    if (!DatasetId.valid(slug)) {
      throw ProblemException.notFound("'" + slug + "' is no name of a dataset.")
          .expected("lower-case letters, digits and single hyphens, 2 to 100 characters")
          .remedy("Look for it at /search.");
    }
    return new DatasetId(slug);
  }
}
