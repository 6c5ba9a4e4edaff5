package org.commonsregistry.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.commonsregistry.catalog.Publishing.OnCollision;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ledger.Projector;
import org.commonsregistry.rdf.CanonicalQuads;
import org.commonsregistry.search.SearchIndex;
import org.commonsregistry.search.SearchQuery;
import org.commonsregistry.testing.TestHome;
import org.commonsregistry.vocabulary.Terms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of submissions, on whatever database the ledger is kept. */
abstract class CatalogueContract {
  private TestHome home;
  private ApplicationContext context;
  private Ledger ledger;
  private Publishing publishing;
  private Datasets datasets;

  /** Settings of a registry with an empty database. */
  abstract Map<String, Object> database();

  @BeforeEach
  void open() {
    home = new TestHome();
    var settings = new HashMap<>(database());
    settings.put("commons.seed", false);
    context = home.open(settings);
    ledger = context.getBean(Ledger.class);
    publishing = context.getBean(Publishing.class);
    datasets = context.getBean(Datasets.class);
  }

  @AfterEach
  void close() {
    context.close();
    home.close();
  }

  @Test
  void publishingTwiceIsOneVersionAndAChangeIsTheNext() {
    assertThat(publish(submission("https://a.example/1", "Whales", "A")))
        .isInstanceOf(Published.Recorded.class);
    var head = ledger.head();
    assertThat(publish(submission("https://a.example/1", "Whales", "A")))
        .isEqualTo(new Published.Unchanged(new DatasetId("whales")));
    assertThat(ledger.head()).isEqualTo(head);
    publish(submission("https://a.example/1", "More whales", "A"));
    var history = datasets.history(new DatasetId("whales"));
    assertThat(history)
        .extracting(v -> v.dataset().title("en"))
        .containsExactly("Whales", "More whales");
    assertThat(history).extracting(DatasetVersion::number).containsExactly(1, 2);
    assertThat(datasets.asOf(new DatasetId("whales"), history.getFirst().sequence()))
        .hasValueSatisfying(v -> assertThat(v.dataset().title("en")).isEqualTo("Whales"));
  }

  @Test
  void whatAnotherSourceSaidStays() {
    publish(submission("https://a.example/1", "Whales", "A"));
    publish(submission("https://a.example/1", "Wale", "B"));
    publish(submission("https://a.example/1", "Whales, corrected", "A"));
    var version = datasets.current(new DatasetId("whales")).orElseThrow();
    assertThat(version.dataset().sources().values())
        .extracting(Dataset.Source::by)
        .containsExactlyInAnyOrder("A", "B");
    assertThat(version.payload().toString())
        .contains("\"Wale\"@en", "\"Whales, corrected\"@en")
        .doesNotContain("\"Whales\"@en");
  }

  @Test
  void anotherDatasetOfTheSameNameIsRefusedOrRenamedAlwaysTheSameWay() {
    publish(submission("https://a.example/1", "Whales", "A"));
    var other = submission("https://b.example/7", "Whales", "B");
    var refused = publishing.publish(other, Actor.OPERATOR, OnCollision.REFUSE);
    assertThat(refused)
        .isInstanceOfSatisfying(
            Published.Refused.class,
            r -> assertThat(r.cause()).isEqualTo(Published.Cause.COLLISION));
    var renamed = (Published.Recorded) publish(other);
    assertThat(renamed.id().slug()).matches("whales-[0-9a-f]{8}");
    assertThat(publish(other)).isEqualTo(new Published.Unchanged(renamed.id()));
  }

