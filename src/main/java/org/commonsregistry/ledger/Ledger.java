package org.commonsregistry.ledger;

import io.micronaut.context.event.ApplicationEventPublisher;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.commonsregistry.home.FreeSpace;
import org.commonsregistry.home.HomeFullException;
import org.commonsregistry.rdf.CanonicalQuads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends and reads entries. Appending is durable when it returns; callers that arrive while
 * another commits share the next commit (group commit). Numbers are gapless because they are given
 * inside the transaction, under a lock on the head row, so several processes may share one
 * database. Thread-safe.
 */
@Singleton
public final class Ledger {
  private static final int LARGEST_GROUP = 4_000;
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  private final EntryTable table;
  private final Subjects about;
  private final FreeSpace space;
  private final Clock clock;
  private final ApplicationEventPublisher<EntryAppended> news;
  private final SecureRandom random = new SecureRandom();
  private final ReentrantLock committing = new ReentrantLock();
  private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();

  Ledger(
      EntryTable table,
      Subjects about,
      FreeSpace space,
      Clock clock,
      ApplicationEventPublisher<EntryAppended> news) {
    this.table = table;
    this.about = about;
    this.space = space;
    this.clock = clock;
    this.news = news;
  }

  private static final class Waiting {
    final List<Draft> drafts;
    volatile @Nullable List<Recorded> outcome;
    volatile @Nullable Throwable failure;

    Waiting(List<Draft> drafts) {
      this.drafts = drafts;
    }

    boolean settled() {
      return outcome != null || failure != null;
    }
  }

  /** Records drafts in this order; each is done or stale for itself. */
  public List<Recorded> append(List<Draft> drafts) {
    var mine = new Waiting(List.copyOf(drafts));
    queue.add(mine);
    committing.lock();
    try {
      while (!mine.settled()) {
        commitGroup();
      }
    } finally {
      committing.unlock();
    }
    switch (mine.failure) {
      case null -> {
        return Objects.requireNonNull(mine.outcome);
      }
      case HomeFullException full -> throw full;
      case Throwable cause -> throw new NotRecordedException(cause);
    }
  }

  public Recorded append(Draft draft) {
    return append(List.of(draft)).getFirst();
  }

  private void commitGroup() {
    var group = new ArrayList<Waiting>();
    var size = 0;
    while (size < LARGEST_GROUP && !queue.isEmpty()) {
      var next = queue.remove();
      group.add(next);
      size += next.drafts.size();
    }
    commit(group);
  }

  /** Settles everybody in the group, whatever happens; nobody fails for somebody else's draft. */
  private void commit(List<Waiting> group) {
    Written written;
    try {
      space.require();
      written = table.inTransaction(() -> write(group));
    } catch (RuntimeException | Error e) {
      if (group.size() > 1) {
        group.forEach(alone -> commit(List.of(alone)));
      } else {
        group.forEach(waiting -> waiting.failure = e);
      }
      return;
    }
    tell(written.head());
    try {
      table.force();
      for (var i = 0; i < group.size(); i++) {
        group.get(i).outcome = written.outcomes().get(i);
      }
    } catch (RuntimeException | Error e) { // it is there, but nobody may rely on it
      group.forEach(waiting -> waiting.failure = e);
    }
  }

  /** What is recorded stays recorded, whatever a listener makes of the news. */
  private void tell(long head) {
    try {
      news.publishEvent(new EntryAppended(head));
    } catch (RuntimeException e) {
      LOG.error("The news of entry {} did not reach everybody.", head, e);
    }
  }

  private record Written(List<List<Recorded>> outcomes, long head) {}

  private Written write(List<Waiting> group) {
    var head = table.lockedHead();
    var now = latest(clock.instant(), Instant.parse(head.recordedAt()));
    var latest = latestNumbers(group);
    var sequence = head.sequence();
    var entries = new ArrayList<Entry>();
    var outcomes = new ArrayList<List<Recorded>>();
    for (var waiting : group) {
      var done = new ArrayList<Recorded>();
      for (var draft : waiting.drafts) {
        var last = latest.getOrDefault(draft.subject(), 0L);
        if (draft.basis().isPresent() && draft.basis().getAsLong() != last) {
          done.add(new Recorded.Stale(draft.subject(), draft.basis().getAsLong(), last));
          continue;
        }
        var entry = entry(++sequence, draft, now);
        latest.put(draft.subject(), sequence);
        entries.add(entry);
        done.add(new Recorded.Done(entry));
      }
      outcomes.add(done);
    }
    if (!entries.isEmpty()) {
      table.insert(entries);
      table.moveHead(new EntryTable.Head(sequence, Leaf.when(now)));
    }
    return new Written(outcomes, sequence);
  }

