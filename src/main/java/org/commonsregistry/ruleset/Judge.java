package org.commonsregistry.ruleset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Applies the rules of a ruleset. Thread-safe. */
final class Judge {
  private final FactVocabulary vocabulary;
  private final FactDefinition statusFact;
  private final List<Rule> statusRules;
  private final List<Rule> policyRules;
  private final List<Rule> orders;
  private final Map<Place, Local> locals = new ConcurrentHashMap<>();

  Judge(FactVocabulary vocabulary, List<Rule> rules) {
    this.vocabulary = vocabulary;
    this.statusFact = vocabulary.find(FactVocabulary.STATUS).orElseThrow();
    this.statusRules = layer(rules, Layer.STATUS);
    this.policyRules = layer(rules, Layer.POLICY);
    this.orders = layer(rules, Layer.ORDER);
  }

  private static List<Rule> layer(List<Rule> rules, Layer layer) {
    return rules.stream().filter(rule -> rule.layer() == layer).toList();
  }

  Judgement judge(Facts facts, Place place, LocalDate asOf, String item) {
    var tried = Case.of(vocabulary, facts, place, asOf, item);
    var outcome = outcome(tried, Optional.empty());
    return explained(tried, outcome, nextChange(tried, outcome));
  }

  /** Its zone and ground alone. */
  Outcome outcome(Facts facts, Place place, LocalDate asOf, String item) {
    return outcome(Case.of(vocabulary, facts, place, asOf, item), Optional.empty());
  }

  Headline headline(Collection<Place> places, Facts facts, LocalDate asOf, String item) {
    var judgements = places.stream().map(place -> judge(facts, place, asOf, item)).toList();
    var deciding = Headline.deciding(judgements);
    var days = new TreeSet<LocalDate>();
    for (var place : places) {
      days.addAll(local(place).turningDays().of(Case.of(vocabulary, facts, place, asOf, item)));
    }
    for (var day : days) {
      Outcome strictest = null;
      for (var place : places) {
        var then = outcome(Case.of(vocabulary, facts, place, day, item), Optional.empty());
        if (strictest == null || then.zone().compareTo(strictest.zone()) > 0) {
          strictest = then;
        }
      }
      if (strictest != null
          && (strictest.zone() != deciding.zone() || strictest.status() != deciding.status())) {
        var change = new Judgement.Change(day, strictest.zone(), strictest.status());
        return new Headline(judgements, Optional.of(change));
      }
    }
    return new Headline(judgements, Optional.empty());
  }

  /**
   * The outcome of a case, and nothing more.
   *
   * @param assumed a status to start from instead of that of the status rules
   */
  Outcome outcome(Case tried, Optional<Status> assumed) {
    var byStatus = Sifted.of(local(tried.place()).statusRules(), tried);
    var status = assumed.orElseGet(() -> strongest(byStatus.live()));
    tried.settle(statusFact, status.asFact());
    var byPolicy = Sifted.of(policyRules, tried);
    var deciding = deciding(tried);
    var last = deciding.isEmpty() ? byPolicy.live() : deciding;
    var agreed = agreed(last);
    return new Outcome(
        status,
        agreed.orElse(Zone.UNDETERMINED),
        ground(deciding, last, agreed),
        byStatus,
        byPolicy,
        deciding);
  }

  private static Judgement.Ground ground(
      List<Rule> orders, List<Rule> last, Optional<Zone> agreed) {
    if (last.isEmpty()) {
      return new Judgement.Ground.NothingFired();
    }
    if (agreed.isEmpty()) {
      return new Judgement.Ground.Conflict(List.copyOf(last));
    }
    return orders.isEmpty()
        ? new Judgement.Ground.Ruled()
        : new Judgement.Ground.ByOrder(orders.getFirst());
  }

  /** What matters in one place. */
  private record Local(List<Rule> statusRules, TurningDays turningDays) {}

  private Local local(Place place) {
    var known = locals.get(place);
    return known == null ? locals.computeIfAbsent(place, this::collected) : known;
  }

  private Local collected(Place place) {
    var here = statusRules.stream().filter(rule -> rule.holdsIn(place)).toList();
    var all = new ArrayList<>(here);
    all.addAll(policyRules);
    all.addAll(orders);
    return new Local(here, new TurningDays(all));
  }

  /** Independent grounds do not weaken each other: the strongest permission wins. */
  private static Status strongest(List<Rule> live) {
    var strongest = Status.UNKNOWN;
    for (var rule : live) {
      if (rule.then() instanceof Consequence.OfStatus(var status)) {
        strongest = strongest.stronger(status);
      }
    }
    return strongest;
  }

  private List<Rule> deciding(Case tried) {
    if (orders.isEmpty()) {
      return List.of();
    }
    return orders.stream()
        .filter(rule -> rule.order().orElseThrow().decides(tried.item(), tried.day()))
        .toList();
  }

  /** The one zone that all of them lead to. */
  private static Optional<Zone> agreed(List<Rule> rules) {
    Zone agreed = null;
    for (var rule : rules) {
      if (rule.then() instanceof Consequence.OfZone(var zone, _)) {
        if (agreed != null && agreed != zone) {
          return Optional.empty();
        }
        agreed = zone;
      }
    }
    return Optional.ofNullable(agreed);
  }

  private Judgement explained(Case tried, Outcome outcome, Optional<Judgement.Change> next) {
    var fired = new ArrayList<Judgement.Fired>();
    var overridden = new ArrayList<Rule>(outcome.statusRules().overridden());
    overridden.addAll(outcome.policyRules().overridden());
    outcome.statusRules().live().forEach(rule -> fired.add(fired(rule, tried)));
    if (outcome.orders().isEmpty()) {
      outcome.policyRules().live().forEach(rule -> fired.add(fired(rule, tried)));
    } else {
      overridden.addAll(outcome.policyRules().live());
      outcome.orders().forEach(rule -> fired.add(fired(rule, tried)));
    }
    var undecided = new ArrayList<Judgement.Undecided>();
    outcome.statusRules().undecided().forEach(rule -> undecided.add(undecided(rule, tried)));
    outcome.policyRules().undecided().forEach(rule -> undecided.add(undecided(rule, tried)));
    return new Judgement(
        tried.place(),
        tried.day(),
        outcome.zone(),
        outcome.ground(),
        outcome.status(),
        List.copyOf(fired),
        List.copyOf(overridden),
        List.copyOf(undecided),
        next);
  }

  private static Judgement.Fired fired(Rule rule, Case tried) {
    var used = new TreeMap<String, FactValue>();
    tried.support(rule.when(), Kleene.TRUE, used);
    return new Judgement.Fired(rule, used);
  }

  private static Judgement.Undecided undecided(Rule rule, Case tried) {
    var names = new TreeSet<String>();
    tried.missing(rule.when(), names);
    return new Judgement.Undecided(rule, names);
  }

  private Optional<Judgement.Change> nextChange(Case tried, Outcome now) {
    for (var day : local(tried.place()).turningDays().of(tried)) {
      var then = outcome(tried.on(day), Optional.empty());
      if (!then.sameAs(now)) {
        tried.settle(statusFact, now.status().asFact());
        return Optional.of(new Judgement.Change(day, then.zone(), then.status()));
      }
    }
    tried.settle(statusFact, now.status().asFact());
    return Optional.empty();
  }
}
