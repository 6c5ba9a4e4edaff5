package org.commonsregistry.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.home.FreeSpace;
import org.commonsregistry.rdf.CanonicalQuads;
import org.commonsregistry.testing.TestHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a ledger promises, on whatever database it is kept. */
abstract class LedgerContract {
  private static final EntryKind NOTED = new EntryKind("test.noted");
  private static final Actor SOMEBODY = new Actor("somebody");
  private static final String A = "urn:commons:test:a";
  private static final String B = "urn:commons:test:b";

  private TestHome home;
  private ApplicationContext context;
  private HandClock clock;
  private Ledger ledger;

  /** Settings of a registry with an empty database. */
  abstract Map<String, Object> database();

  @BeforeEach
  void open() {
    home = new TestHome();
    var settings = new HashMap<>(database());
    settings.put("commons.seed", false);
    context = home.open(settings);
    clock = new HandClock(Instant.parse("2026-03-01T12:00:00.123456Z"));
    ledger = another();
  }

  @AfterEach
  void close() {
    context.close();
    home.close();
  }

  /** A second ledger on the same database is what another process would be. */
  private Ledger another() {
    ApplicationEventPublisher<EntryAppended> news =
        context.getBean(
            Argument.of(ApplicationEventPublisher.class, EntryAppended.class),
            Qualifiers.byTypeArguments(EntryAppended.class));
    return new Ledger(
        context.getBean(EntryTable.class),
        context.getBean(Subjects.class),
        context.getBean(FreeSpace.class),
        clock,
        news);
  }

  @Test
  void numbersAreGaplessUnderThirtyTwoAppendersInTwoProcesses() throws Exception {
    var ledgers = List.of(ledger, another());
    var given = ConcurrentHashMap.<Long>newKeySet();
    try (var appenders = Executors.newFixedThreadPool(32)) {
      var work = new ArrayList<Future<?>>();
      for (var t = 0; t < 32; t++) {
        var mine = ledgers.get(t % 2);
        var subject = "urn:commons:test:subject-" + t;
        work.add(
            appenders.submit(
                () -> {
                  for (var n = 0; n < 20; n++) {
                    given.add(done(mine.append(draft(subject, "note " + n))).sequence());
                  }
                }));
      }
      for (var one : work) {
        one.get();
      }
    }
    assertThat(given).hasSize(640);
    assertThat(numbers(ledger.after(0, 1_000)))
        .isEqualTo(LongStream.rangeClosed(1, 640).boxed().toList());
    assertThat(ledger.head()).isEqualTo(640);
  }

  @Test
  void whoArrivesWhileAnotherCommitsSharesTheNextCommit() throws Exception {
    var commits = new AtomicInteger();
    var counting =
        new Ledger(
            context.getBean(EntryTable.class),
            context.getBean(Subjects.class),
            context.getBean(FreeSpace.class),
            new HandClock(clock.instant()) {
              @Override
              public Instant instant() {
                commits.incrementAndGet();
                pause();
                return super.instant();
              }
            },
            event -> {});
    try (var appenders = Executors.newFixedThreadPool(32)) {
      var work =
          IntStream.range(0, 32)
              .mapToObj(i -> appenders.submit(() -> counting.append(draft(A, "note " + i))))
              .toList();
      for (var one : work) {
        one.get();
      }
    }
    assertThat(ledger.head()).isEqualTo(32);
    assertThat(commits.get()).isLessThan(16);
  }

  @Test
  void aDraftOnAnOutdatedBasisIsStaleAndLeavesNoTrace() {
    var first = done(ledger.append(draft(A, "one").after(0)));
    var second = done(ledger.append(draft(A, "two").after(first.sequence())));
    var outcomes =
        ledger.append(
            List.of(
                draft(A, "late").after(first.sequence()),
                draft(B, "fresh").after(0),
                draft(B, "again").after(0)));
    assertThat(outcomes.get(0))
        .isEqualTo(new Recorded.Stale(A, first.sequence(), second.sequence()));
    var fresh = done(outcomes.get(1));
    assertThat(fresh.sequence()).isEqualTo(second.sequence() + 1);
    assertThat(outcomes.get(2)).isEqualTo(new Recorded.Stale(B, 0, fresh.sequence()));
    assertThat(ledger.head()).isEqualTo(fresh.sequence());
  }

