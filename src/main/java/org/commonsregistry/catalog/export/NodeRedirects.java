package org.commonsregistry.catalog.export;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;

/** Names of parts of a dataset lead to the dataset, whose description holds them. */
@Hidden
@Controller
@Produces(MediaType.ALL)
final class NodeRedirects {

  @Get("/{kind:distributions|statements|nodes}/{slug:[a-z0-9-]+}/{part}")
  HttpResponse<?> part(String kind, String slug, String part) {
    return HttpResponse.seeOther(URI.create("/datasets/" + Cursors.id(slug)));
  }

  @Get("/records/{slug:[a-z0-9-]+}")
  HttpResponse<?> record(String slug) {
    return HttpResponse.seeOther(URI.create("/datasets/" + Cursors.id(slug)));
  }
}
