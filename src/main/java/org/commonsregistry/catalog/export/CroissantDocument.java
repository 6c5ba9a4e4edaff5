package org.commonsregistry.catalog.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.NodeFactory;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.Dataset.LicenceStatement;
import org.commonsregistry.catalog.Dataset.Role;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.StatementIndex;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.vocabulary.Terms;

/**
 * A version of a dataset as Croissant 1.1 (https://docs.mlcommons.org/croissant/). Nothing is made
 * up:
 *
 * <ul>
 *   <li>a required key that no source states has a neutral value ("Not stated"; for the date, the
 *       day this registry first recorded the dataset) and is listed under {@code
 *       https://commonsregistry.org/ns#notStated}, which intake heeds;
 *   <li>only direct downloads become FileObjects, pages about files do not;
 *   <li>a dataset of which one file has no stated SHA-256 or MD5 is live: its bytes are not pinned;
 *   <li>a file whose type nobody states is {@code application/octet-stream} (RFC 2046, 4.5.1).
 * </ul>
 *
 * Thread-safe.
 */
@Singleton
public final class CroissantDocument {
  static final String NOT_STATED = Terms.NAMESPACE + "notStated";
  private static final String WORDS = "Not stated";
  private static final Pattern SEMANTIC_VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BaseIri base;

  CroissantDocument(BaseIri base) {
    this.base = base;
  }

  /** The JSON text. */
  public String of(DatasetVersion version, Instant firstRecorded) {
    var dataset = version.dataset();
    var document = JSON.createObjectNode();
    var missing = new ArrayList<String>();
    document.set("@context", CroissantContext.node(JSON));
    document.put("@type", "sc:Dataset").put("@id", base.toPublic(version.id().iri()));
    document.put("conformsTo", Signposting.CROISSANT);
    words(document, "name", named(dataset));
    words(document, "description", described(dataset, missing));
    document.put("url", url(version));
    licences(document, dataset, missing);
    preferences(document, dataset);
    agents(document, version, missing);
    dates(document, dataset, firstRecorded, missing);
    subjects(document, dataset);
    files(document, dataset);
    if (!missing.isEmpty()) {
      missing.forEach(document.putArray(NOT_STATED)::add);
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree made here can be written", e);
    }
  }

  private static Map<String, String> named(Dataset dataset) {
    return dataset.titles().isEmpty() ? Map.of("und", dataset.id().slug()) : dataset.titles();
  }

  private static Map<String, String> described(Dataset dataset, List<String> missing) {
    if (dataset.descriptions().isEmpty()) {
      missing.add("description");
      return Map.of("en", WORDS);
    }
    return dataset.descriptions();
  }

  /** The context makes a plain text English; other languages are named. */
  private static void words(ObjectNode document, String key, Map<String, String> byLanguage) {
    if (byLanguage.size() == 1 && Set.of("en", "und").containsAll(byLanguage.keySet())) {
      document.put(key, byLanguage.values().iterator().next());
      return;
    }
    var words = document.putObject(key);
    byLanguage.forEach(
        (language, text) -> words.put(language.equals("und") ? "@none" : language, text));
  }

  private String url(DatasetVersion version) {
    return version.dataset().landingPages().stream()
        .filter(WebAddress::ok)
        .findFirst()
        .orElse(base.toPublic(version.id().iri()));
  }

  private static void licences(ObjectNode document, Dataset dataset, List<String> missing) {
    var stated = new ArrayList<LicenceStatement>();
    for (var role : List.of(Role.DECLARED, Role.CONCLUDED, Role.EFFECTIVE)) {
      if (stated.isEmpty()) {
        dataset.licences().stream().filter(it -> it.role() == role).forEach(stated::add);
      }
    }
    var licences = document.putArray("license");
    var single = LicenceIris.single(dataset);
    if (single.isPresent()) {
      licences.add(single.get());
    } else {
      stated.forEach(licence -> work(licences, licence));
    }
    if (licences.isEmpty()) {
      missing.add("license");
      licences.addObject().put("@type", "sc:CreativeWork").put("name", WORDS);
    }
  }

  private static void work(ArrayNode licences, LicenceStatement licence) {
    if (licence.text().isBlank() && licence.iri().isBlank()) {
      return;
    }
    var work = licences.addObject().put("@type", "sc:CreativeWork");
    work.put("name", licence.text().isBlank() ? licence.iri() : licence.text());
    LicenceIris.of(licence).ifPresent(iri -> work.put("url", iri));
    if (!licence.covers().isBlank()) {
      work.put("description", "Covers " + licence.covers());
    }
  }