  @Test
  void onlyOneOfManyDraftsOnTheSameBasisIsRecorded() throws Exception {
    var ledgers = List.of(ledger, another());
    try (var appenders = Executors.newFixedThreadPool(16)) {
      var work =
          IntStream.range(0, 16)
              .mapToObj(
                  i ->
                      appenders.submit(
                          () -> ledgers.get(i % 2).append(draft(A, "note " + i).after(0))))
              .toList();
      var recorded = 0;
      for (var one : work) {
        recorded += one.get() instanceof Recorded.Done ? 1 : 0;
      }
      assertThat(recorded).isEqualTo(1);
    }
  }

  @Test
  void draftsOfOneCallKeepTheirOrderAndTheirContent() {
    var drafts =
        IntStream.range(0, 300).mapToObj(i -> draft("urn:commons:test:" + i, "note " + i)).toList();
    var recorded = ledger.append(drafts).stream().map(LedgerContract::done).toList();
    assertThat(numbers(recorded)).isEqualTo(LongStream.rangeClosed(1, 300).boxed().toList());
    var read = ledger.after(0, 300);
    for (var i = 0; i < 300; i++) {
      var entry = read.get(i);
      assertThat(entry.subject()).isEqualTo("urn:commons:test:" + i);
      assertThat(entry.payload().orElseThrow().toString()).contains("note " + i);
      assertThat(entry.recordedAt()).isEqualTo(recorded.get(i).recordedAt());
      assertThat(entry.leaf()).isEqualTo(leaf(entry));
    }
  }

  @Test
  void timeNeverRunsBackwards() {
    var times = new ArrayList<Instant>();
    for (var step : List.of(0, 5, -3600, 1, -86_400, 90_000)) {
      clock.move(step);
      times.add(done(ledger.append(draft(A, "at " + step))).recordedAt());
    }
    assertThat(times).isSorted();
    assertThat(times.getLast()).isAfter(times.getFirst());
  }

  @Test
  void sequenceAtFindsTheLastNumberAtOrBeforeATime() {
    var start = clock.instant();
    done(ledger.append(draft(A, "one")));
    clock.move(10);
    done(ledger.append(draft(A, "two")));
    done(ledger.append(draft(B, "three")));
    assertThat(ledger.sequenceAt(start.minusNanos(1_000))).isZero();
    assertThat(ledger.sequenceAt(start)).isEqualTo(1);
    assertThat(ledger.sequenceAt(start.plusSeconds(10).minusNanos(1_000))).isEqualTo(1);
    assertThat(ledger.sequenceAt(start.plusSeconds(10))).isEqualTo(3);
    assertThat(ledger.sequenceAt(Instant.MAX)).isEqualTo(3);
    assertThat(ledger.sequenceAt(Instant.MIN)).isZero();
  }

  @Test
  void whatStandsIsTheLastEntryUpToANumber() {
    done(ledger.append(draft(A, "one")));
    done(ledger.append(draft(B, "two")));
    done(ledger.append(draft(A, "three")));
    assertThat(standing(A, 2)).isEqualTo(1);
    assertThat(standing(A, 3)).isEqualTo(3);
    assertThat(standing(B, 1)).isZero();
    assertThat(ledger.latestNumbers(List.of(A, B, "urn:commons:test:none")))
        .isEqualTo(Map.of(A, 3L, B, 2L));
    assertThat(numbers(ledger.history(A))).containsExactly(1L, 3L);
  }

  @Test
  void manySubjectsAreAskedForAtOnce() {
    var subjects = IntStream.range(0, 450).mapToObj(i -> "urn:commons:test:" + i).toList();
    ledger.append(subjects.stream().map(s -> draft(s, "note")).toList());
    assertThat(ledger.standing(subjects, Long.MAX_VALUE)).hasSize(450);
    assertThat(ledger.latestNumbers(subjects)).hasSize(450);
    assertThat(new HashSet<>(ledger.subjects(0, 450))).isEqualTo(new HashSet<>(subjects));
  }

  @Test
  void redactionDeletesPayloadAndSaltAndKeepsTheLeaf() {
    var first = done(ledger.append(draft(A, "stays")));
    var second = done(ledger.append(draft(A, "goes")));
    var order = ledger.redact(second.sequence(), SOMEBODY, quads(A, "by order")).orElseThrow();
    var emptied = ledger.find(second.sequence()).orElseThrow();
    assertThat(emptied.payload()).isEmpty();
    assertThat(emptied.salt()).isEmpty();
    assertThat(emptied.leaf()).isEqualTo(second.leaf());
    assertThat(emptied.redactedBy()).isEqualTo(OptionalLong.of(order.sequence()));
    assertThat(order.kind()).isEqualTo(EntryKind.REDACTED);
    assertThat(order.sequence()).isEqualTo(3);
    assertThat(standing(A, Long.MAX_VALUE)).isEqualTo(first.sequence());
  }

