package org.commonsregistry.search;

import io.micronaut.http.HttpParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.commonsregistry.classification.AskedPlace;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Tokens;
import org.commonsregistry.terms.Use;

/** How addresses say what somebody wants to do with what is found. */
public final class TermsParameters {
  public static final String PLACE = "place";
  public static final String USE = "use";
  public static final String ACTOR = "actor";
  public static final String WITHOUT = "without";
  static final Set<String> NAMES = Set.of(PLACE, USE, ACTOR, WITHOUT);

  private TermsParameters() {}

  /**
   * Empty when none is given. An actor or a duty without a use is about training.
   *
   * @throws ProblemException for an unknown place, use, actor or duty
   */
  public static Optional<TermsFilter> read(HttpParameters parameters) {
    var place = single(parameters, PLACE).flatMap(AskedPlace::place);
    var actor =
        single(parameters, ACTOR)
            .map(token -> known(ACTOR, Actor.class, token))
            .orElse(Actor.ANYONE);
    var without = without(parameters);
    var use = single(parameters, USE).map(token -> known(USE, Use.class, token));
    if (use.isEmpty() && (actor != Actor.ANYONE || !without.isEmpty())) {
      use = Optional.of(Use.TRAIN);
    }
    return place.isEmpty() && use.isEmpty()
        ? Optional.empty()
        : Optional.of(new TermsFilter(place, use, actor, without));
  }

  /** Parameters that read back as this filter. */
  public static List<Entry<String, String>> write(TermsFilter filter) {
    var written = new ArrayList<Entry<String, String>>();
    filter.use().ifPresent(use -> written.add(Map.entry(USE, use.token())));
    if (filter.actor() != Actor.ANYONE) {
      written.add(Map.entry(ACTOR, filter.actor().token()));
    }
    filter.place().map(Place::code).ifPresent(code -> written.add(Map.entry(PLACE, code)));
    TermsFilter.DUTIES.stream()
        .filter(filter.without()::contains)
        .forEach(duty -> written.add(Map.entry(WITHOUT, duty)));
    return written;
  }

  private static Set<String> without(HttpParameters parameters) {
    var without = new TreeSet<String>();
    for (var duty : parameters.getAll(WITHOUT)) {
      if (!duty.isBlank()) {
        if (!TermsFilter.DUTIES.contains(duty.strip())) {
          throw refused(WITHOUT, "one of " + String.join(", ", TermsFilter.DUTIES), duty);
        }
        without.add(duty.strip());
      }
    }
    return without;
  }

  private static <E extends Enum<E>> E known(String name, Class<E> type, String token) {
    return Tokens.find(type, token)
        .orElseThrow(
            () ->
                refused(
                    name,
                    "one of "
                        + String.join(
                            ", ", Arrays.stream(type.getEnumConstants()).map(Tokens::of).toList()),
                    token));
  }

  private static Optional<String> single(HttpParameters parameters, String name) {
    var given = parameters.getAll(name).stream().filter(value -> !value.isBlank()).toList();
    if (given.size() > 1) {
      throw refused(name, "one value", given.size() + " values");
    }
    return given.stream().map(String::strip).findFirst();
  }

  private static ProblemException refused(String name, String expected, String received) {
    return ProblemException.badRequest("The parameter '" + name + "' is not valid.")
        .expected(expected)
        .received(received.length() > 60 ? received.substring(0, 60) + "…" : received)
        .remedy("Correct it or leave it out.");
  }
}
