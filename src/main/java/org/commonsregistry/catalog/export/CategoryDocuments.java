package org.commonsregistry.catalog.export;

import static org.commonsregistry.vocabulary.Terms.*;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.commonsregistry.category.Categories;
import org.commonsregistry.category.Category;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.Representation;
import org.commonsregistry.rdf.BaseIri;

/**
 * The category scheme and each category as SKOS, by suffix. Pages about them hand requests for RDF
 * to {@code respond}.
 */
@Controller
// A suffix wins over Accept, also where a page could answer the same address with HTML.
@Produces({MediaType.ALL, MediaType.TEXT_HTML})
@Tag(name = "Categories")
public final class CategoryDocuments {
  private final Categories categories;
  private final BaseIri base;

  CategoryDocuments(Categories categories, BaseIri base) {
    this.categories = categories;
    this.base = base;
  }

  @Get("/categories/{id:[a-z0-9-]+}.{form:ttl|jsonld|nt|rdf}")
  @Operation(operationId = "categoryAsRdf", summary = "One category as SKOS")
  public HttpResponse<?> document(HttpRequest<?> request, String id, String form) {
    return respond(request, id, form(form));
  }

  @Get("/categories.{form:ttl|jsonld|nt|rdf}")
  @Operation(operationId = "categoriesAsRdf", summary = "The whole category scheme as SKOS")
  public HttpResponse<?> scheme(HttpRequest<?> request, String form) {
    return respond(request, form(form));
  }

  @Get("/ns/categories.{form:ttl|jsonld|nt|rdf}")
  @Operation(operationId = "nsCategoriesAsRdf", summary = "The whole category scheme as SKOS")
  HttpResponse<?> vocabulary(HttpRequest<?> request, String form) {
    return respond(request, form(form));
  }

  /** Answers with one category in a form of RDF. */
  public HttpResponse<?> respond(HttpRequest<?> request, String id, Representation form) {
    var out = new Triples();
    write(out, CategoryApi.required(categories, id));
    return answer(request, out, form);
  }

  /** Answers with the whole scheme in a form of RDF. */
  public HttpResponse<?> respond(HttpRequest<?> request, Representation form) {
    var out = new Triples();
    var scheme = CategoryTriples.scheme(out, base);
    categories
        .roots()
        .forEach(top -> out.add(scheme, HAS_TOP_CONCEPT, CategoryTriples.name(base, top.id())));
    categories.all().values().forEach(category -> write(out, category));
    return answer(request, out, form);
  }

  private void write(Triples out, Category category) {
    CategoryTriples.brief(out, base, category.id(), Optional.of(category));
    var concept = CategoryTriples.name(base, category.id());
    out.text(concept, NOTATION, category.id());
    out.texts(concept, DEFINITION, category.definitions());
    category
        .synonyms()
        .forEach(
            (language, words) ->
                words.forEach(word -> out.text(concept, ALT_LABEL, word, language)));
    category.broader().ifPresent(id -> near(out, concept, BROADER, id));
    category.narrower().forEach(id -> near(out, concept, NARROWER, id));
  }

  private void near(
      Triples out, org.apache.jena.graph.Node concept, org.apache.jena.graph.Node how, String id) {
    out.add(concept, how, CategoryTriples.name(base, id));
    CategoryTriples.brief(out, base, id, categories.find(id));
  }

  private static HttpResponse<?> answer(HttpRequest<?> request, Triples out, Representation form) {
    return EntityTags.answer(
        request, RdfForms.triples(out.list(), form), form.mediaType().toString());
  }

  private static Representation form(String suffix) {
    return Representation.fromPath("x." + suffix).representation().orElseThrow();
  }
}
