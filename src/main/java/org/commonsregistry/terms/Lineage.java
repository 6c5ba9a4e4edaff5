package org.commonsregistry.terms;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What was made from what. A matrix that counts for data counts for all that was made from them,
 * through any number of generations; a circle changes nothing.
 *
 * @param parents by child
 */
public record Lineage(Map<String, Set<String>> parents) {
  public Lineage {
    parents = Map.copyOf(parents);
  }

  /** All that this was made from, nearest first, without itself. */
  public Set<String> ancestors(String child) {
    var found = new LinkedHashSet<String>();
    var open = new ArrayDeque<>(parents.getOrDefault(child, Set.of()));
    while (!open.isEmpty()) {
      var next = open.poll();
      if (found.add(next)) {
        open.addAll(parents.getOrDefault(next, Set.of()));
      }
    }
    found.remove(child);
    return found;
  }

  /** What a dataset's own matrix becomes when those of all its ancestors count as well. */
  public UseMatrix effective(String child, Function<String, UseMatrix> own) {
    var matrix = own.apply(child);
    for (var ancestor : ancestors(child)) {
      matrix = matrix.meet(own.apply(ancestor));
    }
    return matrix;
  }
}
