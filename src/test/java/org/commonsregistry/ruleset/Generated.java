package org.commonsregistry.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Rulesets and facts made up at random, all valid, over {@link Written#FACTS}. */
final class Generated {
  private static final List<String> LICENCES = List.of("MIT", "CC0-1.0", "none", "say \"hi\"\\");
  private static final List<String> KINDS = List.of("text", "law", "sound-recording");

  private Generated() {}

  static Arbitrary<Ruleset> rulesets() {
    var status =
        Combinators.combine(
                Arbitraries.of("[\"US\"]", "[\"DE\", \"CA\", \"FR\", \"AU\"]", "[\"DE\"]"),
                Arbitraries.of(Status.values()))
            .flatAs(
                (places, then) ->
                    conditions(false, 3, !places.contains("US"))
                        .map(when -> new String[] {"status", places, when, then.token()}));
    var anywhere =
        Combinators.combine(conditions(false, 3, false), Arbitraries.of(Status.values()))
            .as((when, then) -> new String[] {"status", "[\"*\"]", when, then.token()});
    var policy =
        Combinators.combine(conditions(true, 3, false), Arbitraries.of(Zone.values()))
            .as((when, then) -> new String[] {"policy", "", when, then.token()});
    return Combinators.combine(
            Arbitraries.oneOf(status, anywhere).list().ofMinSize(1).ofMaxSize(6),
            policy.list().ofMinSize(1).ofMaxSize(5),
            Arbitraries.integers().between(0, 15).list().ofSize(11),
            Arbitraries.of(Zone.values()).list().ofMaxSize(2))
        .as(Generated::ruleset);
  }

  /** Exceptions only lead to rules with a lower number, so there are no circles. */
  private static Ruleset ruleset(
      List<String[]> status, List<String[]> policy, List<Integer> edges, List<Zone> orders) {
    var rules = new ArrayList<String>();
    for (var i = 0; i < status.size(); i++) {
      var rule = status.get(i);
      rules.add(
          Written.status("s" + i, rule[1], rule[2], rule[3], overrides("s", i, edges.get(i))));
    }
    for (var i = 0; i < policy.size(); i++) {
      var rule = policy.get(i);
      rules.add(
          Written.policy(
              "p" + i, rule[2], rule[3], overrides("p", i, edges.get(i + status.size()))));
    }
    for (var i = 0; i < orders.size(); i++) {
      rules.add(Written.order("o" + i, "2026-10-01", "2026-12-30", item(0), orders.get(i).token()));
    }
    return Written.ruleset(rules.toArray(String[]::new));
  }

  private static String[] overrides(String letter, int number, int bits) {
    var ids = new ArrayList<String>();
    for (var other = 0; other < number; other++) {
      if ((bits >> other & 1) == 1) {
        ids.add(letter + other);
      }
    }
    return ids.isEmpty() ? new String[0] : new String[] {"overrides: " + ids};
  }

  static String item(int number) {
    return "urn:commons:dataset:" + number;
  }

  /**
   * @param policy whether the status may be asked for
   * @param dated whether terms may depend on the country
   */
  static Arbitrary<String> conditions(boolean policy, int depth, boolean dated) {
    var leaf = leaves(policy, dated);
    if (depth == 0) {
      return leaf;
    }
    var inner = conditions(policy, depth - 1, dated);
    var several = inner.list().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(3, leaf),
        net.jqwik.api.Tuple.of(2, several.map(parts -> "{all: " + parts + "}")),
        net.jqwik.api.Tuple.of(2, several.map(parts -> "{any: " + parts + "}")),
        net.jqwik.api.Tuple.of(1, inner.map(part -> "{not: " + part + "}")));
  }

  private static Arbitrary<String> leaves(boolean policy, boolean dated) {
    var kind = Arbitraries.of(KINDS).map(k -> "{fact: kind, is: " + k + "}");
    var licence =
        Arbitraries.subsetOf(LICENCES)
            .ofMinSize(1)
            .map(
                some ->
                    "{fact: licence, in: " + some.stream().map(Generated::quoted).toList() + "}");
    var truth =
        Combinators.combine(Arbitraries.of("reserved", "notice"), Arbitraries.of(true, false))
            .as((fact, value) -> "{fact: " + fact + ", is: " + value + "}");
    var compared =
        Combinators.combine(
                Arbitraries.of("creatorDeathYear", "published"),
                Arbitraries.of("lt", "lte", "gt", "gte", "is"),
                years())
            .as((fact, operator, year) -> "{fact: " + fact + ", " + operator + ": " + year + "}");
    var exists =
        Combinators.combine(
                Arbitraries.of("kind", "published", "reserved"), Arbitraries.of(true, false))
            .as((fact, value) -> "{fact: " + fact + ", exists: " + value + "}");
    var elapsed =
        Combinators.combine(
                Arbitraries.of("creatorDeathYear", "published"),
                dated
                    ? Arbitraries.of("pma", "everywhere", "70")
                    : Arbitraries.of("everywhere", "70"))
            .as((fact, years) -> "{elapsed: {since: " + fact + ", years: " + years + "}}");
    var status =
        Arbitraries.subsetOf(Status.values())
            .ofMinSize(1)
            .map(
                some ->
                    "{fact: status, in: "
                        + some.stream().map(Status::token).sorted().toList()
                        + "}");
    return policy
        ? Arbitraries.oneOf(kind, licence, truth, compared, exists, elapsed, status, status, status)
        : Arbitraries.oneOf(kind, licence, truth, compared, exists, elapsed);
  }

  private static String quoted(String word) {
    return "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static Arbitrary<Integer> years() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(1850, 2026), Arbitraries.of(-44, 0, 800, 1954, 1971));
  }

  static Arbitrary<Facts> facts() {
    return Combinators.combine(
            Arbitraries.subsetOf(KINDS).map(FactsGiven::words),
            years().set().ofMaxSize(3).map(FactsGiven::years),
            years().set().ofMaxSize(1).map(FactsGiven::years),
            Arbitraries.subsetOf(LICENCES).ofMaxSize(2).map(FactsGiven::words),
            Arbitraries.of(true, false).set().ofMaxSize(1).map(FactsGiven::truth),
            Arbitraries.of(true, false).set().ofMaxSize(1).map(FactsGiven::truth),
            Arbitraries.subsetOf("US", "DE", "CA", "XX").map(FactsGiven::words))
        .as(
            (kind, death, published, licence, reserved, notice, source) -> {
              var all =
                  Map.of(
                      "kind", kind,
                      "creatorDeathYear", death,
                      "published", published,
                      "licence", licence,
                      "reserved", reserved,
                      "notice", notice,
                      "sourceCountry", source);
              var given = new TreeMap<String, FactValue>();
              all.forEach((name, values) -> values.forEach(value -> given.put(name, value)));
              return Facts.of(given);
            });
  }

  /** At most one value each: nothing given, or all of it. */
  private static final class FactsGiven {
    static List<FactValue> words(java.util.Set<String> words) {
      return words.isEmpty() ? List.of() : List.of(FactValue.words(words));
    }

    static List<FactValue> years(java.util.Set<Integer> years) {
      return years.isEmpty() ? List.of() : List.of(new FactValue.Years(new TreeSet<>(years)));
    }

    static List<FactValue> truth(java.util.Set<Boolean> truth) {
      return truth.stream().map(FactValue::truth).toList();
    }
  }
}
