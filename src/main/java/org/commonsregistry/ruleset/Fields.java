package org.commonsregistry.ruleset;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The entries of one mapping, read with checks; whatever does not fit is refused. */
final class Fields {
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"<>]{1,2000}");

  private final Yaml.Mapping mapping;
  private final String what;

  private Fields(Yaml.Mapping mapping, String what) {
    this.mapping = mapping;
    this.what = what;
  }

  /**
   * @param what how it is called in a message, e.g. {@code A rule}
   * @param names the keys it may have
   */
  static Fields of(Yaml yaml, String what, String... names) {
    if (!(yaml instanceof Yaml.Mapping mapping)) {
      throw new RefusedException(
          yaml.at(),
          what + " is a mapping, found " + yaml.shown() + ".",
          "Write its keys: " + String.join(", ", names) + ".");
    }
    for (var entry : mapping.entries().entrySet()) {
      if (!Arrays.asList(names).contains(entry.getKey())) {
        throw new RefusedException(
            entry.getValue().key(),
            what + " has no key '" + entry.getKey() + "'.",
            "Its keys are " + String.join(", ", names) + ".");
      }
    }
    return new Fields(mapping, what);
  }

  Position at() {
    return mapping.at();
  }

  Position at(String name) {
    var entry = mapping.entries().get(name);
    return entry == null ? mapping.at() : entry.value().at();
  }

  boolean has(String name) {
    return mapping.entries().containsKey(name);
  }

  Optional<Yaml> find(String name) {
    return Optional.ofNullable(mapping.entries().get(name)).map(Yaml.Entry::value);
  }

  Yaml get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new RefusedException(
                    mapping.at(), what + " has no '" + name + "'.", "Add '" + name + "'."));
  }

  String text(String name) {
    return text(name, get(name));
  }

  Optional<String> optionalText(String name) {
    return find(name).map(yaml -> text(name, yaml));
  }

  private static String text(String name, Yaml yaml) {
    if (yaml instanceof Yaml.Scalar scalar && !scalar.text().isBlank()) {
      var word = scalar.word();
      if (word.isPresent()) {
        return word.get();
      }
      throw new RefusedException(
          yaml.at(), "'" + name + "' is a text, found " + yaml.shown() + ".", "Put it in quotes.");
    }
    throw new RefusedException(
        yaml.at(), "'" + name + "' is a text, found " + yaml.shown() + ".", "Write a text.");
  }

  Optional<String> optionalAddress(String name) {
    var text = optionalText(name);
    if (text.isPresent() && !ADDRESS.matcher(text.get()).matches()) {
      throw new RefusedException(
          at(name),
          "'" + name + "' is a web address, found '" + text.get() + "'.",
          "Write it in full, with https:// in front.");
    }
    return text;
  }

  int whole(String name, int least, int most) {
    var yaml = get(name);
    if (yaml instanceof Yaml.Scalar scalar) {
      var whole = scalar.whole().filter(number -> number >= least && number <= most);
      if (whole.isPresent()) {
        return whole.get();
      }
    }
    throw new RefusedException(
        yaml.at(),
        "'" + name + "' is a whole number, found " + yaml.shown() + ".",
        "Write a number from " + least + " to " + most + ", without quotes.");
  }

  boolean truth(String name, boolean otherwise) {
    return find(name).map(yaml -> truth(name, yaml)).orElse(otherwise);
  }

  private static boolean truth(String name, Yaml yaml) {
    if (yaml instanceof Yaml.Scalar scalar && scalar.truth().isPresent()) {
      return scalar.truth().get();
    }
    throw new RefusedException(
        yaml.at(),
        "'" + name + "' is true or false, found " + yaml.shown() + ".",
        "Write true or false, without quotes.");
  }

  LocalDate date(String name) {
    var text = text(name);
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException e) {
      // answered below, like any other text
    }
    throw new RefusedException(
        at(name),
        "'" + name + "' is a day, found '" + text + "'.",
        "Write it as \"2026-01-31\", in quotes.");
  }

  Optional<LocalDate> optionalDate(String name) {
    return has(name) ? Optional.of(date(name)) : Optional.empty();
  }

  /** At least one item. */
  List<Yaml> list(String name) {
    var yaml = get(name);
    if (yaml instanceof Yaml.Listing listing && !listing.items().isEmpty()) {
      return listing.items();
    }
    throw new RefusedException(
        yaml.at(),
        "'" + name + "' is a list of at least one item, found " + yaml.shown() + ".",
        "Write one item per line, each after a dash.");
  }

  List<String> texts(String name) {
    return list(name).stream().map(yaml -> text(name, yaml)).toList();
  }

  Optional<Wording> optionalWording(String name) {
    return has(name) ? Optional.of(wording(name)) : Optional.empty();
  }

  Wording wording(String name) {
    var fields = of(get(name), "'" + name + "'", "en", "de");
    return new Wording(fields.text("en"), fields.text("de"));
  }

  Place place(String name) {
    return place(name, get(name));
  }

  List<Place> places(String name) {
    return list(name).stream().map(yaml -> place(name, yaml)).distinct().toList();
  }

  static Place place(String name, Yaml yaml) {
    var text = text(name, yaml);
    return Optional.of(text)
        .filter(code -> code.equals("*") || code.matches("[A-Z]{2}"))
        .map(Place::new)
        .filter(place -> place.anywhere() || place.assigned())
        .orElseThrow(
            () ->
                new RefusedException(
                    yaml.at(),
                    "'" + text + "' is not a country.",
                    "Use ISO 3166-1 codes of two capital letters (the United Kingdom is GB; write"
                        + " out the members of the EU), or \"*\" for everywhere."));
  }
}