  @Test
  void anEntryIsRedactedOnceAndOnlyIfItExists() {
    var entry = done(ledger.append(draft(A, "goes")));
    assertThat(ledger.redact(entry.sequence(), SOMEBODY, quads(A, "order"))).isPresent();
    assertThat(ledger.redact(entry.sequence(), SOMEBODY, quads(A, "again"))).isEmpty();
    assertThat(ledger.redact(99, SOMEBODY, quads(A, "nothing"))).isEmpty();
    assertThat(ledger.head()).isEqualTo(2);
    assertThat(standing(A, Long.MAX_VALUE)).isZero();
  }

  @Test
  void aPayloadBeyondTheLimitIsRefusedBeforeItIsWritten() {
    var quads = IntStream.range(0, 12).mapToObj(i -> quad(A, i + "x".repeat(100_000))).toList();
    assertThatThrownBy(() -> Draft.of(NOTED, A, SOMEBODY, CanonicalQuads.of(quads)))
        .isInstanceOf(PayloadTooLargeException.class)
        .hasMessageContaining("1048576");
    var largest = CanonicalQuads.of(List.of(quad(A, "x".repeat(1_048_000))));
    done(ledger.append(Draft.of(NOTED, A, SOMEBODY, largest)));
    assertThat(ledger.find(1).orElseThrow().payload().orElseThrow().sameAs(largest.toBytes()))
        .isTrue();
  }

  @Test
  void aDraftTheDatabaseRefusesFailsForItselfOnly() throws Exception {
    var nul = new Draft(NOTED, A, new Actor("no\u0000body"), quads(A, "x"), OptionalLong.empty());
    try (var appenders = Executors.newFixedThreadPool(9)) {
      var good =
          IntStream.range(0, 8)
              .mapToObj(i -> appenders.submit(() -> ledger.append(draft(B, "note " + i))))
              .toList();
      var bad = appenders.submit(() -> ledger.append(nul));
      for (var one : good) {
        assertThat(one.get()).isInstanceOf(Recorded.Done.class);
      }
      try {
        bad.get(); // H2 takes it, PostgreSQL does not
      } catch (java.util.concurrent.ExecutionException e) {
        assertThat(e.getCause()).isInstanceOf(NotRecordedException.class);
      }
    }
    var numbers = numbers(ledger.after(0, 100));
    assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, ledger.head()).boxed().toList());
    assertThat(numbers.size()).isBetween(8, 9);
  }

  @Test
  void aBatchEndsWhereItsPayloadsBecomeTooManyBytes() {
    var large = "x".repeat(10_000);
    ledger.append(List.of(draft(A, large), draft(A, large), draft(A, large), draft(A, large)));
    assertThat(ledger.batchEnd(0, 4, 25_000)).isEqualTo(2);
    assertThat(ledger.batchEnd(2, 4, 5_000)).isEqualTo(3);
    assertThat(ledger.batchEnd(0, 4, 1 << 20)).isEqualTo(4);
    assertThat(ledger.batchEnd(4, 9, 1 << 20)).isEqualTo(4);
  }

  private long standing(String subject, long upTo) {
    var entry = ledger.standing(List.of(subject), upTo).get(subject);
    return entry == null ? 0 : entry.sequence();
  }

  private static byte[] leaf(Entry entry) {
    return Leaf.of(
        entry.kind(),
        entry.actor(),
        entry.recordedAt(),
        entry.subject(),
        entry.payload().orElseThrow().toBytes(),
        entry.salt().orElseThrow());
  }

  private static List<Long> numbers(List<Entry> entries) {
    return entries.stream().map(Entry::sequence).toList();
  }

  private static Entry done(Recorded recorded) {
    assertThat(recorded).isInstanceOf(Recorded.Done.class);
    return ((Recorded.Done) recorded).entry();
  }

  private static Draft draft(String subject, String note) {
    return Draft.of(NOTED, subject, SOMEBODY, quads(subject, note));
  }

  private static CanonicalQuads quads(String subject, String note) {
    return CanonicalQuads.of(List.of(quad(subject, note)));
  }

  private static Quad quad(String subject, String note) {
    return Quad.create(
        Quad.defaultGraphIRI,
        NodeFactory.createURI(subject),
        NodeFactory.createURI("http://purl.org/dc/terms/description"),
        NodeFactory.createLiteralString(note));
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A clock that goes where it is told. */
  private static class HandClock extends Clock {
    private Instant now;

    HandClock(Instant now) {
      this.now = Objects.requireNonNull(now);
    }

    void move(long seconds) {
      now = now.plusSeconds(seconds);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
