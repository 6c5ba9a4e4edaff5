package org.commonsregistry.terms.licence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonsregistry.terms.licence.LicenceExpression.Id;
import org.commonsregistry.terms.licence.LicenceExpression.With;

/**
 * The SPDX licence list (identifiers, names, addresses, exceptions) and the family of each licence.
 * Identifiers are compared without regard to case, as SPDX asks. Immutable.
 */
final class SpdxList {
  /** One row; {@code now} is what the list says to write instead of a deprecated identifier. */
  record Listed(String id, String name, boolean deprecated, List<String> seeAlso) {}

  private record Rule(LicenceFamily family, List<String> identifiers) {
    boolean holds(String id) {
      return identifiers.stream()
          .anyMatch(
              each ->
                  each.endsWith("*")
                      ? id.startsWith(each.substring(0, each.length() - 1))
                      : id.equals(each));
    }
  }

  private static final Pattern REFERENCE =
      Pattern.compile("(?:documentref-[a-z0-9.-]{1,80}:)?licenseref-[a-z0-9.-]{1,80}");
  private static final Map<String, String> REPLACED =
      Map.ofEntries(
          Map.entry("BSD-2-Clause-FreeBSD", "BSD-2-Clause-Views"),
          Map.entry("BSD-2-Clause-NetBSD", "BSD-2-Clause"),
          Map.entry("bzip2-1.0.5", "bzip2-1.0.6"),
          Map.entry("Nunit", "zlib-acknowledgement"),
          Map.entry("StandardML-NJ", "SMLNJ"),
          Map.entry("eCos-2.0", "GPL-2.0-or-later WITH eCos-exception-2.0"),
          Map.entry("wxWindows", "GPL-2.0-or-later WITH WxWindows-exception-3.1"),
          Map.entry("GPL-2.0-with-autoconf-exception", "GPL-2.0-only WITH Autoconf-exception-2.0"),
          Map.entry("GPL-2.0-with-bison-exception", "GPL-2.0-only WITH Bison-exception-2.2"),
          Map.entry(
              "GPL-2.0-with-classpath-exception", "GPL-2.0-only WITH Classpath-exception-2.0"),
          Map.entry("GPL-2.0-with-font-exception", "GPL-2.0-only WITH Font-exception-2.0"),
          Map.entry("GPL-2.0-with-GCC-exception", "GPL-2.0-only WITH GCC-exception-2.0"),
          Map.entry("GPL-3.0-with-autoconf-exception", "GPL-3.0-only WITH Autoconf-exception-3.0"),
          Map.entry("GPL-3.0-with-GCC-exception", "GPL-3.0-only WITH GCC-exception-3.1"));

  private final Map<String, Listed> licences = new HashMap<>();
  private final Map<String, Listed> exceptions = new HashMap<>();
  private final Map<String, String> references = new HashMap<>();
  private final Map<String, LicenceFamily> families = new HashMap<>();

  SpdxList() {
    for (var row : Table.rows("spdx-list.tsv")) {
      var seeAlso = row[4].isEmpty() ? List.<String>of() : List.of(row[4].split(" "));
      var listed = new Listed(row[1], row[2], row[3].contains("deprecated"), seeAlso);
      (row[0].equals("exception") ? exceptions : licences).put(lower(listed.id()), listed);
    }
    var rules = new ArrayList<Rule>();
    for (var row : Table.rows("families.tsv")) {
      var family = LicenceFamily.valueOf(row[0].toUpperCase(Locale.ROOT).replace('-', '_'));
      var rule = new Rule(family, List.of(row[1].split(" ")));
      rules.add(rule);
      rule.identifiers().stream()
          .filter(id -> id.startsWith("LicenseRef-"))
          .forEach(id -> references.put(lower(id), id));
    }
    var identifiers = new ArrayList<>(references.values());
    licences.values().forEach(listed -> identifiers.add(listed.id()));
    for (var id : identifiers) {
      rules.stream()
          .filter(rule -> rule.holds(id))
          .findFirst()
          .ifPresent(rule -> families.put(id, rule.family()));
    }
  }

  Iterable<Listed> licences() {
    return licences.values();
  }

  Iterable<Listed> exceptions() {
    return exceptions.values();
  }

  /** The licence with this identifier, today's where the list has deprecated it. */
  Optional<LicenceExpression> licence(String identifier) {
    var listed = licences.get(lower(identifier));
    if (listed != null) {
      return Optional.of(listed.deprecated() ? current(listed.id()) : new Id(listed.id(), false));
    }
    if (identifier.endsWith("+")) {
      var simple = licence(identifier.substring(0, identifier.length() - 1));
      if (simple.orElse(null) instanceof Id(String id, boolean later) && !later) {
        return Optional.of(orLater(id));
      }
    }
    if (REFERENCE.matcher(lower(identifier)).matches()) {
      var id = lower(identifier);
      return Optional.of(
          new Id(
              references.getOrDefault(
                  id,
                  id.replace("licenseref-", "LicenseRef-").replace("documentref-", "DocumentRef-")),
              false));
    }
    return Optional.empty();
  }

  Optional<String> exception(String identifier) {
    return Optional.ofNullable(exceptions.get(lower(identifier))).map(Listed::id);
  }

  Set<LicenceFamily> families(LicenceExpression expression) {
    var found = EnumSet.noneOf(LicenceFamily.class);
    expression
        .licences()
        .map(id -> Optional.ofNullable(families.get(id.id())))
        .forEach(family -> family.ifPresent(found::add));
    return Set.copyOf(found);
  }

  /** The one family of all licences named; empty if they have none, or more than one. */
  Optional<LicenceFamily> family(LicenceExpression expression) {
    var all = families(expression);
    return all.size() == 1 && expression.licences().allMatch(id -> families.containsKey(id.id()))
        ? Optional.of(all.iterator().next())
        : Optional.empty();
  }

  private Id orLater(String id) {
    if (id.endsWith("-only")) {
      var later = id.substring(0, id.length() - "only".length()) + "or-later";
      return new Id(later, false);
    }
    return new Id(id, !id.endsWith("-or-later"));
  }

  /** GNU identifiers without a word on later versions mean that version only (SPDX list 3.0). */
  private LicenceExpression current(String deprecated) {
    var replaced = REPLACED.get(deprecated);
    if (replaced != null) {
      var parts = replaced.split(" WITH ", 2);
      var id = new Id(parts[0], false);
      return parts.length == 2 ? new With(id, parts[1]) : id;
    }
    var today =
        deprecated.endsWith("+")
            ? deprecated.substring(0, deprecated.length() - 1) + "-or-later"
            : deprecated + "-only";
    return new Id(licences.containsKey(lower(today)) ? today : deprecated, false);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
