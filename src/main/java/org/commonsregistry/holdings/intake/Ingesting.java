package org.commonsregistry.holdings.intake;

import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.commonsregistry.blob.BlobStore;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.holdings.Holding;
import org.commonsregistry.holdings.HoldingEntries;
import org.commonsregistry.holdings.Holdings;
import org.commonsregistry.holdings.NewHolding;
import org.commonsregistry.home.FreeSpace;
import org.commonsregistry.home.Home;
import org.commonsregistry.ledger.Actor;

/**
 * Brings whole files of texts in. A file is held completely or not at all: its one entry is
 * recorded when every segment is durable. One file at a time per dataset. Thread-safe.
 */
@Singleton
public final class Ingesting {
  private final Datasets datasets;
  private final Holdings holdings;
  private final HoldingEntries entries;
  private final BlobStore blobs;
  private final FreeSpace space;
  private final Path journals;
  private final Path temporary;
  private final long largest;
  private final int cores = Runtime.getRuntime().availableProcessors();
  private final ExecutorService packing =
      Executors.newFixedThreadPool(
          cores, Thread.ofPlatform().name("packing-", 0).daemon().factory());
  private final Set<DatasetId> busy = ConcurrentHashMap.newKeySet();

  Ingesting(
      Datasets datasets,
      Holdings holdings,
      HoldingEntries entries,
      BlobStore blobs,
      FreeSpace space,
      Home home,
      @Value("${commons.holdings.file-bytes}") long largest) {
    this.datasets = datasets;
    this.holdings = holdings;
    this.entries = entries;
    this.blobs = blobs;
    this.space = space;
    this.journals = home.folder("holdings");
    this.temporary = home.folder("tmp");
    this.largest = largest;
  }

  @PreDestroy
  void stop() {
    packing.shutdownNow();
  }

  /** A standing holding of the same file, as far as the sender says which file it is. */
  public Optional<Holding> held(IngestRequest request) {
    return request.sha256().flatMap(sha256 -> held(request, sha256));
  }

  private Optional<Holding> held(IngestRequest request, String sha256) {
    return holdings.of(request.dataset()).stream()
        .filter(holding -> holding.file().sha256().equals(sha256))
        .filter(holding -> holding.purpose() == request.purpose())
        .findFirst();
  }

  /**
   * @param body the file as it is; read to its end, not closed
   * @throws org.commonsregistry.home.HomeFullException when the disk is full; the same file sent
   *     again goes on
   */
  public IngestOutcome run(
      IngestRequest request, InputStream body, Actor actor, IngestListener listener) {
    if (!busy.add(request.dataset())) {
      return new IngestOutcome.Refused(
          "Another file is just being ingested for the dataset '" + request.dataset() + "'.",
          "Send this one when that is done.",
          true);
    }
    try {
      space.require();
      var held = held(request);
      if (held.isPresent()) {
        return new IngestOutcome.AlreadyHeld(held.get());
      }
      return journalled(request, new SourceBytes(body), actor, listener);
    } catch (IOException e) {
      return new IngestOutcome.Refused(
          "The registry could not keep the texts: " + e.getMessage(),
          "The operator finds the reason in the log. Send the file again later.",
          request.sha256().isPresent());
    } finally {
      busy.remove(request.dataset());
    }
  }

  private IngestOutcome journalled(
      IngestRequest request, SourceBytes body, Actor actor, IngestListener listener)
      throws IOException {
    var name = request.key().map(key -> request.dataset().slug() + "--" + key);
    try (var journal = Journal.open(journals, name, blobs)) {
      var run = new FileRun(request, journal, blobs, packing, cores, listener, body);
      IngestOutcome outcome;
      try {
        read(request, body, run);
        run.finish();
        outcome = recorded(request, body, run, actor);
      } catch (FileRefusedException e) {
        run.abandon();
        outcome = new IngestOutcome.Refused(e.getMessage() + "", e.remedy(), false);
      } catch (IOException e) {
        run.abandon();
        outcome = broken(request, body, e);
      } catch (RuntimeException e) {
        run.abandon();
        throw e;
      }
      if (!(outcome instanceof IngestOutcome.Refused refused && refused.resumable())) {
        journal.forget();
      }
      return outcome;
    }
  }

