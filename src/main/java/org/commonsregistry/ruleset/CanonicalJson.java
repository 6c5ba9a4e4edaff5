package org.commonsregistry.ruleset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** What a YAML node says, as JSON in the canonical form of RFC 8785. */
final class CanonicalJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private CanonicalJson() {}

  static byte[] bytes(JsonNode json) {
    try {
      return new JsonCanonicalizer(json.toString()).getEncodedUTF8();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode of(Yaml yaml) {
    return switch (yaml) {
      case Yaml.Mapping mapping -> {
        var object = JSON.objectNode();
        mapping.entries().forEach((key, entry) -> object.set(key, of(entry.value())));
        yield object;
      }
      case Yaml.Listing listing -> {
        var array = JSON.arrayNode();
        listing.items().forEach(item -> array.add(of(item)));
        yield array;
      }
      case Yaml.Scalar scalar when scalar.nothing() -> JSON.nullNode();
      case Yaml.Scalar scalar when scalar.whole().isPresent() ->
          JSON.numberNode(scalar.whole().get());
      case Yaml.Scalar scalar when scalar.truth().isPresent() ->
          JSON.booleanNode(scalar.truth().get());
      case Yaml.Scalar scalar -> JSON.textNode(scalar.text());
    };
  }
}
