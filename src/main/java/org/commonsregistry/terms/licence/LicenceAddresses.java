package org.commonsregistry.terms.licence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonsregistry.terms.licence.LicenceExpression.Id;

/**
 * The addresses of licences: Creative Commons', SPDX's, the European Publications Office's
 * authority table, RightsStatements.org's, those in {@code addresses.tsv}, and what SPDX lists as
 * "see also". Nothing is fetched.
 */
final class LicenceAddresses {
  private static final int LONGEST = 500;
  private static final Pattern SCHEME = Pattern.compile("^(?:https?:)?//(?:www\\.)?|^www\\.");
  private static final Pattern REST =
      Pattern.compile("[?#].*$|[.,;:)\\\\]+$|/+$|\\.(?:html?|txt|json|rdf|jsonld|php)$");
  private static final Pattern CC =
      Pattern.compile(
          "creativecommons\\.org/licen[sc]es/((?:by|nc|nd|sa)(?:-(?:nc|nd|sa)){0,3})"
              + "(?:/([0-9]\\.[0-9]))?(?:/([a-z]{2,3}|scotland))?(?:/(?:legalcode|deed)(?:[.-][a-z_-]{2,7})?)?");
  private static final Pattern CC_OTHER =
      Pattern.compile(
          "creativecommons\\.org/publicdomain/(zero|mark)(?:/1\\.0)?(?:/[a-z]{2})?(?:/(?:legalcode|deed)(?:[.-][a-z_-]{2,7})?)?");
  private static final Pattern EU =
      Pattern.compile("publications\\.europa\\.eu/resource/authority/licence/([a-z0-9_.-]{2,40})");
  private static final Pattern GNU =
      Pattern.compile(
          "gnu\\.org/(?:licenses|copyleft)/(?:old-licenses/)?(?:([al]?gpl)|(fdl)|(lesser))(?:-([0-9]\\.[0-9]))?(?:-standalone)?(?:\\.[a-z]{2}(?:-[a-z]{2})?)?");
  private static final Pattern BY_IDENTIFIER =
      Pattern.compile(
          "(?:spdx\\.org/licenses(?:/preview)?|choosealicense\\.com/licenses|opensource\\.org/licenses?)/([a-z0-9.+-]{2,60})");

  private final SpdxList spdx;
  private final LicenceNames names;
  private final CreativeCommons creativeCommons;
  private final Map<String, Meaning> table = new HashMap<>();

  LicenceAddresses(SpdxList spdx, LicenceNames names, CreativeCommons creativeCommons) {
    this.spdx = spdx;
    this.names = names;
    this.creativeCommons = creativeCommons;
    var seeAlso = new HashMap<String, Set<LicenceExpression>>();
    for (var listed : spdx.licences()) {
      if (!listed.deprecated()) {
        listed.seeAlso().stream()
            .filter(address -> !address.contains("?"))
            .forEach(
                address ->
                    seeAlso
                        .computeIfAbsent(normal(address), _ -> new HashSet<>())
                        .add(new Id(listed.id(), false)));
      }
    }
    seeAlso.forEach((address, licences) -> table.put(address, shared(licences)));
    for (var row : Table.rows("addresses.tsv")) {
      for (var address : row[1].split(" ")) {
        table.put(address, LicenceNames.meaning(spdx, row[0], address));
      }
    }
  }

  private Meaning shared(Set<LicenceExpression> licences) {
    if (licences.size() == 1) {
      return new Meaning.Exactly(licences.iterator().next());
    }
    var families = licences.stream().map(spdx::family).distinct().toList();
    return families.size() == 1 && families.getFirst().isPresent()
        ? new Meaning.Kin(families.getFirst().get(), commonBeginning(licences))
        : new Meaning.Vague("several licences share this address");
  }

  private static String commonBeginning(Set<LicenceExpression> licences) {
    var texts = licences.stream().map(LicenceExpression::text).sorted().toList();
    var first = texts.getFirst();
    var last = texts.getLast();
    var same = 0;
    while (same < Math.min(first.length(), last.length())
        && first.charAt(same) == last.charAt(same)) {
      same++;
    }
    return Word.key(Word.of(first.substring(0, same)));
  }

  /** The meaning of this address; empty if it is not known to be a licence's. */
  Optional<Meaning> find(String address) {
    if (address.length() > LONGEST) {
      return Optional.empty();
    }
    var normal = normal(address);
    var known = table.get(normal);
    return known instanceof Meaning.Exactly
        ? Optional.of(known)
        : byGrammar(normal).or(() -> Optional.ofNullable(known));
  }

  private Optional<Meaning> byGrammar(String address) {
    var cc = CC.matcher(address);
    if (cc.matches()) {
      var version = Optional.ofNullable(cc.group(2)).orElse("");
      var place = Optional.ofNullable(cc.group(3)).orElse("");
      return Optional.of(creativeCommons.licence(cc.group(1), version, place));
    }
    var other = CC_OTHER.matcher(address);
    if (other.matches()) {
      var zero = address.contains("publicdomain/zero");
      return spdx.licence(zero ? "CC0-1.0" : "CC-PDM-1.0").map(Meaning.Exactly::new);
    }
    var eu = EU.matcher(address);
    if (eu.matches()) {
      var code = eu.group(1).replaceAll("_([0-9])_([0-9])", "_$1.$2").replace('_', '-');
      return names.whole(Word.of(code)).or(() -> spdx.licence(code).map(Meaning.Exactly::new));
    }
    var gnu = GNU.matcher(address);
    if (gnu.matches()) {
      var documentation = gnu.group(2) != null;
      var name = documentation ? "gfdl" : gnu.group(1) == null ? "lgpl" : gnu.group(1);
      var version = gnu.group(4) == null ? "" : " " + gnu.group(4);
      return Optional.of(
          new Meaning.Kin(
              documentation ? LicenceFamily.BY_SA : LicenceFamily.SOFTWARE_COPYLEFT,
              name + version));
    }
    var identified = BY_IDENTIFIER.matcher(address);
    if (identified.matches()) {
      var id = identified.group(1);
      return spdx.licence(id)
          .or(() -> spdx.licence(id.replaceAll("-([0-9])-([0-9])", "-$1.$2")))
          .<Meaning>map(Meaning.Exactly::new)
          .or(() -> names.whole(Word.of(id)));
    }
    return Optional.empty();
  }

  private static String normal(String address) {
    var text = SCHEME.matcher(address.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    for (var before = ""; !before.equals(text); ) {
      before = text;
      text = REST.matcher(text).replaceFirst("");
    }
    return text;
  }

  /** Whether the whole text is one address. */
  static boolean isAddress(String text) {
    return List.of("http://", "https://", "www.").stream()
            .anyMatch(text.toLowerCase(Locale.ROOT)::startsWith)
        && text.chars().noneMatch(Character::isWhitespace);
  }
}
