package org.commonsregistry.ruleset;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The dated parameters of a ruleset, by name. Immutable. */
public final class Parameters {
  private final SortedMap<String, Parameter> byName;

  Parameters(Collection<Parameter> parameters) {
    var map = new TreeMap<String, Parameter>();
    parameters.forEach(parameter -> map.put(parameter.name(), parameter));
    byName = Collections.unmodifiableSortedMap(map);
  }

  public Optional<Parameter> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Collection<Parameter> all() {
    return byName.values();
  }
}
