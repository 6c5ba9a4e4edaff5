package org.commonsregistry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.home.FreeSpace;
import org.commonsregistry.rdf.CanonicalQuads;
import org.commonsregistry.testing.TestHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectionTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private TestHome home;
  private ApplicationContext context;
  private Ledger ledger;
  private Remembering view;
  private Projection projection;

  @BeforeEach
  void open() {
    home = new TestHome();
    context = home.open(Map.of("commons.seed", false));
    ledger = context.getBean(Ledger.class);
    view = new Remembering();
    projection = new Projection(ledger, view, context.getBean(FreeSpace.class));
  }

  @AfterEach
  void close() {
    projection.stop();
    context.close();
    home.close();
  }

  @Test
  void aViewCatchesUpWithWhatWasThereBefore() {
    append(2_500);
    projection.start();
    assertThat(projection.await(2_500, PATIENCE)).isTrue();
    assertThat(view.held).hasSize(2_500);
    assertThat(view.batches).isLessThan(10);
  }

  @Test
  void aPoisonousEntryIsSkippedAndNamedWhileTheRestGoesOn() {
    view.poison = Set.of("urn:commons:test:7", "urn:commons:test:40");
    append(50);
    projection.start();
    assertThat(projection.await(50, PATIENCE)).isTrue();
    assertThat(view.held).hasSize(48).doesNotContainKey("urn:commons:test:7");
    assertThat(projection.skipped().keySet())
        .containsExactly("urn:commons:test:40", "urn:commons:test:7");
    assertThat(projection.skipped().get("urn:commons:test:7")).contains("entry 8", "poison");
    assertThat(projection.failure()).isEmpty();
  }

  @Test
  void anEntryThatOverflowsTheStackIsSkippedToo() {
    view.overflowing = "urn:commons:test:3";
    append(5);
    projection.start();
    assertThat(projection.await(5, PATIENCE)).isTrue();
    assertThat(view.held).hasSize(4);
    assertThat(projection.skipped()).containsOnlyKeys("urn:commons:test:3");
  }

  @Test
  void aSkippedSubjectIsBackOnceItCanBeShown() {
    view.poison = Set.of("urn:commons:test:0");
    append(1);
    projection.start();
    assertThat(projection.await(1, PATIENCE)).isTrue();
    assertThat(projection.skipped()).hasSize(1);
    view.poison = Set.of();
    append(1);
    projection.wake(2);
    assertThat(projection.await(2, PATIENCE)).isTrue();
    assertThat(projection.skipped()).isEmpty();
    assertThat(view.held).hasSize(1);
  }

  @Test
  void aStoreThatFailsIsTriedAgainAndSkipsNothing() throws InterruptedException {
    view.broken = true;
    append(10);
    projection.start();
    assertThat(projection.await(10, Duration.ofSeconds(1))).isFalse();
    assertThat(projection.failure()).hasValueSatisfying(why -> assertThat(why).contains("store"));
    view.broken = false;
    assertThat(projection.await(10, PATIENCE)).isTrue();
    assertThat(view.held).hasSize(10);
    assertThat(projection.skipped()).isEmpty();
    assertThat(projection.failure()).isEmpty();
  }

  @Test
  void aRebuildEndsWithTheSame() {
    append(30);
    projection.start();
    assertThat(projection.await(30, PATIENCE)).isTrue();
    var before = new TreeMap<>(view.held);
    projection.rebuild();
    assertThat(projection.await(30, PATIENCE)).isTrue();
    assertThat(new TreeMap<>(view.held)).isEqualTo(before);
    assertThat(view.cleared).isEqualTo(1);
  }

  @Test
  void subjectsAreShownAnewWithoutANewEntry() throws InterruptedException {
    append(2_100);
    projection.start();
    assertThat(projection.await(2_100, PATIENCE)).isTrue();
    view.held.clear();
    projection.refresh(IntStream.range(0, 2_000).mapToObj(i -> "urn:commons:test:" + i).toList());
    untilNothingWaits();
    assertThat(view.held).hasSize(2_000).doesNotContainKey("urn:commons:test:2050");
    assertThat(projection.reached()).isEqualTo(2_100);
  }

  @Test
  void whatCannotBeShownAnewIsNamedAndHoldsUpNothingElse() throws InterruptedException {
    append(20);
    projection.start();
    assertThat(projection.await(20, PATIENCE)).isTrue();
    view.poison = Set.of("urn:commons:test:3");
    view.held.clear();
    projection.refresh(IntStream.range(0, 20).mapToObj(i -> "urn:commons:test:" + i).toList());
    untilNothingWaits();
    assertThat(view.held).hasSize(19);
    assertThat(projection.skipped()).containsOnlyKeys("urn:commons:test:3");
  }

  @Test
  void aStoreThatFailsLosesNoSubjectThatWaits() throws InterruptedException {
    append(5);
    projection.start();
    assertThat(projection.await(5, PATIENCE)).isTrue();
    view.held.clear();
    view.broken = true;
    projection.refresh(List.of("urn:commons:test:1", "urn:commons:test:2"));
    Thread.sleep(500);
    assertThat(projection.waiting()).isEqualTo(2);
    view.broken = false;
    untilNothingWaits();
    assertThat(view.held).containsOnlyKeys("urn:commons:test:1", "urn:commons:test:2");
  }

  private void untilNothingWaits() throws InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (projection.waiting() > 0) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.sleep(10);
    }
  }

  @Test
  void aViewAheadOfTheLedgerIsRebuilt() {
    append(3);
    view.reached = 9;
    view.held.put("urn:commons:test:ghost", 9L);
    projection.start();
    assertThat(projection.await(3, PATIENCE)).isTrue();
    assertThat(view.held).hasSize(3);
  }

  @Test
  void batchesAreBoundedByTheirBytes() {
    var large = "x".repeat(900_000);
    for (var i = 0; i < 40; i++) {
      append("urn:commons:test:" + i, large);
    }
    projection.start();
    assertThat(projection.await(40, PATIENCE)).isTrue();
    assertThat(view.largest).isLessThan(20);
    assertThat(view.held).hasSize(40);
  }

  private void append(int count) {
    ledger.append(
        IntStream.range(0, count).mapToObj(i -> draft("urn:commons:test:" + i, "note")).toList());
  }

  private void append(String subject, String note) {
    ledger.append(draft(subject, note));
  }

  private static Draft draft(String subject, String note) {
    var quad =
        Quad.create(
            Quad.defaultGraphIRI,
            NodeFactory.createURI(subject),
            NodeFactory.createURI("http://purl.org/dc/terms/description"),
            NodeFactory.createLiteralString(note));
    return Draft.of(
        new EntryKind("test.noted"), subject, Actor.REGISTRY, CanonicalQuads.of(List.of(quad)));
  }

  /** A view that can be made to fail. */
  private static final class Remembering implements View {
    final Map<String, Long> held = new ConcurrentHashMap<>();
    volatile Set<String> poison = Set.of();
    volatile String overflowing = "";
    volatile boolean broken;
    volatile long reached;
    volatile int batches;
    volatile int cleared;
    volatile int largest;

    @Override
    public String name() {
      return "remembering";
    }

    @Override
    public long reached() {
      return reached;
    }

    @Override
    public void apply(Change change) {
      if (broken) {
        throw new IllegalStateException("the store is broken");
      }
      change
          .standing()
          .forEach(
              (subject, entry) -> {
                if (entry.isPresent() && poison.contains(subject)) {
                  throw new IllegalArgumentException("poison");
                }
                if (entry.isPresent() && subject.equals(overflowing)) {
                  deeper(1);
                }
              });
      largest = Math.max(largest, change.standing().size());
      batches++;
      change
          .standing()
          .forEach(
              (subject, entry) ->
                  entry.ifPresentOrElse(
                      e -> held.put(subject, e.sequence()), () -> held.remove(subject)));
      reached = change.upTo();
    }

    private static int deeper(int depth) {
      return Objects.hash(deeper(depth + 1), depth);
    }

    @Override
    public void clear() {
      held.clear();
      reached = 0;
      cleared++;
    }
  }
}
