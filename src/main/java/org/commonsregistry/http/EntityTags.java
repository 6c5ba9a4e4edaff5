package org.commonsregistry.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Entity tags and conditional requests (RFC 9110, 13): an answer the client already has is not sent
 * again.
 */
public final class EntityTags {
  private EntityTags() {}

  /**
   * A quoted strong tag from everything the answer depends on: version, query, media type,
   * language.
   */
  public static String of(Object... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return '"' + HexFormat.of().formatHex(digest.digest(), 0, 12) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The 304 to send, if the client named this tag in If-None-Match. */
  public static Optional<MutableHttpResponse<?>> notModified(HttpRequest<?> request, String tag) {
    return matches(request, tag)
        ? Optional.of(tagged(HttpResponse.notModified(), tag))
        : Optional.empty();
  }

  /** Sets the tag, and that a cache must ask before it uses the answer again. */
  public static <T> MutableHttpResponse<T> tagged(MutableHttpResponse<T> response, String tag) {
    return response.header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  /**
   * Answers with a body that is all the answer depends on: in full, or that the client has it.
   *
   * @param contentType as it goes into the header
   */
  public static MutableHttpResponse<?> answer(
      HttpRequest<?> request, byte[] body, String contentType) {
    var tag = of(contentType, new String(body, StandardCharsets.UTF_8));
    var known = notModified(request, tag);
    return known.isPresent()
        ? known.get()
        : tagged(HttpResponse.ok(body), tag).header(HttpHeaders.CONTENT_TYPE, contentType);
  }

  private static boolean matches(HttpRequest<?> request, String tag) {
    for (var header : request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH)) {
      for (var candidate : header.split(",")) {
        var stripped = candidate.strip();
        // If-None-Match compares weakly; a proxy that compresses turns our strong tag into a weak
        // one.
        if (stripped.equals("*") || stripped.equals(tag) || stripped.equals("W/" + tag)) {
          return true;
        }
      }
    }
    return false;
  }
}
