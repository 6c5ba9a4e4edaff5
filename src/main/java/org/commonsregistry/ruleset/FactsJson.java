package org.commonsregistry.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import java.util.TreeSet;

/** Facts as a JSON object; a single value stands alone, several stand in a list. */
final class FactsJson {
  private static final int MOST_FACTS = 200;
  private static final int MOST_VALUES = 1_000;
  private static final int LONGEST_WORD = 1_000;

  private FactsJson() {}

  static ObjectNode write(Facts facts) {
    var json = JsonNodeFactory.instance.objectNode();
    facts.all().forEach((name, value) -> json.set(name, node(value)));
    return json;
  }

  static JsonNode node(FactValue value) {
    var factory = JsonNodeFactory.instance;
    var nodes =
        switch (value) {
          case FactValue.Words words ->
              words.values().stream().<JsonNode>map(factory::textNode).toList();
          case FactValue.Years years ->
              years.values().stream().<JsonNode>map(factory::numberNode).toList();
          case FactValue.Truth truth ->
              java.util.List.<JsonNode>of(factory.booleanNode(truth.value()));
        };
    return nodes.size() == 1 ? nodes.getFirst() : factory.arrayNode().addAll(nodes);
  }

  static Facts read(JsonNode json) {
    if (!json.isObject()) {
      throw new FactsRefusedException(
          "Facts are an object of names and values, e.g. {\"kind\": \"text\"}; found "
              + json.getNodeType()
              + ".");
    }
    if (json.size() > MOST_FACTS) {
      throw new FactsRefusedException("At most " + MOST_FACTS + " facts, found " + json.size());
    }
    var values = new TreeMap<String, FactValue>();
    json.properties()
        .forEach(field -> values.put(field.getKey(), value(field.getKey(), field.getValue())));
    return Facts.of(values);
  }

  private static FactValue value(String name, JsonNode json) {
    if (json.isBoolean()) {
      return new FactValue.Truth(json.booleanValue());
    }
    if (json.isArray() && json.size() > MOST_VALUES) {
      throw refused(name, json.size() + " values", "at most " + MOST_VALUES);
    }
    var words = new TreeSet<String>();
    var years = new TreeSet<Integer>();
    for (var one : json.isArray() ? json : java.util.List.of(json)) {
      if (one.isTextual()
          && !one.textValue().isEmpty()
          && one.textValue().length() <= LONGEST_WORD) {
        words.add(one.textValue());
      } else if (one.isInt()
          && one.intValue() >= FactValue.Years.EARLIEST
          && one.intValue() <= FactValue.Years.LATEST) {
        years.add(one.intValue());
      } else {
        throw refused(name, one.toString(), "a word, a year, true or false");
      }
    }
    if (words.isEmpty() == years.isEmpty()) {
      throw refused(name, json.toString(), "words or years");
    }
    return words.isEmpty() ? new FactValue.Years(years) : new FactValue.Words(words);
  }

  private static FactsRefusedException refused(String name, String found, String expected) {
    var shown = found.length() > 80 ? found.substring(0, 80) + "…" : found;
    return new FactsRefusedException(
        "The fact '" + name + "' has " + shown + "; expected: " + expected + ".");
  }
}
