package org.commonsregistry.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonsregistry.terms.Preference;
import org.commonsregistry.terms.Source;
import org.commonsregistry.terms.preference.SignalForm;

/** What the signals of a seed record may be: those that our readers read without a doubt. */
final class SeedPreferences {
  private static final Set<String> KEYS =
      Set.of("signal", "raw", "carrier", "by", "source", "when");

  private SeedPreferences() {}

  static void check(String slug, Map<String, Object> record) {
    var items = record.get("preferences") instanceof List<?> list ? list : List.of();
    assertThat(items)
        .as("%s: preferences", slug)
        .hasSizeLessThanOrEqualTo(50)
        .doesNotHaveDuplicates();
    for (var item : items) {
      var preference = (Map<?, ?>) item;
      assertThat(KEYS).as("%s: keys of %s", slug, preference).containsAll(strings(preference));
      assertThat(preference.get("carrier")).as("%s: carrier", slug).isInstanceOf(String.class);
      assertThat(Addresses.usable(String.valueOf(preference.get("source"))))
          .as("%s: source of %s", slug, preference)
          .isTrue();
      assertThat(String.valueOf(preference.get("when")))
          .as("%s: when", slug)
          .matches("\\d{4}-\\d\\d-\\d\\d");
      var form = SignalForm.of(String.valueOf(preference.get("signal")));
      assertThat(form).as("%s: signal", slug).isPresent();
      var raw = String.valueOf(preference.get("raw"));
      assertThat(raw.length()).as("%s: raw", slug).isBetween(1, SignalForm.LONGEST);
      assertThat(form.get().read(Source.named(slug), raw, "", List.of("/")))
          .as("%s: readable %s", slug, raw)
          .flatExtracting(Preference::notes)
          .extracting(Preference.Note::key)
          .doesNotContain("note.malformed", "note.unknown-value");
    }
  }

  private static List<String> strings(Map<?, ?> map) {
    return map.keySet().stream().map(String::valueOf).toList();
  }
}
