package org.commonsregistry.catalog;

import static org.commonsregistry.vocabulary.Terms.*;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.commonsregistry.catalog.Dataset.PreferenceSignal;
import org.commonsregistry.catalog.StatementIndex.Said;
import org.commonsregistry.terms.preference.SignalForm;

/**
 * Reads the signals by which publishers say what they ask of users. The text stays as it was found;
 * what it means is for those who weigh terms. A signal of an unknown form, without a text, or with
 * one longer than {@link SignalForm#LONGEST} is left to the statements.
 */
public final class StatedPreferences {
  private static final int LONGEST_CARRIER = 200;

  private StatedPreferences() {}

  /** In the order of forms, texts and sources. */
  static List<PreferenceSignal> about(Node dataset, StatementIndex index) {
    var signals = new ArrayList<PreferenceSignal>();
    for (var said : index.all(dataset, PREFERENCE)) {
      signal(said, index).ifPresent(signals::add);
    }
    signals.sort(
        Comparator.comparing(PreferenceSignal::signal)
            .thenComparing(PreferenceSignal::raw)
            .thenComparing(PreferenceSignal::carrier)
            .thenComparing(PreferenceSignal::where)
            .thenComparing(PreferenceSignal::when)
            .thenComparing(PreferenceSignal::source));
    return signals.stream().distinct().toList();
  }

  /** What one statement says; empty when it is no signal. */
  public static Optional<PreferenceSignal> signal(Said said, StatementIndex index) {
    var node = said.object();
    var form = SignalForm.of(index.text(node, SIGNAL).strip());
    var raw = index.text(node, RAW).strip();
    if (form.isEmpty() || raw.isEmpty() || raw.length() > SignalForm.LONGEST) {
      return Optional.empty();
    }
    var carrier = index.text(node, CARRIER).strip();
    return Optional.of(
        new PreferenceSignal(
            form.get().token(),
            raw,
            carrier.length() > LONGEST_CARRIER ? carrier.substring(0, LONGEST_CARRIER) : carrier,
            where(node, index),
            index.text(node, DATE),
            said.set()));
  }

  /** Beside the page, an export of this registry names the statement set as a source. */
  private static String where(Node node, StatementIndex index) {
    return index.all(node, SOURCE).stream()
        .map(Said::text)
        .filter(address -> address.matches("(?i)https?://\\S{1,2000}"))
        .findFirst()
        .orElse("");
  }
}
