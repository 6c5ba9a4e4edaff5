package org.commonsregistry.catalog;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Draft;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.ledger.PayloadTooLargeException;
import org.commonsregistry.ledger.Recorded;
import org.commonsregistry.rdf.RdfRefusedException;

/**
 * Turns submissions into versions. The same submission twice is one version; what other sources
 * said stays; what was withdrawn stays withdrawn. Thread-safe: a version drafted on what somebody
 * else has changed meanwhile is drafted again.
 */
@Singleton
public final class Publishing {
  private static final int TRIES = 50;
  private static final int PATIENT_TRIES = 3;
  private final Ledger ledger;
  private final Origins origins;

  Publishing(Ledger ledger, Origins origins) {
    this.ledger = ledger;
    this.origins = origins;
  }

  /** What to do when an address that is not asked for by name belongs to something else already. */
  public enum OnCollision {
    REFUSE,
    RENAME
  }

  public Published publish(Submission submission, Actor actor, OnCollision onCollision) {
    return publish(List.of(submission), actor, onCollision).getFirst();
  }

  /**
   * In order; each submission stands for itself. But with {@link OnCollision#REFUSE} all are taken
   * in or none: then only the refusals are given back.
   */
  public List<Published> publish(
      List<Submission> submissions, Actor actor, OnCollision onCollision) {
    var outcomes = new Published[submissions.size()];
    var open = new ArrayList<Integer>();
    for (var i = 0; i < submissions.size(); i++) {
      open.add(i);
    }
    for (var round = 0; !open.isEmpty(); round++) {
      if (round == TRIES + submissions.size()) {
        throw new IllegalStateException(
            "Somebody else keeps changing the same datasets; try again.");
      }
      if (round > PATIENT_TRIES) {
        pause();
      }
      open = new ArrayList<>(attempt(submissions, open, outcomes, actor, onCollision));
      if (onCollision == OnCollision.REFUSE && refusals(outcomes).size() > 0) {
        return refusals(outcomes);
      }
    }
    return List.of(outcomes);
  }

