package org.commonsregistry.ruleset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A YAML 1.2 document as written, each node with its place. */
sealed interface Yaml {
  Position at();

  record Mapping(Map<String, Entry> entries, Position at) implements Yaml {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }
  }

  record Entry(Position key, Yaml value) {}

  record Listing(List<Yaml> items, Position at) implements Yaml {
    public Listing {
      items = List.copyOf(items);
    }
  }

  /**
   * @param plain written without quotes, so that it may be a number, true, false or nothing
   */
  record Scalar(String text, boolean plain, Position at) implements Yaml {
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]{1,9}");
    private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");

    /** YAML 1.2 reads these as fractions, infinity or other notations of numbers. */
    private static final Pattern OTHER_NUMBER =
        Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"
                + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    boolean nothing() {
      return plain && NOTHING.matcher(text).matches();
    }

    Optional<Integer> whole() {
      return plain && WHOLE.matcher(text).matches()
          ? Optional.of(Integer.valueOf(text))
          : Optional.empty();
    }

    Optional<Boolean> truth() {
      return plain && TRUTH.matcher(text).matches()
          ? Optional.of(Boolean.valueOf(text))
          : Optional.empty();
    }

    boolean otherNumber() {
      return plain && whole().isEmpty() && OTHER_NUMBER.matcher(text).matches();
    }

    Optional<String> word() {
      return nothing() || whole().isPresent() || truth().isPresent()
          ? Optional.empty()
          : Optional.of(text);
    }
  }

  /** How it is named in a message. */
  default String shown() {
    return switch (this) {
      case Mapping mapping -> "a mapping";
      case Listing listing -> listing.items().isEmpty() ? "an empty list" : "a list";
      case Scalar scalar when scalar.nothing() -> "nothing";
      case Scalar scalar when scalar.text().length() > 60 ->
          "'" + scalar.text().substring(0, 60) + "…'";
      case Scalar scalar -> "'" + scalar.text() + "'";
    };
  }
}