  @Test
  void aDatasetWithoutAnIdentifierIsKnownAgain() {
    var anonymous = submission("title:Whales", "Whales", "A");
    var without =
        new Submission(
            "title:Whales",
            Optional.empty(),
            "Whales",
            List.of(
                new Submission.StatementSet(
                    "A",
                    "https://a.example/",
                    "",
                    anonymous.sets().getFirst().triples().stream()
                        .filter(t -> !t.getPredicate().equals(Terms.IDENTIFIER))
                        .toList())));
    publish(without);
    assertThat(publish(without)).isEqualTo(new Published.Unchanged(new DatasetId("whales")));
    assertThat(publishing.publish(without, Actor.OPERATOR, OnCollision.REFUSE))
        .isEqualTo(new Published.Unchanged(new DatasetId("whales")));
  }

  @Test
  void whatWasWithdrawnStaysWithdrawn() {
    publish(submission("https://a.example/1", "Whales", "A"));
    var id = new DatasetId("whales");
    var withdrawn = datasets.withdraw(id, Actor.OPERATOR, "Not ours; ask me@example.org.");
    assertThat(withdrawn).isPresent();
    assertThat(datasets.withdraw(id, Actor.OPERATOR, "again")).isEmpty();
    assertThat(publish(submission("https://a.example/1", "Whales", "A")))
        .isEqualTo(new Published.KeptWithdrawn(id, withdrawn.get()));
    var version = datasets.current(id).orElseThrow();
    assertThat(version.withdrawn()).isTrue();
    assertThat(version.reason()).contains("Not ours").doesNotContain("me@example.org");
    assertThat(version.dataset().title("en")).isEqualTo("Whales");
  }

  @Test
  void aWithdrawnNameIsNotAReasonToLoseSomebodyElsesDataset() {
    publish(submission("https://a.example/1", "Whales", "A"));
    datasets.withdraw(new DatasetId("whales"), Actor.OPERATOR, "Not ours.");
    assertThat(publish(submission("https://b.example/2", "Whales", "B")))
        .isInstanceOfSatisfying(
            Published.Recorded.class, r -> assertThat(r.id().slug()).startsWith("whales-"));
  }

  @Test
  void aWithdrawnAndRedactedDatasetDoesNotComeBack() {
    var first = (Published.Recorded) publish(submission("https://a.example/1", "Whales", "A"));
    datasets.withdraw(first.id(), Actor.OPERATOR, "Not ours.");
    ledger.redact(first.sequence(), Actor.OPERATOR, CanonicalQuads.EMPTY);
    assertThat(publish(submission("https://a.example/1", "Whales", "A")))
        .isInstanceOf(Published.KeptWithdrawn.class);
    assertThat(datasets.history(first.id())).isEmpty();
  }

  @Test
  void afterARedactionTheEarlierVersionStandsEverywhere() {
    var first = (Published.Recorded) publish(submission("https://a.example/1", "Whales", "A"));
    var second = (Published.Recorded) publish(submission("https://a.example/1", "Secrets", "A"));
    var order =
        ledger.redact(second.sequence(), Actor.OPERATOR, CanonicalQuads.EMPTY).orElseThrow();
    assertThat(datasets.current(first.id()).orElseThrow().dataset().title("en"))
        .isEqualTo("Whales");
    assertThat(context.getBean(Projector.class).await(order.sequence(), Duration.ofSeconds(20)))
        .isTrue();
    var search = context.getBean(SearchIndex.class);
    assertThat(search.search(SearchQuery.of("secrets")).total()).isZero();
    assertThat(search.search(SearchQuery.of("whales")).total()).isEqualTo(1);
  }

