package org.commonsregistry.sparql;

import io.micronaut.core.io.ResourceLoader;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The prefixes a query may use without declaring them: the vocabulary's own list ({@code
 * ontology/prefixes.json}) over those of the standards the catalogue is written in. Immutable.
 */
@Singleton
public final class Prefixes {
  private static final Map<String, String> STANDARD =
      Map.ofEntries(
          Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
          Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
          Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
          Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"),
          Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
          Map.entry("dct", "http://purl.org/dc/terms/"),
          Map.entry("dcterms", "http://purl.org/dc/terms/"),
          Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
          Map.entry("prov", "http://www.w3.org/ns/prov#"),
          Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
          Map.entry("odrl", "http://www.w3.org/ns/odrl/2/"),
          Map.entry("spdx", "http://spdx.org/rdf/terms#"),
          Map.entry("schema", "https://schema.org/"),
          Map.entry("vcard", "http://www.w3.org/2006/vcard/ns#"),
          Map.entry("adms", "http://www.w3.org/ns/adms#"),
          Map.entry("locn", "http://www.w3.org/ns/locn#"),
          Map.entry("cr", "http://mlcommons.org/croissant/"),
          Map.entry("void", "http://rdfs.org/ns/void#"),
          Map.entry("sd", "http://www.w3.org/ns/sparql-service-description#"),
          Map.entry("commons", "https://commonsregistry.org/ns#"));

  private final Map<String, String> known;

  Prefixes(ResourceLoader resources, JsonMapper json) {
    var prefixes = new TreeMap<>(STANDARD);
    resources
        .getResourceAsStream("classpath:ontology/prefixes.json")
        .ifPresent(
            file -> {
              try (file) {
                var tree = json.readValue(file.readAllBytes(), JsonNode.class);
                var context = tree.get("@context");
                (context == null ? tree : context)
                    .entries()
                    .forEach(
                        entry -> {
                          if (entry.getValue().isString()) {
                            prefixes.put(entry.getKey(), entry.getValue().getStringValue());
                          }
                        });
              } catch (IOException e) {
                throw new UncheckedIOException("ontology/prefixes.json cannot be read", e);
              }
            });
    known = Collections.unmodifiableMap(prefixes);
  }

  /** Prefix to namespace, in the order of the prefixes. */
  public Map<String, String> known() {
    return known;
  }
}
