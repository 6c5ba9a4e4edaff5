package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.export.Mementos;
import org.commonsregistry.catalog.export.Mementos.Asked;
import org.commonsregistry.http.ProblemException;

/** Finds the version of a dataset that a page is to show: the standing one, or a past one. */
@Singleton
final class ShownVersions {
  private static final int DESCRIPTION = 160;

  private final Mementos mementos;

  ShownVersions(Mementos mementos) {
    this.mementos = mementos;
  }

  /** The page about that version, or the redirect to the version of a time. */
  HttpResponse<?> answer(
      HttpRequest<?> request, String slug, Function<Asked.Version, HttpResponse<?>> page) {
    return switch (mementos.resolve(request, id(slug))) {
      case Asked.Elsewhere elsewhere -> elsewhere.redirect();
      case Asked.Version asked -> page.apply(asked);
    };
  }

  static DatasetId id(String slug) {
    if (!DatasetId.valid(slug)) {
      throw ProblemException.notFound("There is no dataset '" + slug + "' in this registry.")
          .remedy("Look for it at /search.");
    }
    return new DatasetId(slug);
  }

  /** Title and description of a page about this version; only the standing one is indexed. */
  static Page describe(Page page, DatasetVersion version, boolean standing) {
    var dataset = version.dataset();
    var language = page.language().tag();
    var described =
        page.titled(dataset.title(language))
            .describedAs(Cards.shortened(dataset.description(language).orElse(""), DESCRIPTION));
    return standing ? described : described.notIndexed();
  }

  static Page describe(Page page, Asked.Version asked) {
    return describe(page, asked.version(), !asked.superseded());
  }
}