  /** The form of a signal is the work's name, its text the work's text. */
  private static void preferences(ObjectNode document, Dataset dataset) {
    if (dataset.preferences().isEmpty()) {
      return;
    }
    var works = document.putArray("usageInfo");
    for (var signal : dataset.preferences()) {
      var work = works.addObject().put("@type", "sc:CreativeWork");
      work.put("name", signal.signal()).put("text", signal.raw());
      if (WebAddress.ok(signal.where())) {
        work.put("url", signal.where());
      }
    }
  }

  private void agents(ObjectNode document, DatasetVersion version, List<String> missing) {
    var creators = document.putArray("creator");
    var said = new StatementIndex(version.payload().quads());
    var self = NodeFactory.createURI(version.id().iri());
    for (var creator : said.all(self, Terms.CREATOR)) {
      var name =
          creator.object().isLiteral() ? creator.text() : said.text(creator.object(), Terms.NAME);
      if (!name.isBlank()) {
        creators.addObject().put("@type", "sc:Thing").put("name", name);
      }
    }
    var steward = version.dataset().steward();
    steward.ifPresent(
        it -> {
          var publisher =
              document.putObject("publisher").put("@type", type(it)).put("name", it.name());
          if (WebAddress.ok(it.homepage())) {
            publisher.put("url", it.homepage());
          }
        });
    if (creators.isEmpty()) {
      missing.add("creator");
      creators.addObject().put("@type", "sc:Organization").put("name", WORDS);
    }
  }

  private static String type(Dataset.Steward steward) {
    return steward.kind().equals("individual") ? "sc:Person" : "sc:Organization";
  }

  private static void dates(
      ObjectNode document, Dataset dataset, Instant firstRecorded, List<String> missing) {
    var issued = dataset.issued().flatMap(DateLiterals::of);
    if (issued.isEmpty()) {
      missing.add("datePublished");
    }
    var recorded = LocalDate.ofInstant(firstRecorded, ZoneOffset.UTC).toString();
    document.put(
        "datePublished", issued.map(date -> date.getLiteralLexicalForm()).orElse(recorded));
    document.put("sdDatePublished", recorded);
    dataset
        .version()
        .filter(version -> SEMANTIC_VERSION.matcher(version).matches())
        .ifPresent(version -> document.put("version", version));
  }

  private void subjects(ObjectNode document, Dataset dataset) {
    if (!dataset.keywords().isEmpty()) {
      dataset.keywords().forEach(document.putArray("keywords")::add);
    }
    var languages =
        dataset.languages().stream().filter(tag -> tag.matches("[A-Za-z0-9-]{2,35}")).toList();
    if (!languages.isEmpty()) {
      languages.forEach(document.putArray("inLanguage")::add);
    }
    var parents =
        dataset.derivedFrom().stream()
            .map(
                parent ->
                    parent.dataset().map(id -> base.toPublic(id.iri())).orElseGet(parent::name))
            .filter(WebAddress::ok)
            .toList();
    if (!parents.isEmpty()) {
      var derived = document.putArray("prov:wasDerivedFrom");
      parents.forEach(parent -> derived.addObject().put("@id", parent));
    }
  }

  private void files(ObjectNode document, Dataset dataset) {
    var files = DirectFile.of(dataset, base);
    if (files.isEmpty()) {
      return;
    }
    var pinned =
        files.stream()
            .allMatch(file -> !(file.checksum("sha256") + file.checksum("md5")).isEmpty());
    if (!pinned) {
      document.put("isLiveDataset", true);
    }
    var distribution = document.putArray("distribution");
    files.forEach(file -> file(distribution.addObject(), file));
  }

  private static void file(ObjectNode node, DirectFile file) {
    node.putArray("@type").add("cr:FileObject").add("sc:DataDownload");
    node.put("@id", file.iri());
    var title = file.distribution().title();
    node.put("name", title.isBlank() ? file.distribution().downloadUrl() : title);
    node.put("contentUrl", file.distribution().downloadUrl());
    node.put(
        "encodingFormat",
        file.mediaType().isEmpty() ? "application/octet-stream" : file.mediaType());
    if (file.distribution().bytes() >= 0) {
      node.put("contentSize", file.distribution().bytes() + " B");
    }
    for (var algorithm : List.of("sha256", "md5")) {
      if (!file.checksum(algorithm).isEmpty()) {
        node.put(algorithm, file.checksum(algorithm));
      }
    }
  }
}
