package org.commonsregistry.vocabulary;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The files of the folder ontology, as the release carries them. Thread-safe. */
public final class Ontology {
  private static final Map<String, String> PREFIXES = readPrefixes();

  private Ontology() {}

  /**
   * @param name within the folder: {@code commons.ttl}, {@code shapes/intake.ttl}
   */
  public static byte[] file(String name) {
    try (var in = Ontology.class.getResourceAsStream("/ontology/" + name)) {
      if (in == null) {
        throw new IllegalStateException("The class path lacks ontology/" + name + ".");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prefix to namespace, sorted; those of {@code prefixes.json}. */
  public static Map<String, String> prefixes() {
    return PREFIXES;
  }

  private static Map<String, String> readPrefixes() {
    try {
      return Collections.unmodifiableMap(
          new ObjectMapper()
              .readValue(file("prefixes.json"), new TypeReference<TreeMap<String, String>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
