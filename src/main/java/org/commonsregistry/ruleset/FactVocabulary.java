package org.commonsregistry.ruleset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The facts that the rules of a ruleset may ask for, in the order of their file. Immutable. */
public final class FactVocabulary {
  /** The fact that only policy rules see: the status that the status rules arrive at. */
  public static final String STATUS = "status";

  private final Map<String, FactDefinition> byName;

  FactVocabulary(List<FactDefinition> definitions) {
    var map = new LinkedHashMap<String, FactDefinition>();
    definitions.forEach(definition -> map.put(definition.name(), definition));
    byName = Collections.unmodifiableMap(map);
  }

  static FactDefinition status(int index) {
    var tokens = new TreeSet<String>();
    for (var status : Status.values()) {
      tokens.add(status.token());
    }
    return new FactDefinition(
        STATUS,
        index,
        FactType.WORD,
        false,
        tokens,
        Optional.empty(),
        new Wording(
            "What law or licence say in this place on this day.",
            "Was Gesetz oder Lizenz an diesem Ort an diesem Tag sagen."),
        new Wording("what law or licence say", "was Gesetz oder Lizenz sagen"));
  }

  public Optional<FactDefinition> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  int size() {
    return byName.size();
  }

  /** Its place among them, or -1. */
  int index(String name) {
    var definition = byName.get(name);
    return definition == null ? -1 : definition.index();
  }

  /** Every fact, the built-in {@link #STATUS} last. */
  public List<FactDefinition> all() {
    return List.copyOf(byName.values());
  }

  /** What is wrong with these facts, one sentence each; empty when all of them can be judged. */
  public List<String> faults(Facts facts) {
    var faults = new ArrayList<String>();
    facts
        .all()
        .forEach(
            (name, value) ->
                find(name)
                    .filter(definition -> !name.equals(STATUS))
                    .ifPresentOrElse(
                        definition -> fault(definition, value).ifPresent(faults::add),
                        () -> faults.add("There is no fact '" + name + "'.")));
    return List.copyOf(faults);
  }

  static Optional<String> fault(FactDefinition fact, FactValue value) {
    if (!fact.type().fits(value)) {
      return Optional.of(
          "The fact '" + fact.name() + "' is a " + fact.type().token() + ", found " + value + ".");
    }
    if (!fact.several() && value.texts().size() > 1) {
      return Optional.of("The fact '" + fact.name() + "' has one value, found " + value + ".");
    }
    if (!fact.values().isEmpty() && !fact.values().containsAll(value.texts())) {
      return Optional.of(
          "The fact '"
              + fact.name()
              + "' is one of "
              + String.join(", ", fact.values())
              + "; found "
              + value
              + ".");
    }
    return Optional.empty();
  }
}