  @Test
  void aBatchHoldsEveryKindOfOutcomeAndLosesNothing() {
    var outcomes =
        publishing.publish(
            List.of(
                submission("https://a.example/1", "One", "A"),
                submission("https://a.example/2", "One", "A"),
                bad("https://a.example/3", "Three"),
                submission("https://a.example/1", "One", "A").occurrence(2),
                large("https://a.example/4", "Four"),
                submission("https://a.example/5", "Five", "A")),
            Actor.OPERATOR,
            OnCollision.RENAME);
    assertThat(outcomes.get(0)).isInstanceOf(Published.Recorded.class);
    assertThat(outcomes.get(1)).isInstanceOf(Published.Recorded.class);
    assertThat(outcomes.get(2)).isInstanceOf(Published.Refused.class);
    assertThat(outcomes.get(3)).isInstanceOf(Published.Recorded.class);
    assertThat(outcomes.get(4))
        .isInstanceOfSatisfying(
            Published.Refused.class,
            r -> assertThat(r.cause()).isEqualTo(Published.Cause.TOO_LARGE));
    assertThat(outcomes.get(5)).isInstanceOf(Published.Recorded.class);
    assertThat(datasets.current(new DatasetId("one")).orElseThrow().dataset().sources()).hasSize(2);
  }

  @Test
  void whenCollisionsAreRefusedAllAreTakenInOrNone() {
    publish(submission("https://a.example/1", "One", "A"));
    var head = ledger.head();
    var batches =
        List.of(
            List.of(
                submission("https://b.example/2", "Two", "B"),
                submission("https://b.example/1", "One", "B")),
            List.of(
                submission("https://b.example/3", "Three", "B"),
                submission("https://b.example/4", "Three", "B")),
            List.of(
                submission("https://b.example/5", "Five", "B"), bad("https://b.example/6", "Six")));
    for (var batch : batches) {
      var outcomes = publishing.publish(batch, Actor.OPERATOR, OnCollision.REFUSE);
      assertThat(outcomes).hasOnlyElementsOfType(Published.Refused.class).hasSize(1);
      assertThat(ledger.head()).isEqualTo(head);
    }
  }

  @Test
  void sourcesThatSpeakAtTheSameTimeAllAreHeard() throws Exception {
    publish(submission("https://a.example/1", "Whales", "Z"));
    try (var threads = java.util.concurrent.Executors.newFixedThreadPool(8)) {
      var work = new ArrayList<java.util.concurrent.Future<Published>>();
      for (var i = 0; i < 24; i++) {
        var by = "Source " + i;
        work.add(threads.submit(() -> publish(submission("https://a.example/1", "Whales", by))));
      }
      for (var one : work) {
        assertThat(one.get()).isInstanceOf(Published.Recorded.class);
      }
    }
    var version = datasets.current(new DatasetId("whales")).orElseThrow();
    assertThat(version.dataset().sources()).hasSize(25);
  }

  private Published publish(Submission submission) {
    return publishing.publish(submission, Actor.OPERATOR, OnCollision.RENAME);
  }

  private static Submission bad(String origin, String title) {
    var good = submission(origin, title, "A");
    var triples = new ArrayList<>(good.sets().getFirst().triples());
    triples.add(
        Triple.create(
            Submission.THIS, Terms.LANDING_PAGE, NodeFactory.createURI("http://a b/<x>")));
    return new Submission(
        origin,
        Optional.empty(),
        title,
        List.of(new Submission.StatementSet("A", "", "", triples)));
  }

  private static Submission large(String origin, String title) {
    return new Submission(
        origin,
        Optional.empty(),
        title,
        List.of(
            new Submission.StatementSet(
                "A",
                "",
                "",
                List.of(
                    Triple.create(
                        Submission.THIS,
                        Terms.DESCRIPTION,
                        NodeFactory.createLiteralString("x".repeat(1_100_000)))))));
  }

  static Submission submission(String origin, String title, String by) {
    return new Submission(
        origin,
        Optional.empty(),
        title,
        List.of(
            new Submission.StatementSet(
                by,
                "https://source.example/",
                "",
                List.of(
                    Triple.create(Submission.THIS, Terms.TYPE, Terms.DATASET),
                    Triple.create(
                        Submission.THIS, Terms.TITLE, NodeFactory.createLiteralLang(title, "en")),
                    Triple.create(
                        Submission.THIS,
                        Terms.IDENTIFIER,
                        NodeFactory.createLiteralString(origin))))));
  }
}
