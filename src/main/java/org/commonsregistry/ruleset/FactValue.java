package org.commonsregistry.ruleset;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is given for one fact: one or more words, one or more years, or yes or no. Immutable. */
public sealed interface FactValue {

  /** One text per value: the word, the year, {@code true} or {@code false}. */
  List<String> texts();

  /**
   * @param values at least one, each with at least one character
   */
  record Words(SortedSet<String> values) implements FactValue {
    public Words {
      values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
      if (values.isEmpty() || values.first().isEmpty()) {
        throw new IllegalArgumentException("at least one word is needed, and none may be empty");
      }
    }

    @Override
    public List<String> texts() {
      return List.copyOf(values);
    }

    @Override
    public String toString() {
      return String.join(", ", values);
    }
  }

  /**
   * @param values at least one, each from -9999 to 9999
   */
  record Years(SortedSet<Integer> values) implements FactValue {
    public static final int EARLIEST = -9999;
    public static final int LATEST = 9999;

    public Years {
      values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
      if (values.isEmpty() || values.first() < EARLIEST || values.last() > LATEST) {
        throw new IllegalArgumentException("at least one year is needed, each of four digits");
      }
    }

    @Override
    public List<String> texts() {
      return values.stream().map(String::valueOf).toList();
    }

    @Override
    public String toString() {
      return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
  }

  record Truth(boolean value) implements FactValue {
    @Override
    public List<String> texts() {
      return List.of(toString());
    }

    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  static FactValue words(String... values) {
    return words(List.of(values));
  }

  static FactValue words(Collection<String> values) {
    return new Words(new TreeSet<>(values));
  }

  static FactValue years(Integer... values) {
    return new Years(new TreeSet<>(List.of(values)));
  }

  static FactValue truth(boolean value) {
    return new Truth(value);
  }
}
