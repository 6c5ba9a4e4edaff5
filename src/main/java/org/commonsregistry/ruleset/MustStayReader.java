package org.commonsregistry.ruleset;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code must-stay-commons.yaml}. */
final class MustStayReader {
  private MustStayReader() {}

  static List<MustStay> read(Yaml file, FactVocabulary vocabulary) {
    var fields = Fields.of(file, "The list of what must stay commons", "schema", "items");
    var items = new ArrayList<MustStay>();
    for (var yaml : fields.list("items")) {
      var item =
          Fields.of(
              yaml,
              "An item that must stay",
              "name",
              "facts",
              "places",
              "why",
              "since",
              "exception");
      items.add(
          new MustStay(
              item.text("name"),
              TestReader.facts(vocabulary, item.get("facts")),
              item.places("places"),
              item.wording("why"),
              item.optionalDate("since"),
              item.optionalWording("exception"),
              item.at()));
    }
    return items;
  }
}
