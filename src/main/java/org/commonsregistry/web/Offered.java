package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.commonsregistry.http.Representation;

/**
 * The forms of something that people read as a page and programs as a document.
 *
 * @param forms the first is given when the client does not care
 */
record Offered(List<Representation> forms) {
  static final Offered PAGE_AND_GRAPH = new Offered(Representation.OF_A_PAGE);

  /** The form the request asks for: the page, or the document in one of the other forms. */
  HttpResponse<?> answer(
      HttpRequest<?> request,
      Supplier<HttpResponse<?>> page,
      Function<Representation, HttpResponse<?>> document) {
    var form = Representation.require(request, forms);
    return form == Representation.HTML ? page.get() : document.apply(form);
  }

  /** The page with links to the documents at its path and their suffixes. */
  Page linked(Page page, String path) {
    var linked = page;
    for (var form : forms) {
      if (form != Representation.HTML) {
        linked = linked.linking("alternate", form.mediaTypeName(), path + form.suffix(), "");
      }
    }
    return linked;
  }
}
