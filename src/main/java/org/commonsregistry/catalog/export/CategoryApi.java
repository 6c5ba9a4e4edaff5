package org.commonsregistry.catalog.export;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.commonsregistry.category.Categories;
import org.commonsregistry.category.Category;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.rdf.BaseIri;

/** The categories as JSON. */
@Controller("/api/v1/categories")
@Tag(name = "Categories")
final class CategoryApi {
  private final Categories categories;
  private final BaseIri base;

  CategoryApi(Categories categories, BaseIri base) {
    this.categories = categories;
    this.base = base;
  }

  /**
   * @param labels by language
   * @param definitions by language
   * @param synonyms by language
   * @param broader id of the category above; missing at the top
   * @param narrower ids of the categories below
   */
  @Serdeable
  record Item(
      String id,
      String iri,
      Map<String, String> labels,
      Map<String, String> definitions,
      Map<String, List<String>> synonyms,
      @Nullable String broader,
      List<String> narrower) {}

  @Serdeable
  record Items(List<Item> items, long total) {}

  @Get
  @Operation(operationId = "listCategories", summary = "All categories of the commons")
  HttpResponse<?> all(HttpRequest<?> request) {
    var items = categories.all().values().stream().map(this::item).toList();
    var tag = EntityTags.of(items);
    var known = EntityTags.notModified(request, tag);
    return known.isPresent()
        ? known.get()
        : EntityTags.tagged(HttpResponse.ok(new Items(items, items.size())), tag);
  }

  @Get("/{id}")
  @Operation(operationId = "getCategory", summary = "One category")
  HttpResponse<?> one(HttpRequest<?> request, String id) {
    var item = item(required(categories, id));
    var tag = EntityTags.of(item);
    var known = EntityTags.notModified(request, tag);
    return known.isPresent() ? known.get() : EntityTags.tagged(HttpResponse.ok(item), tag);
  }

  static Category required(Categories categories, String id) {
    return categories
        .find(id)
        .orElseThrow(
            () ->
                ProblemException.notFound("There is no category '" + id + "'.")
                    .remedy("All categories are at /api/v1/categories."));
  }

  private Item item(Category category) {
    return new Item(
        category.id(),
        base.resolve("categories/" + category.id()),
        category.labels(),
        category.definitions(),
        category.synonyms(),
        category.broader().orElse(null),
        category.narrower());
  }
}
