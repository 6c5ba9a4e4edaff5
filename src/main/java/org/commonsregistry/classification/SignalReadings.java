package org.commonsregistry.classification;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.Dataset.PreferenceSignal;
import org.commonsregistry.terms.Preference;
import org.commonsregistry.terms.Source;
import org.commonsregistry.terms.Use;
import org.commonsregistry.terms.preference.SignalForm;

/**
 * What the signals of datasets ask for. A file that speaks of many paths is read for those at which
 * the dataset is on the host where the file was found: of its distributions, else of its pages,
 * else of the host as a whole. Thread-safe.
 */
@Singleton
final class SignalReadings {
  private static final int REMEMBERED = 200;
  private static final int MOST_PATHS = 20;

  private final Map<Asked, List<Preference>> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Asked, List<Preference>> eldest) {
              return size() > REMEMBERED;
            }
          });

  private record Asked(PreferenceSignal signal, Source source, Set<String> paths) {}

  /**
   * @param preferences at least one, without wishes where nothing was understood
   */
  record Reading(PreferenceSignal signal, Source source, List<Preference> preferences) {
    /** The one that asks everybody, in words of today's standards, not to train. */
    Optional<Preference> reservation() {
      return preferences.stream().filter(it -> it.reserves(Use.TRAIN)).findFirst();
    }
  }

  /** In the order of the catalogue. */
  List<Reading> of(Dataset dataset) {
    if (dataset.preferences().isEmpty()) {
      return List.of();
    }
    var readings = new ArrayList<Reading>();
    for (var signal : dataset.preferences()) {
      var asked = new Asked(signal, source(dataset, signal), paths(dataset, signal.where()));
      readings.add(
          new Reading(
              signal, asked.source(), known.computeIfAbsent(asked, SignalReadings::preferences)));
    }
    return readings;
  }

  private static List<Preference> preferences(Asked asked) {
    var signal = asked.signal();
    return SignalForm.of(signal.signal())
        .map(form -> form.read(asked.source(), signal.raw(), signal.carrier(), asked.paths()))
        .orElse(List.of());
  }

  private static Source source(Dataset dataset, PreferenceSignal signal) {
    var set = dataset.sources().get(signal.source());
    var where = set == null ? "" : set.where();
    var when = set == null ? "" : set.when();
    return new Source(
        signal.source(),
        set == null ? "" : set.by(),
        signal.where().isEmpty() ? where : signal.where(),
        TermStatements.day(signal.when().isEmpty() ? when : signal.when()));
  }

  private static Set<String> paths(Dataset dataset, String where) {
    var host = uri(where).map(SignalReadings::host).orElse("");
    var files = new LinkedHashSet<String>();
    for (var distribution : dataset.distributions()) {
      path(distribution.downloadUrl(), host).ifPresent(files::add);
      path(distribution.accessUrl(), host).ifPresent(files::add);
    }
    if (files.isEmpty()) {
      dataset.landingPages().forEach(page -> path(page, host).ifPresent(files::add));
    }
    if (files.isEmpty()) {
      files.add("/");
    }
    var bounded = new LinkedHashSet<String>();
    files.stream().limit(MOST_PATHS).forEach(bounded::add);
    return Collections.unmodifiableSet(bounded);
  }

  private static Optional<String> path(String address, String host) {
    return uri(address)
        .filter(uri -> host.isEmpty() || host(uri).equals(host))
        .map(
            uri ->
                (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
                    + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
  }

  private static Optional<URI> uri(String address) {
    try {
      return Optional.of(new URI(address)).filter(uri -> uri.getHost() != null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String host(URI uri) {
    return uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
  }
}
