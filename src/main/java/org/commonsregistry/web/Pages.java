package org.commonsregistry.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.rdf.BaseIri;

/**
 * Begins a page for a request and ends it as a response. The reader's language is what the address
 * says, else what was chosen before, else what the browser prefers. Thread-safe.
 */
@Singleton
final class Pages {
  private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");
  private static final String LANGUAGE = "lang";
  private static final String THEME = "theme";
  private static final Duration REMEMBERED = Duration.ofDays(365);

  private final Assets assets;
  private final BaseIri base;

  Pages(Assets assets, BaseIri base) {
    this.assets = assets;
    this.base = base;
  }

  Page begin(HttpRequest<?> request) {
    var uri = request.getUri();
    var query = uri.getRawQuery();
    var address = Address.of(uri.getRawPath(), query == null ? "" : query);
    return Page.of(
        new Page.Settings(
            Messages.in(language(request)),
            chosen(request, THEME).flatMap(Theme::of).orElse(Theme.AUTO),
            address,
            assets,
            base));
  }

  MutableHttpResponse<?> respond(HttpRequest<?> request, JteModel model) {
    return respond(request, model, HttpStatus.OK);
  }

  MutableHttpResponse<?> respond(HttpRequest<?> request, JteModel model, HttpStatus status) {
    var html = render(model);
    var tag = EntityTags.of(Arrays.hashCode(html), html.length);
    MutableHttpResponse<?> response =
        status == HttpStatus.OK
            ? EntityTags.notModified(request, tag)
                .orElseGet(() -> EntityTags.tagged(HttpResponse.ok(html), tag))
            : HttpResponse.status(status).body(html);
    remember(request, response, LANGUAGE);
    remember(request, response, THEME);
    return response
        .contentType(HTML)
        .header(HttpHeaders.CONTENT_LANGUAGE, language(request).tag())
        .header(HttpHeaders.VARY, "Accept, Accept-Language, Cookie");
  }

  static byte[] render(JteModel model) {
    var output = new Utf8ByteOutput();
    model.render(output);
    var bytes = new ByteArrayOutputStream(output.getContentLength());
    try {
      output.writeTo(bytes::write);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Language language(HttpRequest<?> request) {
    return chosen(request, LANGUAGE)
        .flatMap(Language::of)
        .or(() -> preferred(request))
        .orElse(Language.ENGLISH);
  }

  private static Optional<Language> preferred(HttpRequest<?> request) {
    var header = request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE);
    if (header == null || header.length() > 200) {
      return Optional.empty();
    }
    // Browsers write their preferences in order, so the quality values need not be read.
    return Arrays.stream(header.split(","))
        .map(range -> range.split(";", 2)[0])
        .flatMap(range -> Language.of(range).stream())
        .findFirst();
  }

  private static Optional<String> chosen(HttpRequest<?> request, String name) {
    return request
        .getParameters()
        .getFirst(name)
        .or(() -> request.getCookies().findCookie(name).map(Cookie::getValue));
  }

  private static void remember(
      HttpRequest<?> request, MutableHttpResponse<?> response, String name) {
    request
        .getParameters()
        .getFirst(name)
        .filter(value -> Language.of(value).isPresent() || Theme.of(value).isPresent())
        .ifPresent(
            value ->
                response.cookie(
                    Cookie.of(name, value)
                        .path("/")
                        .maxAge(REMEMBERED)
                        .httpOnly(true)
                        .sameSite(SameSite.Lax)));
  }
}
