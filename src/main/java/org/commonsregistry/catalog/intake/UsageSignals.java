package org.commonsregistry.catalog.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.commonsregistry.terms.preference.SignalForm;

/**
 * What records say under {@code usageInfo} (schema.org; Croissant 1.1): a text, or a work with a
 * text, an address and the form as its name. Kept when it is a signal; policies, ontology terms and
 * prose are not.
 */
final class UsageSignals {
  private UsageSignals() {}

  /**
   * @param where the record was found, for a signal that does not say it of itself
   */
  static void keep(JsonNode said, String where, Statements says) {
    if (said.isArray()) {
      said.forEach(one -> keep(one, where, says));
    } else if (said.isTextual()) {
      keep("", said.asText(), where, says);
    } else if (said.isObject()) {
      var record = new JsonRecord(said);
      var text = record.text("text").isEmpty() ? record.text("@value") : record.text("text");
      var address = Addresses.usable(record.text("url")) ? record.text("url") : where;
      keep(record.text("name"), text, address, says);
    }
  }

  /**
   * @param name of the form, empty where the text has to show it
   */
  static void keep(String name, String text, String where, Statements says) {
    var named = text.isBlank() ? Optional.<SignalForm>empty() : SignalForm.of(name.strip());
    named
        .or(() -> SignalForm.recognised(text))
        .ifPresent(form -> says.preference(form, text, "usageInfo", where, ""));
  }
}
