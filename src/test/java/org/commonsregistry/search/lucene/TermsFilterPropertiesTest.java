package org.commonsregistry.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commonsregistry.search.SearchDocuments.named;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.commonsregistry.home.Home;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchDocument;
import org.commonsregistry.search.SearchQuery;
import org.commonsregistry.search.SearchQuery.Sort;
import org.commonsregistry.search.SearchResult.FacetCount;
import org.commonsregistry.search.SearchResult.Hit;
import org.commonsregistry.search.TermsFilter;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Use;

/** The index finds and counts what reading the tokens one by one finds and counts. */
class TermsFilterPropertiesTest {
  private static final List<String> PREFIXES = List.of("headline", "*", "DE", "US");
  private static final List<String> ZONES = List.of("commons", "market");
  private static LuceneSearchIndex index;

  @BeforeContainer
  static void open() throws IOException {
    var folder = Files.createTempDirectory("terms-properties");
    folder.toFile().deleteOnExit();
    index = new LuceneSearchIndex(new Home(folder.toString()));
  }

  @AfterContainer
  static void close() throws IOException {
    index.close();
  }

  /** What a document says of one place. */
  record Row(String zone, Set<String> tokens) {}

  @Property(tries = 150)
  void anyFilterOverAnyTokens(
      @ForAll("catalogues") List<Map<String, Row>> rows,
      @ForAll("filters") TermsFilter filter,
      @ForAll("zones") Set<String> zones) {
    index.clear();
    var documents =
        IntStream.range(0, rows.size()).mapToObj(i -> document(i, rows.get(i))).toList();
    // Two batches, so that there are two segments.
    var half = documents.size() / 2;
    index.apply(documents.subList(0, half), List.of(), 1);
    index.apply(documents.subList(half, documents.size()), List.of(), 2);
    var result =
        index.search(
            new SearchQuery(
                "",
                zones.isEmpty() ? Map.of() : Map.of(FacetField.ZONE, zones),
                Optional.of(filter),
                Sort.TITLE,
                Optional.empty(),
                100,
                10));
    var slugs = new ArrayList<String>();
    var counts = new HashMap<String, Long>();
    for (int i = 0; i < rows.size(); i++) {
      var row = judgedBy(rows.get(i), filter);
      var zone = row.map(Row::zone).orElse(SearchDocument.UNCLASSIFIED);
      if (permits(row, filter)) {
        counts.merge(zone, 1L, Long::sum);
        if (zones.isEmpty() || zones.contains(zone)) {
          slugs.add("d" + i + " " + zone);
        }
      }
    }
    assertThat(result.hits())
        .extracting((Hit hit) -> hit.slug() + " " + hit.zone())
        .containsExactlyInAnyOrderElementsOf(slugs);
    assertThat(result.total()).isEqualTo(slugs.size());
    assertThat(result.facets().get(FacetField.ZONE))
        .filteredOn(count -> count.count() > 0)
        .containsExactlyInAnyOrderElementsOf(
            counts.entrySet().stream()
                .map(entry -> new FacetCount(entry.getKey(), entry.getValue()))
                .toList());
  }

  private static Optional<Row> judgedBy(Map<String, Row> rows, TermsFilter filter) {
    var code = filter.place().map(Place::code).orElse("headline");
    if (rows.containsKey(code) || code.equals("headline")) {
      return Optional.ofNullable(rows.get(code));
    }
    return Optional.ofNullable(rows.get("*"));
  }

  private static boolean permits(Optional<Row> row, TermsFilter filter) {
    if (filter.use().isEmpty()) {
      return true;
    }
    var use = filter.use().get().token();
    var tokens = row.map(Row::tokens).orElse(Set.of());
    return (tokens.contains(use + ":anyone") || tokens.contains(use + ":" + filter.actor().token()))
        && filter.without().stream().noneMatch(duty -> tokens.contains(use + "!" + duty));
  }

  private static SearchDocument document(int number, Map<String, Row> rows) {
    var document = named("d" + number, "Document " + number);
    rows.forEach(
        (prefix, row) -> {
          if (prefix.equals("headline")) {
            document.zone(row.zone());
          }
          if (prefix.matches("[A-Z]{2}")) {
            document.terms(prefix + "/");
          }
          document.terms(prefix + "/zone=" + row.zone());
          row.tokens().forEach(token -> document.terms(prefix + "/" + token));
        });
    return document.build();
  }

  @Provide
  Arbitrary<List<Map<String, Row>>> catalogues() {
    var tokens =
        Arbitraries.of(
                "train:anyone",
                "train:commercial",
                "train:research",
                "train!share-alike",
                "train!attribute",
                "ground:anyone",
                "ground!share-alike")
            .set()
            .ofMaxSize(5);
    var row = Combinators.combine(Arbitraries.of(ZONES), tokens).as(Row::new);
    var places = Arbitraries.of(PREFIXES.subList(2, 4)).set();
    var classified =
        Combinators.combine(places, row.list().ofSize(PREFIXES.size()))
            .as(
                (marked, some) -> {
                  Map<String, Row> rows = new HashMap<>();
                  for (int i = 0; i < PREFIXES.size(); i++) {
                    if (i < 2 || marked.contains(PREFIXES.get(i))) {
                      rows.put(PREFIXES.get(i), some.get(i));
                    }
                  }
                  return rows;
                });
    Arbitrary<Map<String, Row>> unclassified = Arbitraries.just(Map.of());
    return Arbitraries.frequencyOf(Tuple.of(6, classified), Tuple.of(1, unclassified))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<TermsFilter> filters() {
    var place = Arbitraries.of("DE", "US", "FR", "*").map(Place::of).injectNull(0.2);
    var use = Arbitraries.of(Use.TRAIN, Use.GROUND).optional(0.8);
    var actor = Arbitraries.of(Actor.ANYONE, Actor.COMMERCIAL, Actor.RESEARCH);
    var without = Arbitraries.of("share-alike", "attribute").set();
    return Combinators.combine(place, use, actor, without)
        .as(
            (where, what, who, no) -> {
              var there = where == null ? Optional.<Place>empty() : where;
              return what.isEmpty()
                  ? new TermsFilter(there, what, Actor.ANYONE, Set.of())
                  : new TermsFilter(there, what, who, no);
            });
  }

  @Provide
  Arbitrary<Set<String>> zones() {
    return Arbitraries.of("commons", "market", "unclassified").set().ofMaxSize(2);
  }
}
