package org.commonsregistry.catalog.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.jspecify.annotations.Nullable;

/** What can be taken in, by file name and by media type. */
public enum IntakeFormat {
  TURTLE(Lang.TURTLE, List.of(".ttl"), List.of("text/turtle", "application/x-turtle")),
  JSON_LD(
      Lang.JSONLD11,
      List.of(".jsonld", ".json"),
      List.of("application/ld+json", "application/json")),
  RDF_XML(Lang.RDFXML, List.of(".rdf", ".xml", ".owl"), List.of("application/rdf+xml")),
  N_TRIPLES(Lang.NTRIPLES, List.of(".nt"), List.of("application/n-triples")),
  N_QUADS(Lang.NQUADS, List.of(".nq"), List.of("application/n-quads")),
  TRIG(Lang.TRIG, List.of(".trig"), List.of("application/trig")),
  JSON_LINES(
      null, List.of(".jsonl", ".ndjson"), List.of("application/x-ndjson", "application/jsonl")),
  SEED(null, List.of(".yaml", ".yml"), List.of("application/yaml"));

  private final @Nullable Lang lang;
  private final List<String> suffixes;
  private final List<String> mediaTypes;

  IntakeFormat(@Nullable Lang lang, List<String> suffixes, List<String> mediaTypes) {
    this.lang = lang;
    this.suffixes = suffixes;
    this.mediaTypes = mediaTypes;
  }

  Optional<Lang> lang() {
    return Optional.ofNullable(lang);
  }

  /** By name, with any compression suffix taken off; a Croissant file is JSON. */
  public static Optional<IntakeFormat> ofName(String name) {
    var plain =
        name.toLowerCase(Locale.ROOT).replaceAll("[?#].*$", "").replaceAll("\\.(gz|zst)$", "");
    return Arrays.stream(values())
        .filter(format -> format.suffixes.stream().anyMatch(plain::endsWith))
        .findFirst();
  }

  public static Optional<IntakeFormat> ofMediaType(String mediaType) {
    var plain = mediaType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    return Arrays.stream(values()).filter(format -> format.mediaTypes.contains(plain)).findFirst();
  }

  /** What to tell somebody who sent something else. */
  public static String expected() {
    return "Turtle (.ttl), JSON-LD or Croissant (.jsonld, .json), RDF/XML (.rdf), N-Triples (.nt), N-Quads (.nq), TriG (.trig)"
        + " or JSON Lines (.jsonl), each also with .gz or .zst";
  }
}
