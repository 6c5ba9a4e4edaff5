package org.commonsregistry.terms.offer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.commonsregistry.terms.Action;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.TermWords;
import org.commonsregistry.terms.Tokens;
import org.commonsregistry.terms.odrl.Constraint;
import org.commonsregistry.terms.odrl.DutyTriples;
import org.commonsregistry.terms.odrl.Odrl;
import org.commonsregistry.terms.odrl.Rule;
import org.commonsregistry.vocabulary.Terms;

/**
 * An offer in plain words of one language.
 *
 * @param term its sentences
 */
public record OfferReading(List<Clause> permissions, List<Clause> prohibitions, List<String> term) {
  /**
   * @param says what may or may not be done
   * @param conditions for whom and until when
   * @param duties what has to be done in return
   */
  public record Clause(String says, List<String> conditions, List<String> duties) {}

  public static OfferReading of(Offer offer, TermWords words) {
    return new OfferReading(
        clauses(offer, Rule.Kind.PERMISSION, "may", words),
        clauses(offer, Rule.Kind.PROHIBITION, "may-not", words),
        term(offer.term(), words));
  }

  private static List<Clause> clauses(Offer offer, Rule.Kind kind, String key, TermWords words) {
    return offer.policy().rules().stream()
        .filter(rule -> rule.kind() == kind)
        .map(
            rule ->
                new Clause(
                    words.text(key, Map.of("actions", actions(rule, words))),
                    rule.constraints().stream()
                        .map(constraint -> condition(constraint, words))
                        .toList(),
                    rule.duties().stream()
                        .map(
                            duty ->
                                DutyTriples.read(duty)
                                    .map(words::of)
                                    .orElse(words.text("for.other")))
                        .sorted()
                        .toList()))
        .sorted(Comparator.comparing(Clause::says))
        .toList();
  }

  private static String actions(Rule rule, TermWords words) {
    return Arrays.stream(Action.values())
        .filter(action -> rule.actions().contains(Odrl.of(action)))
        .map(words::of)
        .collect(Collectors.joining(", "));
  }

  private static String condition(Constraint constraint, TermWords words) {
    if (constraint instanceof Constraint.Comparison comparison) {
      var operator = comparison.operator();
      if (comparison.left().equals(Terms.commons("actor"))) {
        var actors = actors(comparison, words);
        if (operator.equals(Odrl.name("isAnyOf"))) {
          return words.text("for.any-of", Map.of("actors", actors));
        }
        if (operator.equals(Odrl.name("isNoneOf"))) {
          return words.text("for.none-of", Map.of("actors", actors));
        }
      }
      var until = date(comparison);
      if (until.isPresent() && operator.equals(Odrl.name("lteq"))) {
        return words.text("for.until", Map.of("date", until.get()));
      }
    }
    return words.text("for.other");
  }

  private static String actors(Constraint.Comparison comparison, TermWords words) {
    return Arrays.stream(Actor.values())
        .filter(actor -> comparison.right().contains(Odrl.of(actor)))
        .map(words::of)
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> date(Constraint.Comparison comparison) {
    return comparison.left().equals(Odrl.name("dateTime"))
        ? comparison.right().stream()
            .filter(Node::isLiteral)
            .map(Node::getLiteralLexicalForm)
            .findFirst()
        : Optional.empty();
  }

  private static List<String> term(Offer.Term term, TermWords words) {
    var sentences = new ArrayList<String>();
    sentences.add(words.text("term." + Tokens.of(term.duration())));
    term.until()
        .ifPresent(day -> sentences.add(words.text("for.until", Map.of("date", day.toString()))));
    term.noticeDays()
        .ifPresent(
            days -> sentences.add(words.text("term.notice", Map.of("days", days.toString()))));
    term.cureDays()
        .ifPresent(days -> sentences.add(words.text("term.cure", Map.of("days", days.toString()))));
    Optional.ofNullable(term.after().get(words.language())).ifPresent(sentences::add);
    return sentences;
  }
}
