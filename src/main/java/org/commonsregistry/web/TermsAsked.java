package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.commonsregistry.classification.AskedPlace;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Tokens;
import org.commonsregistry.terms.Use;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know about the terms of a dataset, as it stands in the address of the
 * page.
 *
 * @param slug of the dataset
 * @param version ledger number of an old version; empty for the standing one
 * @param place empty for the headline
 * @param dated whether a date was given; otherwise it is today
 * @param use whose answer is to be told step by step
 */
record TermsAsked(
    String slug,
    Optional<Long> version,
    Optional<Place> place,
    LocalDate date,
    boolean dated,
    Actor actor,
    Optional<Use> use) {

  static TermsAsked read(
      HttpRequest<?> request, String slug, Optional<Long> version, LocalDate today) {
    var parameters = request.getParameters();
    var date = AskedPlace.date(parameters.get("date"), today);
    return new TermsAsked(
        slug,
        version,
        AskedPlace.place(parameters.get("place")),
        date,
        !date.equals(today),
        chosen(Actor.class, parameters.get("actor")).orElse(Actor.ANYONE),
        chosen(Use.class, parameters.get("use")));
  }

  /** The question that the head of every page answers. */
  static TermsAsked headline(ShownVerdict shown) {
    return new TermsAsked(
        shown.version().id().slug(),
        shown.older() ? Optional.of(shown.version().sequence()) : Optional.empty(),
        Optional.empty(),
        shown.date(),
        false,
        Actor.ANYONE,
        Optional.empty());
  }

  private static <E extends Enum<E>> Optional<E> chosen(Class<E> type, @Nullable String token) {
    if (token == null || token.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        Tokens.find(type, token.strip())
            .orElseThrow(
                () ->
                    ProblemException.badRequest(
                            type == Use.class
                                ? "There is no use of that name."
                                : "There is no such actor.")
                        .expected(
                            Arrays.stream(type.getEnumConstants())
                                .map(Tokens::of)
                                .collect(Collectors.joining(", ")))
                        .received(token.length() > 60 ? token.substring(0, 60) + "…" : token)
                        .remedy("Choose from the lists on the page.")));
  }

  /** Whether it is the question that the head of every page answers, whoever asks. */
  boolean headline() {
    return place.isEmpty() && !dated;
  }

  /** Whether nothing but the dataset was chosen: the one page that search engines need. */
  boolean usual() {
    return headline() && actor == Actor.ANYONE && use.isEmpty();
  }

  /** The steps to one answer. */
  String chain(Use wanted, Actor who) {
    return address(who, Optional.of(wanted)) + "#chain";
  }

  /** The page for somebody else. */
  String as(Actor who) {
    return address(who, Optional.empty()) + "#uses";
  }

  private String address(Actor who, Optional<Use> wanted) {
    var query = new StringJoiner("&", "?", "");
    query.setEmptyValue("");
    version.ifPresent(number -> query.add("asOf=" + number));
    place.ifPresent(
        at -> query.add("place=" + URLEncoder.encode(at.code(), StandardCharsets.UTF_8)));
    if (dated) {
      query.add("date=" + date);
    }
    if (who != Actor.ANYONE) {
      query.add("actor=" + who.token());
    }
    wanted.ifPresent(one -> query.add("use=" + one.token()));
    return "/datasets/" + slug + "/terms" + query;
  }
}
