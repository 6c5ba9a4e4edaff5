package org.commonsregistry.catalog.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lenient access to the fields of a JSON record: missing, null and oddly typed fields read as
 * empty.
 */
record JsonRecord(JsonNode node) {

  String text(String field) {
    var value = node.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText() : "";
  }

  /** A single value reads as a list of one. */
  List<String> texts(String field) {
    var value = node.path(field);
    var texts = new ArrayList<String>();
    if (value.isArray()) {
      value.forEach(
          item -> {
            if (item.isValueNode() && !item.isNull() && !item.asText().isBlank()) {
              texts.add(item.asText());
            }
          });
    } else if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
      texts.add(value.asText());
    }
    return texts;
  }

  /** Texts by language; a plain text has the language {@code und}. */
  Map<String, String> localized(String field) {
    var value = node.path(field);
    var texts = new TreeMap<String, String>();
    if (value.isObject()) {
      value
          .fields()
          .forEachRemaining(
              entry -> {
                if (entry.getValue().isTextual() && !entry.getValue().asText().isBlank()) {
                  texts.put(entry.getKey(), entry.getValue().asText());
                }
              });
    } else if (value.isTextual() && !value.asText().isBlank()) {
      texts.put("und", value.asText());
    }
    return texts;
  }

  Map<String, String> fields(String field) {
    var texts = new TreeMap<String, String>();
    node.path(field)
        .fields()
        .forEachRemaining(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  List<JsonRecord> records(String field) {
    var value = node.path(field);
    var records = new ArrayList<JsonRecord>();
    if (value.isArray()) {
      value.forEach(item -> records.add(new JsonRecord(item)));
    } else if (value.isObject()) {
      records.add(new JsonRecord(value));
    }
    return records;
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  long whole(String field, long missing) {
    var value = node.path(field);
    return value.isNumber() ? value.longValue() : missing;
  }
}
