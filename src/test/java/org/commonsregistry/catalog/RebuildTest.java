package org.commonsregistry.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.catalog.Publishing.OnCollision;
import org.commonsregistry.category.Categories;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ledger.Projector;
import org.commonsregistry.rdf.CanonicalQuads;
import org.commonsregistry.rdf.RdfStore;
import org.commonsregistry.search.SearchIndex;
import org.commonsregistry.search.SearchQuery;
import org.commonsregistry.testing.TestHome;

/** A rebuilt view is the live view, whatever happened before and in whatever order. */
class RebuildTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static TestHome home;
  private static ApplicationContext context;

  @BeforeContainer
  static void open() {
    home = new TestHome();
    context = home.open(Map.of("commons.seed", false));
    context.getBean(Categories.class).foundOnce();
  }

  @AfterContainer
  static void close() {
    context.close();
    home.close();
  }

  /** Something that happens: 0 publish, 1 withdraw, 2 redact. */
  record Step(int kind, int dataset, int source, int text) {}

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void aRebuildEqualsTheLiveView(@ForAll("histories") List<Step> steps) {
    steps.forEach(RebuildTest::happen);
    var projector = context.getBean(Projector.class);
    var head = context.getBean(Ledger.class).head();
    assertThat(projector.await(head, PATIENCE)).isTrue();
    var quads = quads();
    var documents = documents();
    for (var view : projector.reached().keySet()) {
      assertThat(projector.rebuild(view)).isTrue();
    }
    assertThat(projector.await(head, PATIENCE)).isTrue();
    assertThat(quads()).isEqualTo(quads);
    assertThat(documents()).isEqualTo(documents);
    assertThat(projector.skipped()).isEmpty();
  }

  private static void happen(Step step) {
    var origin = "https://a.example/" + step.dataset();
    var ledger = context.getBean(Ledger.class);
    switch (step.kind()) {
      case 0 ->
          context
              .getBean(Publishing.class)
              .publish(
                  CatalogueContract.submission(
                      origin,
                      "Title " + step.text() + " of " + step.dataset(),
                      "S" + step.source()),
                  Actor.OPERATOR,
                  OnCollision.RENAME);
      case 1 ->
          DatasetId.suggestedBy("Title 0 of " + step.dataset())
              .flatMap(
                  id -> context.getBean(Datasets.class).withdraw(id, Actor.OPERATOR, "Because."));
      default ->
          ledger.redact(
              1 + Math.floorMod(step.text() * 7L + step.dataset(), Math.max(1, ledger.head() - 1)),
              Actor.OPERATOR,
              CanonicalQuads.EMPTY);
    }
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    return Combinators.combine(
            Arbitraries.of(0, 0, 0, 0, 1, 2, 2),
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 40))
        .as(Step::new)
        .list()
        .ofMinSize(10)
        .ofMaxSize(40);
  }

  private static String quads() {
    return context
        .getBean(RdfStore.class)
        .read(
            connection -> {
              var all = new ArrayList<Quad>();
              connection.fetchDataset().asDatasetGraph().find().forEachRemaining(all::add);
              return CanonicalQuads.of(all).toString();
            });
  }

  private static List<String> documents() {
    var all = new ArrayList<String>();
    var index = context.getBean(SearchIndex.class);
    Optional<String> after = Optional.empty();
    do {
      var page =
          index.search(
              new SearchQuery("", Map.of(), SearchQuery.Sort.TITLE, after, SearchQuery.MOST, 50));
      page.hits().forEach(hit -> all.add(hit.slug() + " " + hit.title().text()));
      all.add(page.facets().toString());
      after = page.next();
    } while (after.isPresent());
    all.add(index.search(SearchQuery.of("title")).total() + "");
    return all;
  }
}