  /** Lets others go first, each for a different while. */
  private static void pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(1, 10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Published> refusals(Published[] outcomes) {
    return Arrays.stream(outcomes).filter(Published.Refused.class::isInstance).toList();
  }

  /**
   * One pass; gives back what must be tried again: the stale, and repeats of a dataset within the
   * batch.
   */
  private List<Integer> attempt(
      List<Submission> submissions,
      List<Integer> open,
      Published[] outcomes,
      Actor actor,
      OnCollision onCollision) {
    var named = named(submissions, open);
    var standing = standing(submissions, open, named);
    var claims = new HashMap<String, DatasetId>();
    var drafts = new ArrayList<Draft>();
    var drafted = new ArrayList<Integer>();
    var firsts = new HashMap<Integer, Boolean>();
    var touched = new HashMap<String, Submission>();
    var again = new ArrayList<Integer>();
    for (var i : open) {
      var submission = submissions.get(i);
      var place = place(submission, standing, named, onCollision);
      if (place.isEmpty()) {
        outcomes[i] = noPlace(submission);
        continue;
      }
      var id = place.get();
      var earlier = touched.putIfAbsent(id.iri(), submission);
      if (earlier != null) {
        if (onCollision == OnCollision.REFUSE && !earlier.origin().equals(submission.origin())) {
          outcomes[i] = noPlace(submission);
        } else {
          again.add(i);
        }
        continue;
      }
      var before = standing.getOrDefault(id.iri(), Standing.nothing());
      if (before.withdrawn()) {
        outcomes[i] = new Published.KeptWithdrawn(id, before.latest());
        continue;
      }
      try {
        var payload = VersionDraft.of(id, submission, before.payload());
        if (before.exists() && payload.sameAs(before.payload().toBytes())) {
          outcomes[i] = new Published.Unchanged(id);
          continue;
        }
        drafts.add(
            Draft.of(DatasetKinds.DESCRIBED, id.iri(), actor, payload).after(before.latest()));
        drafted.add(i);
        if (!submission.origin().isEmpty() && !named.containsKey(submission.origin())) {
          claims.put(submission.origin(), id);
        }
        firsts.put(i, before.latest() == 0);
      } catch (PayloadTooLargeException e) {
        outcomes[i] =
            new Published.Refused(
                submission.titleOrId(),
                String.valueOf(e.getMessage()),
                "Shorten the description or the list of distributions.",
                Published.Cause.TOO_LARGE);
      } catch (RdfRefusedException e) {
        outcomes[i] =
            new Published.Refused(
                submission.titleOrId(),
                String.valueOf(e.getMessage()),
                e.remedy(),
                Published.Cause.INVALID);
      }
    }
    if (onCollision == OnCollision.REFUSE && refusals(outcomes).size() > 0) {
      return List.of();
    }
    origins.claim(claims);
    var recorded = drafts.isEmpty() ? List.<Recorded>of() : ledger.append(drafts);
    for (var n = 0; n < recorded.size(); n++) {
      var i = drafted.get(n);
      switch (recorded.get(n)) {
        case Recorded.Done done ->
            outcomes[i] =
                new Published.Recorded(
                    DatasetId.ofIri(done.entry().subject()).orElseThrow(),
                    done.entry().sequence(),
                    firsts.getOrDefault(i, false));
        case Recorded.Stale stale -> again.add(i);
      }
    }
    again.sort(null);
    return again;
  }

  private Map<String, DatasetId> named(List<Submission> submissions, List<Integer> open) {
    var wanted = new LinkedHashSet<String>();
    for (var i : open) {
      if (submissions.get(i).named().isEmpty() && !submissions.get(i).origin().isEmpty()) {
        wanted.add(submissions.get(i).origin());
      }
    }
    return origins.named(wanted);
  }

  private Map<String, Standing> standing(
      List<Submission> submissions, List<Integer> open, Map<String, DatasetId> named) {
    var subjects = new LinkedHashSet<String>();
    for (var i : open) {
      var submission = submissions.get(i);
      var known = named.get(submission.origin());
      if (known != null && submission.named().isEmpty()) {
        subjects.add(known.iri());
        continue;
      }
      asked(submission).ifPresent(id -> subjects.add(id.iri()));
      renamed(submission).ifPresent(id -> subjects.add(id.iri()));
    }
    var latest = ledger.latestNumbers(subjects);
    var entries = ledger.standing(subjects, Long.MAX_VALUE); // after: what came between is stale
    var standing = new HashMap<String, Standing>();
    for (var subject : subjects) {
      standing.put(
          subject,
          new Standing(
              latest.getOrDefault(subject, 0L), Optional.ofNullable(entries.get(subject)), ledger));
    }
    return standing;
  }

  private static Optional<DatasetId> asked(Submission submission) {
    return submission.named().or(() -> DatasetId.suggestedBy(submission.titleOrId()));
  }

  private static Optional<DatasetId> renamed(Submission submission) {
    if (submission.named().isPresent() || submission.origin().isEmpty()) {
      return Optional.empty();
    }
    var mark = VersionDraft.sha256(submission.origin()).substring(0, 8);
    var slug = asked(submission).map(DatasetId::slug).orElse("dataset");
    var shortened = slug.length() > 90 ? slug.substring(0, 90).replaceAll("-$", "") : slug;
    return Optional.of(new DatasetId(shortened + "-" + mark));
  }

  private static Optional<DatasetId> place(
      Submission submission,
      Map<String, Standing> standing,
      Map<String, DatasetId> named,
      OnCollision onCollision) {
    var known = named.get(submission.origin());
    if (known != null && submission.named().isEmpty()) {
      return Optional.of(known);
    }
    var renamed = renamed(submission);
    if (renamed.isPresent()
        && standing.getOrDefault(renamed.get().iri(), Standing.nothing()).latest() > 0) {
      return renamed;
    }
    var asked = asked(submission);
    if (asked.isEmpty()) {
      return renamed;
    }
    var there = standing.getOrDefault(asked.get().iri(), Standing.nothing());
    if (there.latest() == 0
        || submission.named().isPresent()
        || submission.origin().isEmpty()
        || there.knows(asked.get(), submission.origin())) {
      return asked;
    }
    return switch (onCollision) {
      case RENAME -> renamed;
      case REFUSE -> Optional.empty();
    };
  }

  private static Published noPlace(Submission submission) {
    var asked = asked(submission).map(DatasetId::slug).orElse("");
    return asked.isEmpty()
        ? new Published.Refused(
            submission.titleOrId(),
            "No address can be made from '" + submission.titleOrId() + "'.",
            "Name the dataset's address yourself (slug).",
            Published.Cause.INVALID)
        : new Published.Refused(
            submission.titleOrId(),
            "The address '" + asked + "' belongs to another dataset.",
            "If it is the same dataset, send it under its own identifier; otherwise choose another slug.",
            Published.Cause.COLLISION);
  }
}
