package org.commonsregistry.terms;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Under which licences an adaptation of a Creative Commons work may be passed on. */
final class CreativeCommons {
  private static final Pattern ID =
      Pattern.compile("CC-(BY-SA|BY-NC-SA|BY-NC)-([1-4]\\.[05])(?:-[A-Z]+)?");
  private static final List<String> VERSIONS = List.of("1.0", "2.0", "2.5", "3.0", "4.0");

  private CreativeCommons() {}

  /** An id that is none of these, such as ODbL-1.0, is compatible with itself. */
  static Set<String> targets(String id) {
    var known = ID.matcher(id);
    if (!known.matches()) {
      return id.isEmpty() ? Set.of() : Set.of(id);
    }
    var version = known.group(2);
    return switch (known.group(1)) {
      case "BY-SA" -> {
        var targets = later("CC-BY-SA-", version);
        if (version.equals("4.0")) {
          targets.addAll(Set.of("GPL-3.0", "FAL-1.3"));
        }
        yield targets;
      }
      case "BY-NC-SA" -> later("CC-BY-NC-SA-", version);
      default -> {
        var targets = new TreeSet<String>();
        for (var any : VERSIONS) {
          targets.add("CC-BY-NC-" + any);
          targets.add("CC-BY-NC-SA-" + any);
        }
        yield targets;
      }
    };
  }

  /** The first version does not provide for later ones. */
  private static Set<String> later(String licence, String version) {
    var versions = new TreeSet<String>();
    for (var candidate : VERSIONS) {
      if (candidate.equals(version) || !version.equals("1.0") && candidate.compareTo(version) > 0) {
        versions.add(licence + candidate);
      }
    }
    return versions;
  }
}
