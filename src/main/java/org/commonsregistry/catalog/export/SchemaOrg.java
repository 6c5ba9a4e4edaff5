package org.commonsregistry.catalog.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.Places;
import org.commonsregistry.rdf.BaseIri;

/**
 * A dataset as schema.org/Dataset in JSON-LD, for the page that shows it: what search engines for
 * datasets read. The text may stand inside a script element as it is. Thread-safe.
 */
@Singleton
public final class SchemaOrg {
  private static final int LONGEST_DESCRIPTION = 5_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BaseIri base;

  SchemaOrg(BaseIri base) {
    this.base = base;
  }

  /**
   * @param language of the page, preferred for title and description
   */
  public String of(DatasetVersion version, String language) {
    var dataset = version.dataset();
    var page = base.toPublic(version.id().iri());
    var node = JSON.createObjectNode();
    node.put("@context", "https://schema.org/").put("@type", "Dataset").put("@id", page);
    node.put("name", dataset.title(language)).put("url", page);
    dataset.description(language).ifPresent(text -> node.put("description", shortened(text)));
    texts(node.putArray("identifier"), dataset.identifiers());
    // This is another one's dataset; its own page is the same thing elsewhere.
    texts(node.putArray("sameAs"), dataset.landingPages().stream().filter(WebAddress::ok).toList());
    texts(node.putArray("keywords"), dataset.keywords());
    texts(node.putArray("inLanguage"), dataset.languages());
    licences(node.putArray("license"), dataset);
    steward(node, dataset);
    coverage(node, dataset);
    dataset.issued().ifPresent(date -> node.put("datePublished", date));
    dataset.version().ifPresent(text -> node.put("version", text));
    node.put("sdDatePublished", version.recordedAt().toString());
    kin(node, dataset);
    files(node.putArray("distribution"), dataset);
    node.putObject("includedInDataCatalog")
        .put("@type", "DataCatalog")
        .put("name", "Commons Registry")
        .put("url", base.value());
    return safe(node);
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST_DESCRIPTION) {
      return text;
    }
    var end = LONGEST_DESCRIPTION - 2;
    return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + " …";
  }

  private static void texts(ArrayNode array, Iterable<String> texts) {
    texts.forEach(array::add);
  }

  private static void licences(ArrayNode array, Dataset dataset) {
    for (var licence : dataset.licences()) {
      var iri = LicenceIris.of(licence);
      if (iri.isPresent() && licence.covers().isBlank()) {
        array.add(iri.get());
      } else if (!licence.text().isBlank()) {
        var work = array.addObject().put("@type", "CreativeWork").put("name", licence.text());
        iri.ifPresent(address -> work.put("url", address));
        if (!licence.covers().isBlank()) {
          work.put("about", licence.covers());
        }
      }
    }
  }

  private static void steward(ObjectNode node, Dataset dataset) {
    dataset
        .steward()
        .ifPresent(
            it -> {
              var publisher = node.putObject("publisher");
              publisher
                  .put("@type", it.kind().equals("individual") ? "Person" : "Organization")
                  .put("name", it.name());
              if (WebAddress.ok(it.homepage())) {
                publisher.put("url", it.homepage());
              }
            });
  }

  private static void coverage(ObjectNode node, Dataset dataset) {
    dataset
        .period()
        .ifPresent(
            it ->
                node.put(
                    "temporalCoverage",
                    (it.from().isEmpty() ? ".." : it.from())
                        + "/"
                        + (it.to().isEmpty() ? ".." : it.to())));
    var places = node.putArray("spatialCoverage");
    for (var place : dataset.places()) {
      var known = Places.authority(place).isPresent() && !place.equals("EU");
      places
          .addObject()
          .put("@type", known ? "Country" : "Place")
          .put("name", known ? Locale.of("", place).getDisplayCountry(Locale.ENGLISH) : place);
    }
  }

  private void kin(ObjectNode node, Dataset dataset) {
    dataset
        .series()
        .ifPresent(
            series ->
                node.putObject("isPartOf")
                    .put("@type", "Dataset")
                    .put("url", base.toPublic(series.iri())));
    var parents = node.putArray("isBasedOn");
    for (var parent : dataset.derivedFrom()) {
      parent
          .dataset()
          .map(id -> base.toPublic(id.iri()))
          .or(() -> Optional.of(parent.name()).filter(WebAddress::ok))
          .ifPresent(parents::add);
    }
  }

  private void files(ArrayNode array, Dataset dataset) {
    for (var file : DirectFile.of(dataset, base)) {
      var node = array.addObject().put("@type", "DataDownload");
      node.put("contentUrl", file.distribution().downloadUrl());
      if (!file.distribution().title().isBlank()) {
        node.put("name", file.distribution().title());
      }
      var type = file.mediaType().isEmpty() ? file.distribution().format() : file.mediaType();
      if (!type.isBlank()) {
        node.put("encodingFormat", type);
      }
      if (file.distribution().bytes() >= 0) {
        node.put("contentSize", file.distribution().bytes() + " B");
      }
      if (!file.checksum("sha256").isEmpty()) {
        node.put("sha256", file.checksum("sha256"));
      }
    }
  }

  /** Empty lists go, and whatever could end or confuse a script element is escaped. */
  private static String safe(ObjectNode node) {
    node.properties().stream()
        .filter(entry -> entry.getValue().isArray() && entry.getValue().isEmpty())
        .map(java.util.Map.Entry::getKey)
        .toList()
        .forEach(node::remove);
    try {
      return JSON.writeValueAsString(node)
          .replace("<", "\\u003c")
          .replace(">", "\\u003e")
          .replace("&", "\\u0026")
          .replace("\u2028", "\\u2028")
          .replace("\u2029", "\\u2029");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree made here can be written", e);
    }
  }
}
