package org.commonsregistry.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonsregistry.catalog.Dataset.Wording;
import org.commonsregistry.catalog.StatementIndex.Said;

/**
 * How sources word the same thing differently, as one source's title against another's. A
 * translation contradicts nothing; a text of unknown language may contradict any.
 */
public final class Wordings {
  private static final String UNKNOWN = "und";

  private Wordings() {}

  /** Those that have another beside them in their language, in the order they were stated. */
  static List<Wording> differing(List<Said> statements) {
    var all = wordings(statements);
    var texts = new HashMap<String, Set<String>>();
    for (var one : all) {
      texts.computeIfAbsent(primary(one), language -> new HashSet<>()).add(spaced(one.text()));
    }
    var any = texts.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    var unknown = texts.getOrDefault(UNKNOWN, Set.of());
    return all.stream()
        .filter(
            one -> {
              var own = new HashSet<>(primary(one).equals(UNKNOWN) ? any : unknown);
              own.addAll(texts.getOrDefault(primary(one), Set.of()));
              return own.size() > 1;
            })
        .toList();
  }

  /** Those of the wordings that differ from a text and are in its language, or may be. */
  public static List<Wording> others(List<Wording> wordings, String text) {
    var shown = spaced(text);
    var languages = new HashSet<String>();
    var others = new ArrayList<Wording>();
    for (var one : wordings) {
      if (spaced(one.text()).equals(shown)) {
        languages.add(primary(one));
      } else {
        others.add(one);
      }
    }
    others.removeIf(
        one ->
            !languages.contains(UNKNOWN)
                && !primary(one).equals(UNKNOWN)
                && !languages.contains(primary(one)));
    return others;
  }

  private static List<Wording> wordings(List<Said> statements) {
    var wordings = new LinkedHashMap<List<String>, Wording>();
    var sources = new HashMap<List<String>, Set<String>>();
    for (var said : statements) {
      var key = List.of(spaced(said.text()), said.language());
      if (!said.text().isBlank()) {
        wordings.putIfAbsent(key, new Wording(said.text(), said.language(), List.of()));
        sources.computeIfAbsent(key, it -> new LinkedHashSet<>()).add(said.set());
      }
    }
    return wordings.entrySet().stream()
        .map(
            entry ->
                new Wording(
                    entry.getValue().text(),
                    entry.getValue().language(),
                    List.copyOf(sources.getOrDefault(entry.getKey(), Set.of()))))
        .toList();
  }

  private static String spaced(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String primary(Wording wording) {
    return wording.language().split("-", 2)[0];
  }
}
