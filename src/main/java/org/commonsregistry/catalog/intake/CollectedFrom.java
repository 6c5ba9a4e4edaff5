package org.commonsregistry.catalog.intake;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.commonsregistry.vocabulary.Terms;

/**
 * A catalogue that records were collected from.
 *
 * @param key as in the records' {@code source} field
 * @param name of who makes the statements
 * @param address of that catalogue, may be empty
 * @param steward of records that name none, may be empty
 * @param category all its records belong to
 * @param licenceRole whether its licences are declared by publishers or concluded by an audit
 */
record CollectedFrom(
    String key,
    String name,
    String address,
    String steward,
    Optional<String> category,
    Node licenceRole) {
  private static final Map<String, CollectedFrom> KNOWN =
      Map.of(
          "aws",
              declared(
                  "aws", "Registry of Open Data on AWS", "https://registry.opendata.aws/", "", ""),
          "hf",
              declared(
                  "hf", "Hugging Face dataset cards", "https://huggingface.co/datasets", "", ""),
          "dpi",
              new CollectedFrom(
                  "dpi",
                  "Data Provenance Collection",
                  "https://www.dataprovenance.org/",
                  "",
                  Optional.of("instruction-and-dialogue"),
                  Terms.CONCLUDED_LICENCE),
          "croissant",
              declared(
                  "croissant",
                  "Croissant examples",
                  "https://github.com/mlcommons/croissant",
                  "",
                  ""),
          "dataportals",
              declared(
                  "dataportals", "Common Data Index", "https://registry.commondata.io/", "", ""),
          "gutenberg",
              declared(
                  "gutenberg",
                  "Project Gutenberg catalogue",
                  "https://www.gutenberg.org/",
                  "Project Gutenberg",
                  "books"),
          "debian",
              declared(
                  "debian",
                  "Debian package index",
                  "https://packages.debian.org/",
                  "Debian",
                  "software-packages"),
          "vega",
              declared("vega", "Vega datasets", "https://github.com/vega/vega-datasets", "", ""));

  private static final Map<String, String> REPORTERS =
      Map.of(
          "HF Yaml License", "Hugging Face dataset card",
          "HF Config License", "Hugging Face dataset configuration",
          "GitHub License", "GitHub repository",
          "PwC License Name", "Papers with Code");

  static CollectedFrom of(String key) {
    var known = KNOWN.get(key);
    return known != null
        ? known
        : declared(key, key.isEmpty() ? "Unnamed source" : key, "", "", "");
  }

  /** Who is behind a label under which a collection noted a licence found elsewhere. */
  static String reporter(String label) {
    return REPORTERS.getOrDefault(label, label);
  }

  private static CollectedFrom declared(
      String key, String name, String address, String steward, String category) {
    return new CollectedFrom(
        key,
        name,
        address,
        steward,
        category.isEmpty() ? Optional.empty() : Optional.of(category),
        Terms.DECLARED_LICENCE);
  }
}
