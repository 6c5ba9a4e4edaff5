package org.commonsregistry.ruleset;

import java.util.List;
import java.util.TreeSet;

/** Values of facts as they are written in rules and tests. */
final class FactReader {
  private FactReader() {}

  /** One value or a list of them, of the fact's type and from its closed list. */
  static FactValue values(FactDefinition fact, Yaml yaml) {
    var scalars =
        switch (yaml) {
          case Yaml.Listing listing -> listing.items();
          case Yaml.Mapping mapping -> List.<Yaml>of(mapping);
          case Yaml.Scalar scalar -> List.<Yaml>of(scalar);
        };
    if (scalars.isEmpty()) {
      throw wrong(fact, yaml);
    }
    var value =
        switch (fact.type()) {
          case WORD -> {
            var words = new TreeSet<String>();
            scalars.forEach(one -> words.add(word(fact, one)));
            yield new FactValue.Words(words);
          }
          case YEAR -> {
            var years = new TreeSet<Integer>();
            scalars.forEach(one -> years.add(year(fact, one)));
            yield new FactValue.Years(years);
          }
          case TRUTH -> {
            if (scalars.size() != 1
                || !(scalars.getFirst() instanceof Yaml.Scalar scalar)
                || scalar.truth().isEmpty()) {
              throw wrong(fact, yaml);
            }
            yield new FactValue.Truth(scalar.truth().get());
          }
        };
    return value;
  }

  private static String word(FactDefinition fact, Yaml yaml) {
    if (yaml instanceof Yaml.Scalar scalar) {
      var word = scalar.word().filter(text -> !text.isBlank());
      if (word.isPresent()) {
        if (fact.values().isEmpty() || fact.values().contains(word.get())) {
          return word.get();
        }
        throw new RefusedException(
            yaml.at(),
            "'" + word.get() + "' is no value of the fact '" + fact.name() + "'.",
            "Its values are " + String.join(", ", fact.values()) + ".");
      }
    }
    throw wrong(fact, yaml);
  }

  private static int year(FactDefinition fact, Yaml yaml) {
    if (yaml instanceof Yaml.Scalar scalar) {
      var year =
          scalar.whole().filter(y -> y >= FactValue.Years.EARLIEST && y <= FactValue.Years.LATEST);
      if (year.isPresent()) {
        return year.get();
      }
    }
    throw wrong(fact, yaml);
  }

  private static RefusedException wrong(FactDefinition fact, Yaml yaml) {
    return new RefusedException(
        yaml.at(),
        "The fact '" + fact.name() + "' does not take " + yaml.shown() + ".",
        switch (fact.type()) {
          case WORD -> "Write a word; one that looks like a number or like true needs quotes.";
          case YEAR -> "Write a year from -9999 to 9999, without quotes.";
          case TRUTH -> "Write true or false, without quotes.";
        });
  }
}
