package org.commonsregistry.holdings.intake;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.commonsregistry.blob.BlobId;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.catalog.intake.ClassPathFolder;
import org.commonsregistry.catalog.intake.Founded;
import org.commonsregistry.holdings.HoldingEntries;
import org.commonsregistry.holdings.HoldingId;
import org.commonsregistry.holdings.Purpose;
import org.commonsregistry.holdings.Rejection;
import org.commonsregistry.ledger.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the sample texts in at the first start, for their dataset in the seed catalogue.
 * Interrupted half-way it starts again; withdrawn texts do not come back.
 */
@Singleton
final class SampleTexts {
  private static final DatasetId DATASET = new DatasetId("commons-registry-sample-texts");
  private static final String FOLDER = "texts";
  private static final Logger LOG = LoggerFactory.getLogger(SampleTexts.class);

  private final Ingesting ingesting;
  private final HoldingEntries entries;
  private final Datasets datasets;

  SampleTexts(Ingesting ingesting, HoldingEntries entries, Datasets datasets) {
    this.ingesting = ingesting;
    this.entries = entries;
    this.datasets = datasets;
  }

  @EventListener
  void onFounded(Founded founded) {
    if (!founded.seeded() || entries.known(new HoldingId(DATASET, 1))) {
      return;
    }
    var texts = ClassPathFolder.texts(FOLDER, ".md");
    texts.remove("README.md");
    if (texts.isEmpty() || datasets.current(DATASET).isEmpty()) {
      return;
    }
    var archive = archive(texts);
    var request =
        new IngestRequest(
            DATASET,
            "sample-texts.tar",
            Optional.of(BlobId.of(archive).sha256()),
            Purpose.TRAINING,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    var outcome =
        ingesting.run(request, new ByteArrayInputStream(archive), Actor.REGISTRY, new Log());
    switch (outcome) {
      case IngestOutcome.Ingested ingested ->
          LOG.info("{} sample texts are held.", ingested.tally().documents());
      case IngestOutcome.AlreadyHeld held -> LOG.info("The sample texts are held already.");
      case IngestOutcome.Refused refused ->
          LOG.error("The sample texts were refused: {}", refused.reason());
    }
  }

  /** Always the same bytes for the same texts. */
  private static byte[] archive(Map<String, String> texts) {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
      for (var text : texts.entrySet()) {
        var content = text.getValue().getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(text.getKey());
        entry.setSize(content.length);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static final class Log implements IngestListener {
    @Override
    public void progress(IngestTally tally) {}

    @Override
    public void rejected(Rejection rejection) {
      LOG.error("The sample text {} was rejected: {}", rejection.place(), rejection.reason());
    }
  }
}
