package org.commonsregistry.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Builds documents for tests, with a plain value for all that is not said. */
public final class SearchDocuments {
  private final String slug;
  private final Map<String, String> titles = new TreeMap<>();
  private final Map<String, String> descriptions = new TreeMap<>();
  private final List<String> keywords = new ArrayList<>();
  private final List<String> alternativeNames = new ArrayList<>();
  private final List<String> categories = new ArrayList<>();
  private final List<String> categoryNames = new ArrayList<>();
  private final List<String> languages = new ArrayList<>();
  private final List<String> licences = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private final List<String> media = new ArrayList<>();
  private String kind = "dataset";
  private String series = "";
  private final Set<String> terms = new TreeSet<>();
  private String zone = "unclassified";
  private String stewardSlug = "";
  private String stewardName = "";
  private int year;
  private Instant issued = Instant.parse("2026-01-01T00:00:00Z");
  private Instant modified = Instant.parse("2026-01-01T00:00:00Z");

  private SearchDocuments(String slug) {
    this.slug = slug;
  }

  public static SearchDocuments named(String slug, String title) {
    return new SearchDocuments(slug).title("en", title);
  }

  public static SearchDocuments slug(String slug) {
    return new SearchDocuments(slug);
  }

  public SearchDocuments title(String language, String text) {
    titles.put(language, text);
    return this;
  }

  public SearchDocuments description(String language, String text) {
    descriptions.put(language, text);
    return this;
  }

  public SearchDocuments about(String text) {
    return description("en", text);
  }

  public SearchDocuments keywords(String... values) {
    keywords.addAll(List.of(values));
    return this;
  }

  public SearchDocuments alsoKnownAs(String... values) {
    alternativeNames.addAll(List.of(values));
    return this;
  }

  public SearchDocuments category(String id, String... names) {
    categories.add(id);
    categoryNames.addAll(List.of(names));
    return this;
  }

  public SearchDocuments languages(String... values) {
    languages.addAll(List.of(values));
    return this;
  }

  public SearchDocuments licences(String... values) {
    licences.addAll(List.of(values));
    return this;
  }

  public SearchDocuments places(String... values) {
    places.addAll(List.of(values));
    return this;
  }

  public SearchDocuments media(String... values) {
    media.addAll(List.of(values));
    return this;
  }

  public SearchDocuments steward(String slugOfSteward, String name) {
    stewardSlug = slugOfSteward;
    stewardName = name;
    return this;
  }

  public SearchDocuments kind(String value) {
    kind = value;
    return this;
  }

  public SearchDocuments zone(String value) {
    zone = value;
    return this;
  }

  public SearchDocuments terms(String... tokens) {
    terms.addAll(List.of(tokens));
    return this;
  }

  public SearchDocuments year(int value) {
    year = value;
    return this;
  }

  public SearchDocuments issued(String instant) {
    issued = Instant.parse(instant);
    return this;
  }

  public SearchDocuments modified(String instant) {
    modified = Instant.parse(instant);
    return this;
  }

  public SearchDocuments series(String slug) {
    series = slug;
    return this;
  }

  public SearchDocument build() {
    return new SearchDocument(
        slug,
        kind,
        series,
        titles,
        descriptions,
        keywords,
        alternativeNames,
        stewardSlug,
        stewardName,
        categories,
        categoryNames,
        languages,
        licences,
        List.of(),
        places,
        media,
        zone,
        terms,
        year,
        issued,
        modified);
  }
}
