package org.commonsregistry.holdings;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.commonsregistry.rdf.BaseIri;

/**
 * A text record as the API shows it.
 *
 * @param dataset whose holding it is in
 * @param holding number of that holding
 * @param sequence ledger number of the entry by which it came
 * @param id the source's own name for it
 * @param text missing in lists
 * @param languageDetected whether this registry guessed the language
 */
@Serdeable
record RecordItem(
    String dataset,
    int holding,
    long ordinal,
    long sequence,
    String id,
    @Nullable String title,
    String language,
    boolean languageDetected,
    @Nullable String licence,
    @Nullable String source,
    @Nullable String attribution,
    @Nullable String text,
    Map<String, String> links) {

  static RecordItem brief(Holding holding, TextRecord record, BaseIri base) {
    return of(holding, record, base, null);
  }

  static RecordItem full(Holding holding, TextRecord record, BaseIri base) {
    return of(holding, record, base, record.text());
  }

  private static RecordItem of(
      Holding holding, TextRecord record, BaseIri base, @Nullable String text) {
    var whole = base.resolve("api/v1/holdings/" + holding.id());
    return new RecordItem(
        holding.slug(),
        holding.id().number(),
        record.ordinal(),
        holding.sequence(),
        record.id(),
        record.title().orElse(null),
        record.language(),
        record.languageDetected(),
        record.licence().orElse(null),
        record.source().orElse(null),
        record.attribution().orElse(null),
        text,
        Map.of(
            "self",
            whole + "/records/" + record.ordinal(),
            "holding",
            whole,
            "dataset",
            base.toPublic(holding.id().dataset().iri())));
  }
}
