package org.commonsregistry.ruleset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads {@code facts.yaml}. */
final class VocabularyReader {
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");

  private VocabularyReader() {}

  static FactVocabulary read(Yaml file) {
    var fields = Fields.of(file, "The file of facts", "schema", "facts");
    fields.whole("schema", RulesetReader.SCHEMA, RulesetReader.SCHEMA);
    var definitions = new ArrayList<FactDefinition>();
    var names = new HashSet<String>();
    for (var yaml : fields.list("facts")) {
      var definition = definition(yaml, definitions.size());
      if (!names.add(definition.name()) || definition.name().equals(FactVocabulary.STATUS)) {
        throw new RefusedException(
            yaml.at(),
            "The fact '" + definition.name() + "' is there already.",
            "Keep one of the two; status is built in.");
      }
      definitions.add(definition);
    }
    definitions.add(FactVocabulary.status(definitions.size()));
    return new FactVocabulary(definitions);
  }

  private static FactDefinition definition(Yaml yaml, int index) {
    var fields =
        Fields.of(yaml, "A fact", "name", "type", "several", "values", "absent", "says", "asks");
    var name = fields.text("name");
    if (!NAME.matcher(name).matches()) {
      throw new RefusedException(
          fields.at("name"),
          "'" + name + "' is not a fact's name.",
          "Use letters and digits, beginning with a small letter.");
    }
    var type =
        FactType.of(fields.text("type"))
            .orElseThrow(
                () ->
                    new RefusedException(
                        fields.at("type"),
                        "'" + fields.text("type") + "' is not a type.",
                        "Use word, year or truth."));
    SortedSet<String> values =
        new TreeSet<>(fields.has("values") ? fields.texts("values") : java.util.List.of());
    if (!values.isEmpty() && type != FactType.WORD) {
      throw new RefusedException(
          fields.at("values"), "Only words have a list of values.", "Leave it out.");
    }
    var says = fields.wording("says");
    var asks = fields.wording("asks");
    var several = fields.truth("several", false);
    var silent =
        new FactDefinition(name, index, type, several, values, Optional.empty(), says, asks);
    var absent = fields.find("absent").map(given -> FactReader.values(silent, given));
    return new FactDefinition(name, index, type, several, values, absent, says, asks);
  }
}
