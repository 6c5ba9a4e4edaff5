package org.commonsregistry.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import org.commonsregistry.http.ProblemException;

/** Serves the files that pages are made of. */
@Hidden
@Controller
final class StaticFiles {
  private final Assets assets;

  StaticFiles(Assets assets) {
    this.assets = assets;
  }

  @Get(Assets.PREFIX + "{+path}")
  MutableHttpResponse<byte[]> file(String path) {
    return assets
        .served(path)
        .map(asset -> respond(asset, caching(asset, path)))
        .orElseThrow(() -> ProblemException.notFound("There is no such file."));
  }

  @Get("/favicon.svg")
  MutableHttpResponse<byte[]> favicon() {
    return respond(assets.find("favicon.svg").orElseThrow(), "public, max-age=86400");
  }

  /** An address with another hash comes from an older or newer release: served, but not kept. */
  private static String caching(Assets.Asset asset, String path) {
    return asset.url().equals(Assets.PREFIX + path)
        ? "public, max-age=31536000, immutable"
        : "no-cache";
  }

  private static MutableHttpResponse<byte[]> respond(Assets.Asset asset, String caching) {
    return HttpResponse.ok(asset.content())
        .contentType(MediaType.of(asset.type()))
        .header(HttpHeaders.CACHE_CONTROL, caching);
  }
}