  private Map<String, Long> latestNumbers(List<Waiting> group) {
    var subjects = new LinkedHashSet<String>();
    for (var waiting : group) {
      waiting.drafts.stream()
          .filter(draft -> draft.basis().isPresent())
          .forEach(draft -> subjects.add(draft.subject()));
    }
    return new HashMap<>(about.latestNumbers(subjects));
  }

  private Entry entry(long sequence, Draft draft, Instant when) {
    var salt = new byte[Leaf.SALT_BYTES];
    random.nextBytes(salt);
    var leaf =
        Leaf.of(
            draft.kind(), draft.actor(), when, draft.subject(), draft.payload().toBytes(), salt);
    return new Entry(
        sequence,
        draft.kind(),
        draft.subject(),
        draft.actor(),
        when,
        Optional.of(draft.payload()),
        Optional.of(salt),
        leaf,
        OptionalLong.empty());
  }

  /** Time in the ledger never runs backwards, whatever the machine's clock does. */
  private static Instant latest(Instant a, Instant b) {
    var micros = a.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    return micros.isBefore(b) ? b : micros;
  }

  /**
   * Deletes the payload and salt of an entry and records who ordered it; the leaf stays, so every
   * proof still holds.
   *
   * @param order canonical N-Quads that say why, without repeating what is deleted
   * @return the entry that records the order, or empty when there is no such entry or it was
   *     redacted before
   */
  public Optional<Entry> redact(long sequence, Actor actor, CanonicalQuads order) {
    committing.lock();
    try {
      var redacted =
          table.inTransaction(
              () -> {
                var head = table.lockedHead();
                var target = table.find(sequence).filter(entry -> !entry.redacted());
                if (target.isEmpty()) {
                  return Optional.<Entry>empty();
                }
                var now = latest(clock.instant(), Instant.parse(head.recordedAt()));
                var draft = Draft.of(EntryKind.REDACTED, target.get().subject(), actor, order);
                var entry = entry(head.sequence() + 1, draft, now);
                table.insert(List.of(entry));
                table.moveHead(new EntryTable.Head(entry.sequence(), Leaf.when(now)));
                table.redact(sequence, entry.sequence());
                return Optional.of(entry);
              });
      redacted.ifPresent(entry -> tell(entry.sequence()));
      table.force();
      return redacted;
    } finally {
      committing.unlock();
    }
  }

  /** The last number given out, 0 for an empty ledger. */
  public long head() {
    return table.reading(() -> table.head().sequence());
  }

  public Optional<Entry> find(long sequence) {
    return table.reading(() -> table.find(sequence));
  }

  /** Entries behind a number, in order, redacted ones included. */
  public List<Entry> after(long sequence, int limit) {
    return table.reading(() -> table.range(sequence, limit));
  }

  /** Every entry of a subject, oldest first, redacted ones included. */
  public List<Entry> history(String subject) {
    return table.reading(() -> table.history(subject));
  }

  /** The number of the last entry recorded at or before a time. */
  public long sequenceAt(Instant time) {
    return table.reading(() -> table.sequenceAt(time));
  }

  /**
   * What stands for each subject at a number: its last entry that is neither redacted nor a
   * redaction order.
   */
  public Map<String, Entry> standing(Collection<String> subjects, long upTo) {
    return subjects.isEmpty() ? Map.of() : table.reading(() -> table.standing(subjects, upTo));
  }

  /** The last number, at most a given one, up to which payloads take no more than so many bytes. */
  long batchEnd(long after, long upTo, long bytes) {
    return table.reading(() -> table.batchEnd(after, upTo, bytes));
  }

  /** The subjects of the entries behind a number up to another. */
  public Collection<String> subjects(long after, long upTo) {
    return table.reading(() -> about.touched(after, upTo));
  }

  /** Subjects with a beginning, in order, those that sort after another text. */
  public List<String> subjects(String beginning, String after, int limit) {
    return table.reading(() -> about.following(beginning, after, limit));
  }

  /** How many subjects with a beginning have a standing entry of a kind. */
  public long countStanding(String beginning, EntryKind kind) {
    return table.reading(() -> about.countStanding(beginning, kind.token()));
  }

  /** For each subject how many entries it has that can be read, redaction orders left out. */
  public Map<String, Integer> readableCounts(Collection<String> subjects) {
    return subjects.isEmpty() ? Map.of() : table.reading(() -> about.readableCounts(subjects));
  }

  /** The last number of each subject that has any entry, for use as a draft's basis. */
  public Map<String, Long> latestNumbers(Collection<String> subjects) {
    return subjects.isEmpty() ? Map.of() : table.reading(() -> about.latestNumbers(subjects));
  }
}
