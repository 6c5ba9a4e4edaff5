package org.commonsregistry.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads the {@code when} of a rule. */
final class ConditionReader {
  private static final List<String> ON_FACTS =
      List.of("is", "in", "lt", "lte", "gt", "gte", "exists");
  private static final String OPERATORS =
      "Use one of all, any, not, elapsed, or fact together with one of "
          + String.join(", ", ON_FACTS)
          + ".";
  private static final int LONGEST_TERM = 1_000;

  private final FactVocabulary vocabulary;
  private final Parameters parameters;
  private final Layer layer;
  private final List<Place> places;

  ConditionReader(
      FactVocabulary vocabulary, Parameters parameters, Layer layer, List<Place> places) {
    this.vocabulary = vocabulary;
    this.parameters = parameters;
    this.layer = layer;
    this.places = places;
  }

  Condition read(Yaml yaml) {
    if (!(yaml instanceof Yaml.Mapping mapping)) {
      throw new RefusedException(
          yaml.at(), "A condition is a mapping, found " + yaml.shown() + ".", OPERATORS);
    }
    var keys = mapping.entries().keySet();
    if (keys.contains("fact")) {
      return onFact(mapping);
    }
    if (keys.size() != 1) {
      throw new RefusedException(
          yaml.at(), "A condition has one operator, found " + keys + ".", OPERATORS);
    }
    var operator = keys.iterator().next();
    var fields = Fields.of(yaml, "A condition", operator);
    return switch (operator) {
      case "all" -> new Condition.All(parts(fields, operator));
      case "any" -> new Condition.Any(parts(fields, operator));
      case "not" -> new Condition.Not(read(fields.get(operator)));
      case "elapsed" -> elapsed(fields.get(operator));
      default -> throw unknown(mapping, operator);
    };
  }

  private List<Condition> parts(Fields fields, String operator) {
    var parts = new ArrayList<Condition>();
    fields.list(operator).forEach(part -> parts.add(read(part)));
    return parts;
  }

  private Condition onFact(Yaml.Mapping mapping) {
    for (var key : mapping.entries().keySet()) {
      if (!key.equals("fact") && !ON_FACTS.contains(key)) {
        throw unknown(mapping, key);
      }
    }
    if (mapping.entries().size() != 2) {
      throw new RefusedException(
          mapping.at(),
          "A condition on a fact has one operator, found " + mapping.entries().keySet() + ".",
          "Write one of " + String.join(", ", ON_FACTS) + "; join several with all.");
    }
    var operator =
        mapping.entries().keySet().stream().filter(ON_FACTS::contains).findFirst().orElseThrow();
    var fields = Fields.of(mapping, "A condition", "fact", operator);
    var fact = fact(fields, "fact");
    return switch (operator) {
      case "is" -> is(fact, fields.get(operator));
      case "in" -> in(fact, fields);
      case "exists" -> new Condition.Exists(fact, fields.truth(operator, true));
      default -> {
        requireYear(fact, fields.at("fact"), operator);
        yield new Condition.Compared(
            fact,
            Condition.Comparison.valueOf(operator.toUpperCase(Locale.ROOT)),
            fields.whole(operator, FactValue.Years.EARLIEST, FactValue.Years.LATEST));
      }
    };
  }

  private static Condition is(FactDefinition fact, Yaml value) {
    if (!(value instanceof Yaml.Scalar)) {
      throw new RefusedException(
          value.at(), "'is' takes one value, found " + value.shown() + ".", "Use in for a list.");
    }
    return new Condition.OneOf(fact, FactReader.values(fact, value));
  }

  private static Condition in(FactDefinition fact, Fields fields) {
    fields.list("in");
    return new Condition.OneOf(fact, FactReader.values(fact, fields.get("in")));
  }

  private Condition elapsed(Yaml yaml) {
    var fields = Fields.of(yaml, "'elapsed'", "since", "years");
    var since = fact(fields, "since");
    requireYear(since, fields.at("since"), "elapsed");
    var years = fields.get("years");
    if (years instanceof Yaml.Scalar scalar && scalar.word().isPresent()) {
      return new Condition.Elapsed(since, new Condition.Term.Dated(parameter(scalar)));
    }
    return new Condition.Elapsed(
        since, new Condition.Term.Fixed(fields.whole("years", 0, LONGEST_TERM)));
  }

  private Parameter parameter(Yaml.Scalar name) {
    var parameter =
        parameters
            .find(name.text())
            .orElseThrow(
                () ->
                    new RefusedException(
                        name.at(),
                        "There is no parameter '" + name.text() + "'.",
                        "Use one of "
                            + String.join(
                                ", ", parameters.all().stream().map(Parameter::name).toList())
                            + ", or add it to parameters.yaml."));
    for (var place : places) {
      if (parameter.in(place).isEmpty()) {
        throw new RefusedException(
            name.at(),
            "The parameter '"
                + name.text()
                + "' has no value for "
                + (place.anywhere() ? "every country" : place.code())
                + ", where the rule holds.",
            "Add it to parameters.yaml, or take the place out of the rule's jurisdiction.");
      }
    }
    return parameter;
  }

  private FactDefinition fact(Fields fields, String key) {
    var name = fields.text(key);
    var fact = vocabulary.find(name);
    if (fact.isEmpty()) {
      throw new RefusedException(
          fields.at(key),
          "There is no fact '" + name + "'.",
          "Use a fact of facts.yaml" + similar(name) + ".");
    }
    if (name.equals(FactVocabulary.STATUS) && layer != Layer.POLICY) {
      throw new RefusedException(
          fields.at(key),
          "Only policy rules can ask for the status.",
          "Ask for the facts it follows from.");
    }
    return fact.get();
  }

  private String similar(String name) {
    var low = name.toLowerCase(Locale.ROOT).replace("license", "licence");
    return vocabulary.all().stream()
        .map(FactDefinition::name)
        .filter(known -> known.toLowerCase(Locale.ROOT).equals(low))
        .findFirst()
        .map(known -> ", perhaps " + known)
        .orElse("");
  }

  private static void requireYear(FactDefinition fact, Position at, String operator) {
    if (fact.type() != FactType.YEAR) {
      throw new RefusedException(
          at,
          "'" + operator + "' needs a year, and the fact '" + fact.name() + "' is none.",
          "Use is or in.");
    }
  }

  private static RefusedException unknown(Yaml.Mapping mapping, String operator) {
    var entry = mapping.entries().get(operator);
    return new RefusedException(
        entry == null ? mapping.at() : entry.key(),
        "There is no operator '" + operator + "'.",
        OPERATORS);
  }
}