  private void read(IngestRequest request, SourceBytes body, FileRun run) throws IOException {
    var format =
        FileFormat.ofName(request.name())
            .orElseThrow(
                () ->
                    new FileRefusedException(
                        "The name '" + request.name() + "' does not say what the file is.",
                        "Expected is a name that ends with " + FileFormat.expected() + "."));
    var bounds = new Bounds(largest);
    switch (format) {
      case TEXT -> PlainTexts.read(Unpacking.of(body, bounds), request.name(), false, run);
      case MARKDOWN -> PlainTexts.read(Unpacking.of(body, bounds), request.name(), true, run);
      case JSON_LINES -> JsonTexts.read(Unpacking.of(body, bounds), "", run);
      case TAR -> ArchiveTexts.tar(Unpacking.of(body, bounds), run);
      case ZIP -> ArchiveTexts.zip(bounds.packed(body), bounds, run);
      case PARQUET -> parquet(body, bounds, run);
    }
  }

  private void parquet(SourceBytes body, Bounds bounds, FileRun run) throws IOException {
    var file = Files.createTempFile(temporary, "ingest-", ".parquet");
    try {
      Files.copy(bounds.packed(body), file, StandardCopyOption.REPLACE_EXISTING);
      ParquetTexts.read(file, bounds, run);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private IngestOutcome recorded(IngestRequest request, SourceBytes body, FileRun run, Actor actor)
      throws IOException {
    var sha256 = body.sha256();
    if (request.sha256().isPresent() && !request.sha256().get().equals(sha256)) {
      return new IngestOutcome.Refused(
          "The bytes that came have the SHA-256 " + sha256 + ", not the one they were sent with.",
          "Compute it again and send the file again.",
          false);
    }
    var held = held(request, sha256);
    if (held.isPresent()) {
      return new IngestOutcome.AlreadyHeld(held.get());
    }
    var counts = run.finalCounts();
    if (counts.documents() == 0) {
      return new IngestOutcome.Refused(
          "There is no text in this file that can be taken; "
              + run.rejected()
              + " records were rejected.",
          "Look at the reasons given for them.",
          false);
    }
    var version = datasets.current(request.dataset()).filter(current -> !current.withdrawn());
    if (version.isEmpty()) {
      return new IngestOutcome.Refused(
          "There is no dataset '" + request.dataset() + "' in the catalogue.",
          "Publish its description first; GET /api/v1/datasets lists what there is.",
          true);
    }
    var manifest = blobs.put(new ByteArrayInputStream(run.manifest().toBytes()));
    var holding =
        new NewHolding(
            version.get().sequence(),
            request.purpose(),
            counts,
            run.rejected(),
            manifest,
            new Holding.SourceFile(request.name(), sha256, body.count()));
    return new IngestOutcome.Ingested(
        entries.record(request.dataset(), holding, actor), run.tally());
  }

  /** Whether the sender broke off, who may go on, or the file itself is damaged. */
  private static IngestOutcome broken(IngestRequest request, SourceBytes body, IOException why) {
    var resumable = request.sha256().isPresent();
    if (!body.brokenOff() && resumable) {
      try {
        resumable = !body.sha256().equals(request.sha256().get());
      } catch (IOException e) {
        resumable = true;
      }
    }
    return new IngestOutcome.Refused(
        "The file broke off or is damaged: " + why.getMessage() + ".",
        resumable
            ? "Send it again; it goes on where it broke off."
            : "Look whether it can be unpacked, and send it again.",
        resumable);
  }
}
