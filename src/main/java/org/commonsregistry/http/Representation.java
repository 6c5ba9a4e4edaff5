package org.commonsregistry.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The forms a resource can be had in, each with its media types (the first is the one sent) and its
 * suffix.
 */
public enum Representation {
  HTML(".html", "text/html", "application/xhtml+xml"),
  TURTLE(".ttl", "text/turtle", "application/x-turtle"),
  JSON_LD(".jsonld", "application/ld+json"),
  N_TRIPLES(".nt", "application/n-triples", "text/plain"),
  N_QUADS(".nq", "application/n-quads"),
  TRIG(".trig", "application/trig"),
  RDF_XML(".rdf", "application/rdf+xml"),
  JSON(".json", "application/json", "application/problem+json");

  /** The forms of one graph. */
  public static final List<Representation> OF_A_GRAPH =
      List.of(TURTLE, JSON_LD, N_TRIPLES, RDF_XML);

  /** A page for people, and the same thing as a graph. */
  public static final List<Representation> OF_A_PAGE =
      List.of(HTML, TURTLE, JSON_LD, N_TRIPLES, RDF_XML);

  private final String suffix;
  private final List<String> mediaTypes;

  Representation(String suffix, String... mediaTypes) {
    this.suffix = suffix;
    this.mediaTypes = List.of(mediaTypes);
  }

  /** A path without its suffix, and the representation the suffix asked for. */
  public record Suffixed(String path, Optional<Representation> representation) {}

  public String suffix() {
    return suffix;
  }

  /** As it goes into Content-Type; text forms are always UTF-8. */
  public MediaType mediaType() {
    var name = mediaTypes.getFirst();
    return MediaType.of(name.startsWith("text/") ? name + ";charset=utf-8" : name);
  }

  /** Without parameters, for links: {@code text/turtle}. */
  public String mediaTypeName() {
    return mediaTypes.getFirst();
  }

  /** Takes {@code wikidata.ttl} apart. A dot followed by anything else belongs to the name. */
  public static Suffixed fromPath(String path) {
    return Arrays.stream(values())
        .filter(form -> path.endsWith(form.suffix) && path.length() > form.suffix.length())
        .findFirst()
        .map(
            f -> new Suffixed(path.substring(0, path.length() - f.suffix.length()), Optional.of(f)))
        .orElseGet(() -> new Suffixed(path, Optional.empty()));
  }

  /**
   * The offered form the client likes best; on a tie, and when it says nothing, the first offered.
   * Empty when it takes none of them.
   */
  public static Optional<Representation> negotiate(
      HttpRequest<?> request, Collection<Representation> offered) {
    return negotiate(String.join(",", request.getHeaders().getAll(HttpHeaders.ACCEPT)), offered);
  }

  /** As {@link #negotiate(HttpRequest, Collection)}, for the text of an Accept header. */
  public static Optional<Representation> negotiate(
      String accept, Collection<Representation> offered) {
    var types = new ArrayList<String>();
    offered.forEach(form -> types.addAll(form.mediaTypes));
    return Accept.parse(accept)
        .best(types)
        .flatMap(
            type -> offered.stream().filter(form -> form.mediaTypes.contains(type)).findFirst());
  }

  /** As {@link #negotiate(HttpRequest, Collection)}, or the 406 that names what there is. */
  public static Representation require(HttpRequest<?> request, Collection<Representation> offered) {
    return negotiate(request, offered)
        .orElseThrow(
            () ->
                ProblemException.notAcceptable("This resource is not available in that form.")
                    .expected(
                        String.join(
                            ", ", offered.stream().map(Representation::mediaTypeName).toList()))
                    .received(String.join(",", request.getHeaders().getAll(HttpHeaders.ACCEPT)))
                    .remedy("Ask for one of these with the Accept header or a suffix."));
  }
}
