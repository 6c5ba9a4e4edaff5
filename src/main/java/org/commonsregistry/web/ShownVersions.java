package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Predicate;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.http.ProblemException;

/**
 * Finds the version of a dataset that an address asks for: the standing one, or the one that stood
 * at {@code ?asOf=}, a ledger number, a date or a moment.
 */
@Singleton
final class ShownVersions {
  private static final int DESCRIPTION = 160;

  private final Datasets datasets;

  ShownVersions(Datasets datasets) {
    this.datasets = datasets;
  }

  /**
   * @param version to be shown
   * @param current the standing one
   * @param history all, oldest first
   */
  record Shown(DatasetVersion version, DatasetVersion current, List<DatasetVersion> history) {}

  Shown of(HttpRequest<?> request, String slug) {
    var history =
        DatasetId.valid(slug) ? datasets.history(new DatasetId(slug)) : List.<DatasetVersion>of();
    if (history.isEmpty()) {
      throw ProblemException.notFound("The registry has no dataset '" + slug + "'.")
          .remedy("Look for it at /search.");
    }
    var asOf = request.getParameters().getFirst("asOf").orElse("").strip();
    var stood = asOf.isEmpty() ? (Predicate<DatasetVersion>) v -> true : stoodAt(asOf);
    var version =
        history.stream()
            .filter(stood)
            .reduce((earlier, later) -> later)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                            "The dataset '" + slug + "' was not in the registry at " + asOf + ".")
                        .remedy("Its versions are listed at /datasets/" + slug + "/versions."));
    return new Shown(version, history.getLast(), history);
  }

  private static Predicate<DatasetVersion> stoodAt(String asOf) {
    if (asOf.matches("\\d{1,18}")) {
      var sequence = Long.parseLong(asOf);
      return version -> version.sequence() <= sequence;
    }
    var moment = moment(asOf);
    return version -> version.recordedAt().isBefore(moment);
  }

  private static Instant moment(String asOf) {
    try {
      return asOf.contains("T")
          ? Instant.parse(asOf).plusNanos(1)
          : LocalDate.parse(asOf).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      throw ProblemException.badRequest("The parameter asOf cannot be read.")
          .expected("a ledger number, a date such as 2026-11-23, or a moment in UTC")
          .received(asOf)
          .remedy("Leave it out to see the standing version.");
    }
  }

  /** Title and description of a page about this version; only the standing one is indexed. */
  static Page describe(Page page, Shown shown) {
    var dataset = shown.version().dataset();
    var language = page.language().tag();
    var described =
        page.titled(dataset.title(language))
            .describedAs(Cards.shortened(dataset.description(language).orElse(""), DESCRIPTION));
    return shown.version().sequence() == shown.current().sequence()
        ? described
        : described.notIndexed();
  }
}
