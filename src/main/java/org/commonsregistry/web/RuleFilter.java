package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ruleset.Layer;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.ruleset.Rule;

/**
 * Which rules a reader wants to see.
 *
 * @param place only rules that count there; empty for all
 * @param layer only rules of this layer; empty for all
 * @param text that occurs in the rule's words, in any language; may be empty
 */
public record RuleFilter(Optional<Place> place, Optional<Layer> layer, String text) {
  private static final int LONGEST = 200;

  static RuleFilter of(HttpRequest<?> request) {
    var text = given(request, "q").orElse("");
    if (text.length() > LONGEST) {
      throw ProblemException.badRequest("The text to look for is too long.")
          .expected("at most " + LONGEST + " characters")
          .received(text.length() + " characters");
    }
    return new RuleFilter(
        given(request, "place").map(RuleFilter::place),
        given(request, "layer").map(RuleFilter::layer),
        text);
  }

  private static Optional<String> given(HttpRequest<?> request, String name) {
    return request.getParameters().getFirst(name).map(String::strip).filter(s -> !s.isEmpty());
  }

  private static Place place(String code) {
    return Place.of(code)
        .orElseThrow(
            () ->
                ProblemException.badRequest("The parameter 'place' is no country's code.")
                    .expected("two letters as in ISO 3166-1, e.g. DE")
                    .received(code.substring(0, Math.min(code.length(), LONGEST))));
  }

  private static Layer layer(String token) {
    return Layer.of(token)
        .orElseThrow(
            () ->
                ProblemException.badRequest("The parameter 'layer' is not known.")
                    .expected("status, policy or order")
                    .received(token.substring(0, Math.min(token.length(), LONGEST))));
  }

  boolean isEmpty() {
    return place.isEmpty() && layer.isEmpty() && text.isEmpty();
  }

  /** Policy rules and orders hold everywhere. */
  boolean shows(Rule rule) {
    return layer.filter(wanted -> wanted != rule.layer()).isEmpty()
        && place.filter(wanted -> rule.layer() == Layer.STATUS && !rule.holdsIn(wanted)).isEmpty()
        && says(rule);
  }

  private boolean says(Rule rule) {
    var wanted = text.toLowerCase(Locale.ROOT);
    return Stream.of(
            rule.id(),
            rule.title().en(),
            rule.title().de(),
            rule.says().en(),
            rule.says().de(),
            rule.basis().cite())
        .anyMatch(words -> words.toLowerCase(Locale.ROOT).contains(wanted));
  }

  String placeCode() {
    return place.map(Place::code).orElse("");
  }

  String layerToken() {
    return layer.map(Layer::token).orElse("");
  }

  /** As the query of an address; empty when nothing is filtered. */
  String query() {
    var query = new StringJoiner("&");
    place.ifPresent(code -> query.add("place=" + encoded(code.code())));
    layer.ifPresent(wanted -> query.add("layer=" + wanted.token()));
    if (!text.isEmpty()) {
      query.add("q=" + encoded(text));
    }
    return query.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
