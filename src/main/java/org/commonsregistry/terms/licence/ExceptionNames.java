package org.commonsregistry.terms.licence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonsregistry.terms.licence.LicenceExpression.Id;

/**
 * Names of SPDX's exceptions. A name without a version that several exceptions share is read as
 * SPDX reads it in its own older identifiers ({@code GPL-2.0-with-bison-exception}), or leaves only
 * the family: an exception only ever permits more than the licence it is added to.
 */
final class ExceptionNames {
  private final LicenceNames names;
  private final SpdxList spdx;
  private final Map<String, List<String>> byName = new HashMap<>();

  ExceptionNames(LicenceNames names, SpdxList spdx) {
    this.names = names;
    this.spdx = spdx;
    for (var listed : spdx.exceptions()) {
      var key = key(listed.id());
      put(key, listed.id());
      var unversioned = key.replaceFirst(" [0-9.]+$", "");
      if (!unversioned.equals(key)) {
        put(unversioned, listed.id());
      }
    }
  }

  private void put(String key, String id) {
    byName.computeIfAbsent(key, _ -> new ArrayList<>()).add(id);
  }

  Optional<Meaning> added(Meaning licence, String name) {
    var key = key(name);
    var known = byName.getOrDefault(key, List.of());
    if (known.size() == 1) {
      var exact = LicenceGrammar.with(licence, known.getFirst());
      if (exact.isPresent()) {
        return exact;
      }
    }
    if (licence instanceof Meaning.Exactly(Id id) && known.size() > 1) {
      var older = id.id().replaceAll("-(only|or-later)$", "") + "-with-" + key + "-exception";
      var reading =
          spdx.licence(older)
              .or(
                  () ->
                      spdx.licence("GPL-2.0-with-" + key + "-exception")
                          .filter(_ -> key.equals("bison")));
      if (reading.orElse(null) instanceof LicenceExpression.With(Id _, String exception)
          && !key.equals("autoconf")) {
        return LicenceGrammar.with(licence, exception);
      }
    }
    return name.isBlank() || !name.toLowerCase(Locale.ROOT).contains("exception")
        ? Optional.empty()
        : names.family(licence).map(family -> new Meaning.Kin(family, key(name)));
  }

  private static String key(String name) {
    var words = new ArrayList<>(Word.of(name));
    words.removeIf(word -> word.text().equals("exception"));
    return Word.key(words);
  }
}
