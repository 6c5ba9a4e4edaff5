package org.commonsregistry.holdings;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.commonsregistry.rdf.BaseIri;

/**
 * A holding as the API shows it.
 *
 * @param datasetVersion ledger number of the dataset's description that stood when it came
 * @param languages documents by language tag, {@code und} where it could not be told
 * @param licences documents by licence as stated, the empty text where none was
 * @param rejected records of the file that were not taken
 * @param rejections the first of these; only when one holding is asked for
 * @param repeated texts that came before in the same holding; only when one holding is asked for
 * @param segments the blobs it is in; only when one holding is asked for
 */
@Serdeable
record HoldingItem(
    String dataset,
    int number,
    String iri,
    long sequence,
    Instant recordedAt,
    long datasetVersion,
    String purpose,
    long documents,
    long words,
    long bytes,
    Map<String, Long> languages,
    Map<String, Long> licences,
    long rejected,
    File file,
    String manifest,
    Map<String, String> links,
    @Nullable Long repeated,
    @Nullable List<Rejection> rejections,
    @Nullable List<Segment> segments) {

  /**
   * @param bytes as it came
   */
  @Serdeable
  record File(String name, String sha256, long bytes) {}

  static HoldingItem brief(Holding holding, BaseIri base) {
    return of(holding, base, null, null, null);
  }

  static HoldingItem full(Holding holding, Manifest manifest, BaseIri base) {
    return of(holding, base, manifest.repeated(), manifest.rejections(), manifest.segments());
  }

  private static HoldingItem of(
      Holding holding,
      BaseIri base,
      @Nullable Long repeated,
      @Nullable List<Rejection> rejections,
      @Nullable List<Segment> segments) {
    var counts = holding.counts();
    var self = base.resolve("api/v1/holdings/" + holding.id());
    return new HoldingItem(
        holding.slug(),
        holding.id().number(),
        base.toPublic(holding.id().iri()),
        holding.sequence(),
        holding.recordedAt(),
        holding.datasetVersion(),
        holding.purpose().token(),
        counts.documents(),
        counts.words(),
        counts.bytes(),
        counts.languages(),
        counts.licences(),
        holding.rejected(),
        new File(holding.file().name(), holding.file().sha256(), holding.file().bytes()),
        holding.manifest().sha256(),
        Map.of(
            "self",
            self,
            "records",
            self + "/records",
            "dataset",
            base.toPublic(holding.id().dataset().iri())),
        repeated,
        rejections,
        segments);
  }
}
