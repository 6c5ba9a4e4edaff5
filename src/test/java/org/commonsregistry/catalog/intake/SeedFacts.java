package org.commonsregistry.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the facts of a seed record may be: those that rules ask for and that somebody can state. */
final class SeedFacts {
  /** Follow from the record itself, so nobody states them. */
  private static final Set<String> DERIVED =
      Set.of("category", "licence", "licenceFamily", "licenceConflict", "parentZone");

  private static final Set<String> COUNTRIES =
      Set.of("sourceCountry", "governmentCountry", "firstPublishedCountry");
  private static final Set<String> KEYS = Set.of("fact", "value", "by", "source");
  private static final Set<String> ISO = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
  private static final Map<String, Map<String, Object>> KNOWN = known();

  private SeedFacts() {}

  static void check(String slug, Map<String, Object> record) {
    var stated = new TreeMap<String, Set<Object>>();
    for (var item : list(record.get("facts"))) {
      var fact = map(item);
      var name = String.valueOf(fact.get("fact"));
      assertThat(KEYS).as("%s: keys of %s", slug, fact).containsAll(fact.keySet());
      assertThat(KNOWN).as("%s: a fact that rules ask for", slug).containsKey(name);
      assertThat(DERIVED).as("%s: stated by nobody", slug).doesNotContain(name);
      assertThat(Addresses.usable(String.valueOf(fact.get("source"))))
          .as("%s: source of %s", slug, name)
          .isTrue();
      var values =
          fact.get("value") instanceof List<?> several ? several : List.of(fact.get("value"));
      assertThat(values).as("%s: %s", slug, name).isNotEmpty();
      for (var value : values) {
        check(slug + ": " + name, KNOWN.get(name), value);
        assertThat(stated.computeIfAbsent(name, n -> new HashSet<>()).add(value))
            .as("%s: %s %s is stated once", slug, name, value)
            .isTrue();
      }
    }
    stated.forEach(
        (name, values) -> {
          if (!Boolean.TRUE.equals(KNOWN.get(name).get("several"))) {
            assertThat(values).as("%s: %s has one value", slug, name).hasSize(1);
          }
        });
    together(slug, record, stated);
  }

  private static void check(String what, Map<String, Object> known, Object value) {
    switch (String.valueOf(known.get("type"))) {
      case "truth" -> assertThat(value).as(what).isInstanceOf(Boolean.class);
      case "year" -> assertThat(value).as(what).isInstanceOf(Integer.class);
      default -> {
        assertThat(value).as(what).isInstanceOf(String.class);
        if (COUNTRIES.contains(String.valueOf(known.get("name")))) {
          assertThat(ISO).as(what).contains((String) value);
        }
        if (known.get("values") instanceof List<?> closed) {
          assertThat((Object) value).as(what).isIn(closed);
        }
      }
    }
  }

  /** Facts that mean nothing, or mislead, without another one. */
  private static void together(
      String slug, Map<String, Object> record, Map<String, Set<Object>> stated) {
    var author = stated.getOrDefault("governmentAuthor", Set.of());
    if (author.stream().anyMatch(a -> !a.equals("none") && !a.equals("intergovernmental"))) {
      assertThat(stated).as("%s: whose authority", slug).containsKey("governmentCountry");
    }
    if (stated.containsKey("licenceDeclaredBy")) {
      assertThat(list(record.get("licences"))).as("%s: a licence to declare", slug).isNotEmpty();
    }
    if (stated.containsKey("rightsStatement")) {
      assertThat(stated).as("%s: who put the mark", slug).containsKey("rightsStatementBy");
    }
    if (stated.containsKey("contested")) {
      assertThat(list(record.get("disputes"))).as("%s: the dispute", slug).isNotEmpty();
    }
  }

  private static Map<String, Map<String, Object>> known() {
    try {
      var file = Files.readString(Path.of("classifier/2026.1/facts.yaml"));
      var known = new TreeMap<String, Map<String, Object>>();
      for (var fact :
          list(map(new Load(LoadSettings.builder().build()).loadFromString(file)).get("facts"))) {
        known.put(String.valueOf(map(fact).get("name")), map(fact));
      }
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked") // YAML mappings of these files have string keys
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static List<?> list(Object value) {
    return value instanceof List<?> list ? list : List.of();
  }
}
