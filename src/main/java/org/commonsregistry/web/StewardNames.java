package org.commonsregistry.web;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.rdf.RdfStore;

/** The names of stewards by slug, remembered until the store changes. Thread-safe. */
@Singleton
final class StewardNames {
  private static final String URN = "urn:commons:agent:";
  private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,200}");
  private static final int MOST_REMEMBERED = 50_000;

  private final RdfStore store;
  private final BaseIri base;
  private volatile Known known = new Known(-1, Map.of());

  private record Known(long version, Map<String, String> names) {}

  StewardNames(RdfStore store, BaseIri base) {
    this.store = store;
    this.base = base;
  }

  /** A name for each slug; the slug itself where no name is known. */
  Map<String, String> of(Collection<String> slugs) {
    var version = store.version();
    var before = known;
    var names = new HashMap<String, String>();
    if (before.version == version) {
      names.putAll(before.names);
    }
    var missing = new LinkedHashSet<>(slugs);
    missing.removeAll(names.keySet());
    if (!missing.isEmpty()) {
      names.putAll(read(missing));
      known = names.size() > MOST_REMEMBERED ? new Known(-1, Map.of()) : new Known(version, names);
    }
    return names;
  }

  private Map<String, String> read(Collection<String> slugs) {
    var names = new HashMap<String, String>();
    slugs.forEach(slug -> names.put(slug, slug));
    // Only a slug goes into the query, so nothing in an address can change what is asked.
    var agents =
        slugs.stream()
            .filter(slug -> SLUG.matcher(slug).matches())
            .map(slug -> "<" + base.toPublic(URN + slug) + ">")
            .collect(Collectors.joining(" "));
    var query =
        "SELECT ?agent (MIN(?n) AS ?name) WHERE { VALUES ?agent { "
            + agents
            + " } ?agent <http://xmlns.com/foaf/0.1/name> ?n } GROUP BY ?agent";
    store.read(
        connection -> {
          connection.querySelect(
              query,
              row ->
                  names.put(
                      base.toUrn(row.getResource("agent").getURI()).substring(URN.length()),
                      row.getLiteral("name").getLexicalForm()));
          return names;
        });
    return names;
  }
}
