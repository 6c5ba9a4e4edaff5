package org.commonsregistry.redundancy;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchIndex;
import org.commonsregistry.search.SearchQuery;

/** For those who have only a description: what is near it, and how much is held. No overlap. */
@Controller("/api/v1/check/about")
@Tag(name = "Redundancy")
final class AboutApi {
  private static final int NEAREST = 10;

  private final Checks checks;
  private final SearchIndex search;
  private final SourceTerms terms;
  private final BaseIri base;

  AboutApi(Checks checks, SearchIndex search, SourceTerms terms, BaseIri base) {
    this.checks = checks;
    this.search = search;
    this.terms = terms;
    this.base = base;
  }

  /**
   * @param datasets whose descriptions are nearest, nearest first
   * @param commons what is held in the category and language
   * @param unchecked that a description says nothing about the wording
   */
  @Serdeable
  record About(List<Near> datasets, HeldHere commons, List<String> unchecked) {}

  @Serdeable
  record Near(
      String dataset, String title, String licence, String zone, Map<String, String> links) {}

  @Get
  @Operation(
      operationId = "checkDescription",
      summary = "What is near a description, and how much is held in its category and language",
      description = "Gives no figure for overlap: a description says nothing about the wording.")
  About about(
      @QueryValue(defaultValue = "") String title,
      @QueryValue(defaultValue = "") String description,
      @QueryValue(defaultValue = "") String category,
      @QueryValue(defaultValue = "") String language,
      @Parameter(description = "Language of the sentences, en or de")
          @QueryValue(defaultValue = "en")
          String lang) {
    var say = OverlapWords.in(lang);
    var held = checks.held(given(category), given(language));
    var near = new ArrayList<Near>();
    for (var slug : nearest((title + " " + description).strip(), category)) {
      terms
          .of(new DatasetId(slug), say.language())
          .ifPresent(
              brief ->
                  near.add(
                      new Near(
                          slug,
                          brief.title(),
                          brief.licence(),
                          brief.zone(),
                          Map.of("dataset", base.toPublic(new DatasetId(slug).iri())))));
    }
    return new About(near, held, List.of(say.say("unchecked.wording", Map.of())));
  }

  private List<String> nearest(String text, String category) {
    var filters = new EnumMap<FacetField, Set<String>>(FacetField.class);
    given(category).ifPresent(id -> filters.put(FacetField.CATEGORY, Set.of(id)));
    var query =
        new SearchQuery(text, filters, SearchQuery.Sort.RELEVANCE, Optional.empty(), NEAREST, 0);
    return search.search(query).hits().stream().map(hit -> hit.slug()).toList();
  }

  private static Optional<String> given(String value) {
    return Optional.of(value.strip()).filter(text -> !text.isEmpty());
  }
}
