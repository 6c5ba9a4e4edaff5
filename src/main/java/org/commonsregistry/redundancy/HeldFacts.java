package org.commonsregistry.redundancy;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.category.Categories;
import org.commonsregistry.holdings.CategoryHoldings;
import org.commonsregistry.holdings.Holding;
import org.commonsregistry.holdings.HoldingId;
import org.commonsregistry.holdings.Holdings;
import org.commonsregistry.holdings.Purpose;
import org.commonsregistry.http.ProblemException;

/** Counts what is held in a category and language. Thread-safe. */
@Singleton
final class HeldFacts {
  private static final int LARGEST = 3;

  private final Holdings holdings;
  private final CategoryHoldings byCategory;
  private final Categories categories;
  private final Admission admission;

  HeldFacts(
      Holdings holdings, CategoryHoldings byCategory, Categories categories, Admission admission) {
    this.holdings = holdings;
    this.byCategory = byCategory;
    this.categories = categories;
    this.admission = admission;
  }

  /**
   * @param tallies what is in the index; a holding that is not in it yet is not counted
   * @throws ProblemException when there is no such category
   */
  HeldHere of(
      Optional<String> category, Optional<String> language, List<Fingerprints.Tally> tallies) {
    var wanted = wanted(category);
    var open = admission.now().open();
    var quarters = new TreeMap<String, HeldHere.Quarter>();
    var words = new HashMap<DatasetId, Long>();
    var documents = 0L;
    var closed = 0L;
    var last = Optional.<LocalDate>empty();
    for (var tally : tallies) {
      var holding = wanted.get(tally.holding());
      if (holding == null || !language.map(tag -> speaks(tally.language(), tag)).orElse(true)) {
        continue;
      }
      var day = holding.recordedAt().atZone(ZoneOffset.UTC).toLocalDate();
      documents += tally.documents();
      closed += open.contains(holding.id()) ? 0 : tally.documents();
      words.merge(holding.id().dataset(), tally.words(), Long::sum);
      last = last.filter(before -> before.isAfter(day)).or(() -> Optional.of(day));
      var quarter = day.getYear() + "-Q" + ((day.getMonthValue() + 2) / 3);
      quarters.merge(
          quarter,
          new HeldHere.Quarter(quarter, tally.documents(), tally.words()),
          (a, b) ->
              new HeldHere.Quarter(quarter, a.documents() + b.documents(), a.words() + b.words()));
    }
    var all = words.values().stream().mapToLong(Long::longValue).sum();
    return new HeldHere(
        category.orElse(null),
        language.orElse(null),
        words.size(),
        documents,
        all,
        closed,
        all == 0 ? 0 : (double) largest(words) / all,
        last.map(LocalDate::toString).orElse(null),
        List.copyOf(quarters.values()));
  }

  /**
   * The holdings of a category, or all; those for testing models are left out.
   *
   * @throws ProblemException when there is no such category
   */
  Map<HoldingId, Holding> wanted(Optional<String> category) {
    if (category.isPresent() && categories.find(category.get()).isEmpty()) {
      throw ProblemException.unprocessable("There is no such category.")
          .expected("an id from /api/v1/categories, or none")
          .received("another one")
          .remedy("Leave it out, or choose one that exists.");
    }
    return category.map(byCategory::in).orElseGet(holdings::all).stream()
        .filter(holding -> holding.purpose() == Purpose.TRAINING)
        .collect(Collectors.toMap(Holding::id, Function.identity()));
  }

  /** Whether a tag is the language or a narrower one: {@code de-AT} is {@code de}. */
  static boolean speaks(String tag, String language) {
    return tag.equalsIgnoreCase(language)
        || tag.length() > language.length()
            && tag.charAt(language.length()) == '-'
            && tag.regionMatches(true, 0, language, 0, language.length());
  }

  private static long largest(Map<DatasetId, Long> words) {
    return words.values().stream()
        .sorted(Comparator.reverseOrder())
        .limit(LARGEST)
        .mapToLong(Long::longValue)
        .sum();
  }
}
