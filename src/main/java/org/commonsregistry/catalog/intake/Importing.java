package org.commonsregistry.catalog.intake;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.commonsregistry.catalog.Published;
import org.commonsregistry.catalog.Publishing;
import org.commonsregistry.catalog.Publishing.OnCollision;
import org.commonsregistry.catalog.Submission;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.rdf.RdfRefusedException;

/**
 * Brings whole files in, in batches as they are read. A batch is durable when it is counted; a file
 * that breaks off keeps what was counted. Thread-safe.
 */
@Singleton
public final class Importing {
  private static final int BATCH = 500;
  private static final long HEAVIEST_BATCH = 8 << 20;
  private static final long MOST_REFUSED = 100_000;

  private final IntakeFile files;
  private final Publishing publishing;

  Importing(IntakeFile files, Publishing publishing) {
    this.files = files;
    this.publishing = publishing;
  }

  /** Who hears how an import goes, on the importing thread. */
  public interface Listener {
    void progress(ImportTally tally);

    void refused(Refusal refusal);
  }

  /**
   * @return the final count; its {@code broken} says why the file could not be read to its end
   */
  public ImportTally run(
      InputStream in,
      IntakeFormat format,
      IntakeFile.Origin origin,
      Actor actor,
      Listener listener) {
    var run = new Run(actor, listener);
    try {
      files.read(in, format, origin, run);
      run.flush();
      return run.tally;
    } catch (RdfRefusedException e) {
      run.flush();
      return run.tally.broken(e.getMessage() + " " + e.remedy());
    } catch (UncheckedIOException e) {
      run.flush();
      return run.tally.broken(
          "The file broke off: " + e.getMessage() + ". Everything counted above is kept.");
    } catch (IOException e) {
      run.flush();
      return run.tally.broken(
          "The file broke off: "
              + e.getMessage()
              + ". Everything counted above is kept; send the file again to go on.");
    }
  }

  private final class Run implements Consumer<Taken> {
    private final Actor actor;
    private final Listener listener;
    private final List<Submission> submissions = new ArrayList<>();
    private final List<String> places = new ArrayList<>();
    private final Occurrences occurrences = new Occurrences();
    private long weight;
    private ImportTally tally = ImportTally.NOTHING;

    Run(Actor actor, Listener listener) {
      this.actor = actor;
      this.listener = listener;
    }

    @Override
    public void accept(Taken taken) {
      switch (taken) {
        case Taken.Readable readable -> {
          submissions.add(occurrences.numbered(readable.submission()));
          places.add(readable.place());
          weight += readable.submission().weight();
        }
        case Taken.Refused refused -> refuse(refused.refusal());
      }
      if (submissions.size() >= BATCH || weight >= HEAVIEST_BATCH) {
        flush();
      }
    }

    private void refuse(Refusal refusal) {
      tally = tally.withRefused();
      listener.refused(refusal);
      if (tally.refused() >= MOST_REFUSED) {
        throw new RdfRefusedException(
            MOST_REFUSED + " records of this file were refused, so the rest was not read.",
            "Make sure that it is what its name says, mend it and send it again.");
      }
    }

    private void flush() {
      if (submissions.isEmpty()) {
        return;
      }
      var outcomes = publishing.publish(submissions, actor, OnCollision.RENAME);
      for (var i = 0; i < outcomes.size(); i++) {
        switch (outcomes.get(i)) {
          case Published.Recorded recorded ->
              tally = recorded.first() ? tally.withCreated() : tally.withUpdated();
          case Published.Unchanged unchanged -> tally = tally.withUnchanged();
          case Published.KeptWithdrawn kept -> tally = tally.withKeptWithdrawn();
          case Published.Refused refused ->
              refuse(
                  new Refusal(places.get(i), refused.record(), refused.reason(), refused.remedy()));
        }
      }
      tally = tally.upTo(outcomes);
      submissions.clear();
      places.clear();
      weight = 0;
      listener.progress(tally);
    }
  }
}
