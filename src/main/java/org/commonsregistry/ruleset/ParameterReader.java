package org.commonsregistry.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code parameters.yaml}. */
final class ParameterReader {
  private static final int MOST_YEARS = 1_000;

  private ParameterReader() {}

  static Parameters read(Yaml file) {
    var fields = Fields.of(file, "The file of parameters", "schema", "parameters");
    if (!(fields.get("parameters") instanceof Yaml.Mapping mapping)) {
      throw new RefusedException(
          fields.at("parameters"),
          "'parameters' is a mapping of names.",
          "Write name: [{from: \"1965-01-01\", value: 70, cite: …}].");
    }
    var parameters = new ArrayList<Parameter>();
    mapping
        .entries()
        .forEach((name, entry) -> parameters.add(new Parameter(name, series(entry.value()))));
    return new Parameters(parameters);
  }

  private static SortedMap<Place, List<Parameter.Dated>> series(Yaml yaml) {
    var series = new TreeMap<Place, List<Parameter.Dated>>();
    if (yaml instanceof Yaml.Mapping countries) {
      for (Map.Entry<String, Yaml.Entry> country : countries.entries().entrySet()) {
        var key = new Yaml.Scalar(country.getKey(), false, country.getValue().key());
        series.put(Fields.place("country", key), dated(country.getValue().value()));
      }
    } else {
      series.put(Place.ANYWHERE, dated(yaml));
    }
    return series;
  }

  private static List<Parameter.Dated> dated(Yaml yaml) {
    if (!(yaml instanceof Yaml.Listing listing) || listing.items().isEmpty()) {
      throw new RefusedException(
          yaml.at(),
          "A parameter is a list of dated values, found " + yaml.shown() + ".",
          "Write [{from: \"1965-01-01\", value: 70, cite: …}].");
    }
    var values = new ArrayList<Parameter.Dated>();
    for (var item : listing.items()) {
      var fields = Fields.of(item, "A dated value", "from", "value", "revive", "cite", "url");
      var value =
          new Parameter.Dated(
              fields.date("from"),
              fields.whole("value", 0, MOST_YEARS),
              fields.truth("revive", true),
              fields.text("cite"),
              fields.optionalAddress("url"));
      if (!values.isEmpty() && !values.getLast().from().isBefore(value.from())) {
        throw new RefusedException(
            item.at(),
            "The value from " + value.from() + " stands behind a later one or the same day.",
            "Sort the values by the day they came into force.");
      }
      values.add(value);
    }
    return values;
  }
}
