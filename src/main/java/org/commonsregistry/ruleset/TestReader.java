package org.commonsregistry.ruleset;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the examples of a rule. */
final class TestReader {
  /** Where an example of a rule that holds everywhere is tried. */
  private static final Place USUAL = new Place("US");

  /** Stands for the item's IRI among the facts of an order's example. */
  private static final String ID = "id";

  private static final Pattern IRI =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|^`\\\\]{1,500}");

  private final FactVocabulary vocabulary;
  private final Layer layer;
  private final Place place;
  private final Optional<OrderScope> order;

  TestReader(FactVocabulary vocabulary, Layer layer, Place first, Optional<OrderScope> order) {
    this.vocabulary = vocabulary;
    this.layer = layer;
    this.place = first.anywhere() ? USUAL : first;
    this.order = order;
  }

  RuleTest read(Yaml yaml) {
    var fields = Fields.of(yaml, "A test", "name", "jurisdiction", "facts", "asOf", "expect");
    var facts = new TreeMap<String, FactValue>();
    Optional<Status> status = Optional.empty();
    var item = order.map(scope -> scope.items().first());
    for (var entry : mapping(fields.get("facts")).entries().entrySet()) {
      var name = entry.getKey();
      var value = entry.getValue().value();
      if (name.equals(FactVocabulary.STATUS) && layer != Layer.STATUS) {
        status =
            Status.of(
                FactReader.values(fact(vocabulary, name, entry.getValue()), value)
                    .texts()
                    .getFirst());
      } else if (name.equals(ID) && layer == Layer.ORDER) {
        item = Optional.of(iri(value));
      } else {
        facts.put(name, given(vocabulary, name, entry.getValue()));
      }
    }
    return new RuleTest(
        fields.optionalText("name"),
        fields.has("jurisdiction") ? anywhereAsUsual(fields.place("jurisdiction")) : place,
        Facts.of(facts),
        status,
        item,
        fields.date("asOf"),
        expect(fields),
        fields.at());
  }

  private static Place anywhereAsUsual(Place place) {
    return place.anywhere() ? USUAL : place;
  }

  static String iri(Yaml value) {
    if (value instanceof Yaml.Scalar scalar && IRI.matcher(scalar.text()).matches()) {
      return scalar.text();
    }
    throw new RefusedException(
        value.at(),
        "An item is named by its IRI, found " + value.shown() + ".",
        "Write it in full, without spaces.");
  }

  private String expect(Fields fields) {
    var token = fields.text("expect");
    var known = layer == Layer.STATUS ? Status.of(token).isPresent() : Zone.of(token).isPresent();
    if (!known) {
      throw new RefusedException(
          fields.at("expect"),
          "'"
              + token
              + "' is not a "
              + (layer == Layer.STATUS ? "status" : "zone")
              + ", which a test of the layer "
              + layer.token()
              + " expects.",
          "Use one of "
              + (layer == Layer.STATUS ? tokens(Status.values()) : tokens(Zone.values()))
              + ".");
    }
    return token;
  }

  static String tokens(Status[] values) {
    return Arrays.stream(values).map(Status::token).collect(Collectors.joining(", "));
  }

  static String tokens(Zone[] values) {
    return Arrays.stream(values).map(Zone::token).collect(Collectors.joining(", "));
  }

  /** The facts of an item, each in the vocabulary. */
  static Facts facts(FactVocabulary vocabulary, Yaml yaml) {
    var facts = new TreeMap<String, FactValue>();
    mapping(yaml)
        .entries()
        .forEach((name, entry) -> facts.put(name, given(vocabulary, name, entry)));
    return Facts.of(facts);
  }

  private static FactValue given(FactVocabulary vocabulary, String name, Yaml.Entry entry) {
    var fact = fact(vocabulary, name, entry);
    if (name.equals(FactVocabulary.STATUS)) {
      throw new RefusedException(
          entry.key(), "The status cannot be given here.", "Give the facts it follows from.");
    }
    var value = FactReader.values(fact, entry.value());
    if (!fact.several() && value.texts().size() > 1) {
      throw new RefusedException(
          entry.value().at(),
          "The fact '" + name + "' has one value, found " + value + ".",
          "Give one, or write several: true into facts.yaml.");
    }
    return value;
  }

  private static FactDefinition fact(FactVocabulary vocabulary, String name, Yaml.Entry entry) {
    return vocabulary
        .find(name)
        .orElseThrow(
            () ->
                new RefusedException(
                    entry.key(), "There is no fact '" + name + "'.", "Use a fact of facts.yaml."));
  }

  private static Yaml.Mapping mapping(Yaml yaml) {
    if (yaml instanceof Yaml.Mapping mapping) {
      return mapping;
    }
    throw new RefusedException(
        yaml.at(),
        "Facts are a mapping of names and values, found " + yaml.shown() + ".",
        "Write {kind: text, firstPublishedYear: 1930}, or {} for none.");
  }
}
