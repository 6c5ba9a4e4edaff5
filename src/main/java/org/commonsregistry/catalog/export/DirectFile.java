package org.commonsregistry.catalog.export;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.Dataset.Distribution;
import org.commonsregistry.rdf.BaseIri;

/**
 * A distribution that is a file which can be fetched as it is, unlike a page about files.
 *
 * @param iri of the distribution
 * @param mediaType as stated, or as its stated format has it; empty when neither says
 */
record DirectFile(String iri, Distribution distribution, String mediaType) {
  private static final Map<String, String> OF_FORMAT =
      Map.ofEntries(
          Map.entry("csv", "text/csv"),
          Map.entry("tsv", "text/tab-separated-values"),
          Map.entry("json", "application/json"),
          Map.entry("json-ld", "application/ld+json"),
          Map.entry("json lines", "application/jsonl"),
          Map.entry("xml", "application/xml"),
          Map.entry("html", "text/html"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("txt", "text/plain"),
          Map.entry("plain text", "text/plain"),
          Map.entry("text", "text/plain"),
          Map.entry("zip", "application/zip"),
          Map.entry("parquet", "application/vnd.apache.parquet"),
          Map.entry("geojson", "application/geo+json"),
          Map.entry("turtle", "text/turtle"));

  static List<DirectFile> of(Dataset dataset, BaseIri base) {
    var names = new Names(base, dataset.id());
    return dataset.distributions().stream()
        .filter(distribution -> WebAddress.ok(distribution.downloadUrl()))
        .map(
            distribution ->
                new DirectFile(
                    DistributionTriples.name(names, distribution).getURI(),
                    distribution,
                    mediaType(distribution)))
        .toList();
  }

  private static String mediaType(Distribution distribution) {
    return distribution.mediaType().matches("[a-z]+/[A-Za-z0-9.+_-]+")
        ? distribution.mediaType()
        : OF_FORMAT.getOrDefault(distribution.format().strip().toLowerCase(Locale.ROOT), "");
  }

  /** The stated checksum of this algorithm, or an empty text. */
  String checksum(String algorithm) {
    var written = distribution.checksum();
    return written.startsWith(algorithm + ":") ? written.substring(algorithm.length() + 1) : "";
  }
}
