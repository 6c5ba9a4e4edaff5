package org.commonsregistry.ruleset;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads one rule. */
final class RuleReader {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_ID = 80;

  private final FactVocabulary vocabulary;
  private final Parameters parameters;

  RuleReader(FactVocabulary vocabulary, Parameters parameters) {
    this.vocabulary = vocabulary;
    this.parameters = parameters;
  }

  Rule read(Yaml yaml) {
    var fields =
        Fields.of(
            yaml,
            "A rule",
            "id",
            "layer",
            "jurisdiction",
            "title",
            "says",
            "basis",
            "since",
            "overrides",
            "when",
            "then",
            "effective",
            "items",
            "reason",
            "tests");
    var id = id(fields);
    var layer =
        Layer.of(fields.text("layer"))
            .orElseThrow(
                () ->
                    new RefusedException(
                        fields.at("layer"),
                        "'" + fields.text("layer") + "' is not a layer.",
                        "Use status, policy or order."));
    refuseWhatTheLayerHasNot(fields, layer);
    var places = layer == Layer.STATUS ? fields.places("jurisdiction") : List.of(Place.ANYWHERE);
    var order = layer == Layer.ORDER ? Optional.of(order(fields)) : Optional.<OrderScope>empty();
    var when =
        layer == Layer.ORDER
            ? new Condition.All(List.of())
            : new ConditionReader(vocabulary, parameters, layer, places).read(fields.get("when"));
    return new Rule(
        id,
        layer,
        places,
        fields.wording("title"),
        fields.wording("says"),
        basis(fields.get("basis")),
        fields.optionalDate("since"),
        overrides(fields),
        when,
        consequence(fields.get("then"), layer),
        order,
        tests(fields, layer, places.getFirst(), order),
        new RuleHash(Sha256.hex(Sha256.of(CanonicalJson.bytes(CanonicalJson.of(yaml))))),
        fields.at());
  }

  private static String id(Fields fields) {
    var id = fields.text("id");
    if (id.length() > LONGEST_ID || !ID.matcher(id).matches()) {
      throw new RefusedException(
          fields.at("id"),
          "'" + id + "' is not a rule's id.",
          "Use small letters and digits, joined by hyphens.");
    }
    return id;
  }

  private static void refuseWhatTheLayerHasNot(Fields fields, Layer layer) {
    var wrong =
        switch (layer) {
          case STATUS -> List.of("effective", "items", "reason");
          case POLICY -> List.of("jurisdiction", "effective", "items", "reason");
          case ORDER -> List.of("jurisdiction", "when", "overrides");
        };
    for (var key : wrong) {
      if (fields.has(key)) {
        throw new RefusedException(
            fields.at(key),
            "A rule of the layer " + layer.token() + " has no '" + key + "'.",
            "Leave it out, or choose another layer.");
      }
    }
  }

  private static Basis basis(Yaml yaml) {
    var fields = Fields.of(yaml, "'basis'", "type", "cite", "url");
    var type =
        Basis.Type.of(fields.text("type"))
            .orElseThrow(
                () ->
                    new RefusedException(
                        fields.at("type"),
                        "'" + fields.text("type") + "' is not a type of basis.",
                        "Use law, licence, statement, practice, community or order."));
    return new Basis(type, fields.text("cite"), fields.optionalAddress("url"));
  }

  private static SortedSet<String> overrides(Fields fields) {
    return fields.has("overrides") ? new TreeSet<>(fields.texts("overrides")) : new TreeSet<>();
  }

  private static Consequence consequence(Yaml yaml, Layer layer) {
    if (layer == Layer.STATUS) {
      var fields = Fields.of(yaml, "'then' of a status rule", "status");
      return new Consequence.OfStatus(
          Status.of(fields.text("status"))
              .orElseThrow(() -> wrongToken(fields, "status", TestReader.tokens(Status.values()))));
    }
    var fields = Fields.of(yaml, "'then'", "zone", "conditions");
    return new Consequence.OfZone(
        Zone.of(fields.text("zone"))
            .orElseThrow(() -> wrongToken(fields, "zone", TestReader.tokens(Zone.values()))),
        fields.has("conditions") ? fields.texts("conditions") : List.of());
  }

  private static RefusedException wrongToken(Fields fields, String key, String tokens) {
    return new RefusedException(
        fields.at(key),
        "'" + fields.text(key) + "' is not a " + key + ".",
        "Use one of " + tokens + ".");
  }

  private static OrderScope order(Fields fields) {
    var effective = Fields.of(fields.get("effective"), "'effective'", "from", "until");
    var from = effective.date("from");
    var until = effective.date("until");
    var days = ChronoUnit.DAYS.between(from, until);
    if (days < 0 || days > OrderScope.LONGEST_DAYS) {
      throw new RefusedException(
          effective.at("until"),
          "An order ends at most " + OrderScope.LONGEST_DAYS + " days after it begins.",
          "Let it end on "
              + from.plusDays(OrderScope.LONGEST_DAYS)
              + " at the latest; a longer measure is a policy rule and needs a vote.");
    }
    var items = new TreeSet<String>();
    fields.list("items").forEach(item -> items.add(TestReader.iri(item)));
    return new OrderScope(from, until, items, fields.wording("reason"));
  }

  private List<RuleTest> tests(
      Fields fields, Layer layer, Place first, Optional<OrderScope> order) {
    if (!fields.has("tests")) {
      throw new RefusedException(
          fields.at(),
          "The rule '" + fields.text("id") + "' has no tests.",
          "Add at least one example: tests: [{facts: …, asOf: \"2026-01-01\", expect: …}].");
    }
    var reader = new TestReader(vocabulary, layer, first, order);
    var tests = new ArrayList<RuleTest>();
    fields.list("tests").forEach(yaml -> tests.add(reader.read(yaml)));
    return List.copyOf(tests);
  }
}
