package org.commonsregistry.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every file of the seed catalogue holds what data/README.md promises. */
class SeedFilesTest {
  private static final Path FOLDER = Path.of("data/seed");
  private static final List<String> REQUIRED =
      List.of(
          "slug",
          "kind",
          "title",
          "description",
          "categories",
          "media",
          "steward",
          "landing",
          "source",
          "licences",
          "distributions",
          "provenance");
  private static final Set<String> MEDIA =
      Set.of("text", "image", "audio", "video", "tabular", "geospatial", "code", "graph", "3d");
  private static final Set<String> USES =
      Set.of("train", "fine-tune", "ground", "evaluate", "search", "show", "redistribute", "adapt");
  private static final Set<String> STEWARDS =
      Set.of(
          "public-body",
          "nonprofit",
          "company",
          "community",
          "university",
          "intergovernmental",
          "library",
          "individual");
  private static final Set<String> MUST_BE_THERE =
      Set.of(
          "us-state-of-the-union",
          "moby-dick",
          "king-james-bible",
          "jargon-file",
          "devils-dictionary",
          "german-federal-law");
  private static final Pattern EMAIL = Pattern.compile("[\\w.]+@[\\w-]+\\.[\\w.]+");

  @TestFactory
  Stream<DynamicTest> everyFileIsComplete() throws IOException {
    var categories = categories();
    var slugs = files().keySet();
    return files().entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(), () -> check(file.getKey(), file.getValue(), categories, slugs)));
  }

  @Test
  void theCatalogueIsAsWideAsPromised() throws IOException {
    var languages = new HashSet<String>();
    var places = new HashSet<String>();
    for (var text : files().values()) {
      var record = load(text);
      strings(record, "languages").forEach(tag -> languages.add(tag.split("-", 2)[0]));
      places.addAll(strings(record, "places"));
    }
    assertThat(files().keySet()).hasSizeGreaterThanOrEqualTo(150).containsAll(MUST_BE_THERE);
    assertThat(languages).hasSizeGreaterThanOrEqualTo(25);
    assertThat(places).hasSizeGreaterThanOrEqualTo(20);
  }

  @Test
  void nothingIsMadeFromItself() throws IOException {
    var parents = new TreeMap<String, List<String>>();
    files().forEach((slug, text) -> parents.put(slug, strings(load(text), "derivedFrom")));
    for (var slug : parents.keySet()) {
      var ancestors = new HashSet<String>();
      var waiting = new ArrayDeque<>(parents.getOrDefault(slug, List.of()));
      while (!waiting.isEmpty()) {
        var ancestor = waiting.remove();
        if (ancestors.add(ancestor)) {
          waiting.addAll(parents.getOrDefault(ancestor, List.of()));
        }
      }
      assertThat(ancestors).as("ancestors of %s", slug).doesNotContain(slug);
    }
  }

  private static void check(String slug, String text, Set<String> categories, Set<String> slugs) {
    var record = load(text);
    assertThat(record).containsKeys(REQUIRED.toArray(String[]::new)).containsEntry("slug", slug);
    assertThat(record.get("kind")).isIn("dataset", "series");
    assertThat(map(record.get("title"))).containsKey("en");
    assertThat(String.valueOf(map(record.get("description")).get("en")).length())
        .as("description")
        .isBetween(150, 950);
    assertThat(strings(record, "categories")).isNotEmpty().allMatch(categories::contains);
    assertThat(strings(record, "media")).isNotEmpty().allMatch(MEDIA::contains);
    assertThat(map(record.get("steward")).get("kind")).isIn(STEWARDS);
    assertThat(strings(record, "places")).allMatch(code -> code.matches("[A-Z]{2}"));
    if (record.containsKey("series")) {
      assertThat(slugs).contains(String.valueOf(record.get("series")));
    }
    for (var licence : list(record.get("licences"))) {
      assertThat(map(licence)).containsKeys("licence", "role", "by");
      assertThat(map(licence).get("role")).isIn("declared", "concluded");
    }
    for (var use : list(record.get("uses"))) {
      assertThat(strings(map(use), "for")).allMatch(USES::contains);
    }
    SeedFacts.check(slug, record);
    SeedPreferences.check(slug, record);
    for (var parent : strings(record, "derivedFrom")) {
      if (!Addresses.usable(parent)) {
        assertThat(parent).as("a parent in this registry").isIn(slugs).isNotEqualTo(slug);
      }
    }
    assertThat(list(record.get("distributions"))).isNotEmpty();
    assertThat(text).doesNotContainPattern(EMAIL).doesNotContain("\t");
    var submission = SeedRecord.read(text);
    assertThat(submission.sets()).isNotEmpty().allMatch(set -> !set.by().isBlank());
    assertThat(submission.sets()).allMatch(set -> Addresses.usable(set.where()));
  }

  private static Set<String> categories() throws IOException {
    var scheme = Files.readString(Path.of("ontology/categories.ttl"));
    var ids = new HashSet<String>();
    var match = Pattern.compile("skos:notation\\s+\"([a-z0-9-]+)\"").matcher(scheme);
    while (match.find()) {
      ids.add(match.group(1));
    }
    return ids;
  }

  private static Map<String, String> files() throws IOException {
    var files = new TreeMap<String, String>();
    try (var paths = Files.list(FOLDER)) {
      for (var path : paths.toList()) {
        var name = path.getFileName().toString();
        files.put(name.replaceFirst("\\.yaml$", ""), Files.readString(path));
      }
    }
    return files;
  }

  private static Map<String, Object> load(String text) {
    return map(new Load(LoadSettings.builder().build()).loadFromString(text));
  }

  @SuppressWarnings("unchecked") // YAML mappings of these files have string keys
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }

  private static List<String> strings(Map<String, Object> record, String key) {
    return list(record.get(key)).stream().map(String::valueOf).toList();
  }
}
