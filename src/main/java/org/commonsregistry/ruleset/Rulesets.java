package org.commonsregistry.ruleset;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Draft;
import org.commonsregistry.ledger.Entry;
import org.commonsregistry.ledger.EntryAppended;
import org.commonsregistry.ledger.EntryKind;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ledger.Recorded;

/**
 * The rulesets of this registry: the one that counts, and every earlier one, so that any verdict
 * can be recomputed. Thread-safe.
 */
@Singleton
public final class Rulesets {
  /** Payload: every file of the ruleset. */
  public static final EntryKind ADOPTED = new EntryKind("ruleset.adopted");

  /** The name of the ruleset that this registry classifies by. */
  public static final String NAME = "commons-by-default";

  /** Where its first version lies on the class path. */
  public static final String FOUNDING = "/classifier/2026.1";

  private static final String SUBJECT = "urn:commons:ruleset:" + NAME;

  private final Ledger ledger;
  private final AtomicLong news = new AtomicLong();
  private final Map<Long, Ruleset> bySequence = new ConcurrentHashMap<>();
  private volatile Read read = new Read(-1, 0, List.of());

  Rulesets(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * @param news how much news there was before looking
   * @param latest number of the subject's last entry, 0 for none
   * @param adopted oldest first
   */
  private record Read(long news, long latest, List<Adopted> adopted) {}

  /**
   * A ruleset and when it began to count.
   *
   * @param sequence number of the ledger's entry
   */
  public record Adopted(Ruleset ruleset, long sequence, Instant at, Actor by) {}

  /** Puts the founding ruleset into a ledger that has none. */
  public void foundOnce() {
    if (ledger.latestNumbers(List.of(SUBJECT)).isEmpty()) {
      record(founding(), Actor.REGISTRY, 0);
    }
  }

  /**
   * The founding ruleset as it comes with this software.
   *
   * @throws IllegalStateException when it cannot be read, which is this software's fault
   */
  public static Ruleset founding() {
    return switch (RulesetReader.readClassPath(FOUNDING)) {
      case Reading.Accepted(var ruleset) -> ruleset;
      case Reading.Refused(var faults) ->
          throw new IllegalStateException("the founding ruleset is not valid: " + faults);
    };
  }

  /**
   * Records that a ruleset counts from now on. The same one again records nothing.
   *
   * @return the entry's number, or empty when somebody adopted another one at the same time
   * @throws IllegalArgumentException when it has another name than this registry's
   */
  public Optional<Adopted> adopt(Ruleset ruleset, Actor by) {
    if (!ruleset.name().equals(NAME)) {
      throw new IllegalArgumentException(
          "this registry classifies by '" + NAME + "', found '" + ruleset.name() + "'");
    }
    var standing = current();
    if (standing.isPresent() && standing.get().ruleset().hash().equals(ruleset.hash())) {
      return standing;
    }
    return record(ruleset, by, ledger.latestNumbers(List.of(SUBJECT)).getOrDefault(SUBJECT, 0L));
  }

  private Optional<Adopted> record(Ruleset ruleset, Actor by, long after) {
    var payload = RulesetQuads.write(ruleset, SUBJECT);
    return switch (ledger.append(Draft.of(ADOPTED, SUBJECT, by, payload).after(after))) {
      case Recorded.Done(var entry) -> adopted(entry);
      case Recorded.Stale stale -> Optional.empty();
    };
  }

  @EventListener
  void onNews(EntryAppended appended) {
    news.incrementAndGet();
  }

  /** The ruleset that counts; empty before the registry is founded. */
  public Optional<Adopted> current() {
    var all = history();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  public Optional<Ruleset> byHash(RulesetHash hash) {
    return history().stream()
        .map(Adopted::ruleset)
        .filter(ruleset -> ruleset.hash().equals(hash))
        .findFirst();
  }

  /** Every adoption, oldest first. */
  public List<Adopted> history() {
    var known = read;
    var now = news.get();
    if (known.news() != now) {
      var latest = ledger.latestNumbers(List.of(SUBJECT)).getOrDefault(SUBJECT, 0L);
      known = new Read(now, latest, known.latest() == latest ? known.adopted() : adopted());
      read = known;
    }
    return known.adopted();
  }

  private List<Adopted> adopted() {
    return ledger.history(SUBJECT).stream()
        .filter(entry -> entry.kind().equals(ADOPTED))
        .flatMap(entry -> adopted(entry).stream())
        .toList();
  }

  private Optional<Adopted> adopted(Entry entry) {
    return entry
        .payload()
        .map(
            payload -> {
              var ruleset =
                  bySequence.computeIfAbsent(
                      entry.sequence(), n -> read(RulesetQuads.files(payload)));
              return new Adopted(ruleset, entry.sequence(), entry.recordedAt(), entry.actor());
            });
  }

  /** What was accepted once is read again; that it no longer is would be this software's fault. */
  private static Ruleset read(List<Source> files) {
    return switch (RulesetReader.read(files)) {
      case Reading.Accepted(var ruleset) -> ruleset;
      case Reading.Refused(var faults) ->
          throw new IllegalStateException("a recorded ruleset is not valid: " + faults);
    };
  }
}
