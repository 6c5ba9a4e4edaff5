package org.commonsregistry.terms.licence;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises licences. Thread-safe. */
public final class Licences {
  private enum Known {
    PUBLIC_DOMAIN(
        "CC-PDM-1\\.0|public domain mark 1\\.0|public domain in the usa\\.?|public domain \\(expired term, us\\)",
        "creativecommons\\.org/publicdomain/mark/1\\.0"),
    CC0(
        "CC0(-1\\.0)?|cc0 1\\.0( universal)?|PDDL(-1\\.0)?|Unlicense|0BSD|DL-DE-ZERO-2\\.0",
        "creativecommons\\.org/publicdomain/zero/1\\.0|opendatacommons\\.org/licenses/pddl"),
    OFFICIAL_WORK(
        "17 U\\.?S\\.?C\\.? §? ?105.*|us government works?|§ 5 UrhG.*|official works?.*|.*\\(official works?\\)",
        ""),
    BY(
        "CC[- ]BY[- ](1\\.0|2\\.0|2\\.5|3\\.0|4\\.0)(-[A-Z]+)?|cc-by|creative commons attribution( [1-4]\\.[05])?( international| unported)?( licen[cs]e)?"
            + "|ODC-By-1\\.0|OGL-UK-[123]\\.0|OGL-Canada-2\\.0|etalab-2\\.0|NLOD-[12]\\.0|DL-DE-BY-2\\.0|IODL-2\\.0|CDLA-Permissive-[12]\\.0",
        "creativecommons\\.org/licenses/by/[1-4]\\.[05]|nationalarchives\\.gov\\.uk/doc/open-government-licence|opendatacommons\\.org/licenses/by"),
    BY_SA(
        "CC[- ]BY[- ]SA[- ][1-4]\\.[05](-[A-Z]+)?|cc-by-sa|creative commons attribution[- ]share ?alike( [1-4]\\.[05])?( international| unported)?( licen[cs]e)?"
            + "|GFDL-.*|ODbL-1\\.0|odbl|CDLA-Sharing-1\\.0",
        "creativecommons\\.org/licenses/by-sa/[1-4]\\.[05]|opendatacommons\\.org/licenses/odbl"),
    BY_ND("CC[- ]BY[- ]ND[- ][1-4]\\.[05]", "creativecommons\\.org/licenses/by-nd/[1-4]\\.[05]"),
    BY_NC(
        "CC[- ]BY[- ]NC([- ](SA|ND))?[- ][1-4]\\.[05](-[A-Z]+)?|cc-by-nc(-sa|-nd)?",
        "creativecommons\\.org/licenses/by-nc(-sa|-nd)?/[1-4]\\.[05]"),
    SOFTWARE_PERMISSIVE(
        "MIT( licen[cs]e)?|Apache(-| licen[cs]e )2\\.0|apache-2\\.0|BSD-[23]-Clause|ISC|Zlib|BSL-1\\.0|Artistic-2\\.0",
        "opensource\\.org/licenses/(MIT|BSD-[23]-Clause|ISC)|apache\\.org/licenses/LICENSE-2\\.0"),
    SOFTWARE_COPYLEFT(
        "(A|L)?GPL-[123]\\.[01](-only|-or-later|\\+)?|MPL-2\\.0|EPL-[12]\\.0|EUPL-1\\.[12]",
        "gnu\\.org/licenses/(a|l)?gpl|mozilla\\.org/MPL/2\\.0"),
    RESPONSIBLE_AI(
        "(bigscience-|bigcode-|creativeml-)?openrail(-m|\\+\\+)?|bigscience-bloom-rail-1\\.0", ""),
    UNSPECIFIED(
        "|none|unknown|unspecified|not (stated|specified)|no licen[cs]e( found)?|notspecified", ""),
    UNRECOGNISED("(?!)", "");

    private final Pattern text;
    private final Pattern address;

    Known(String text, String address) {
      this.text = Pattern.compile(text, Pattern.CASE_INSENSITIVE);
      this.address =
          Pattern.compile(
              address.isEmpty()
                  ? "(?!)"
                  : "https?://(www\\.)?(" + address + ")(/.*|\\.html?|[?#].*)?",
              Pattern.CASE_INSENSITIVE);
    }
  }

  private static final int LONGEST = 200;

  private Licences() {}

  public static Recognition recognise(String text, String iri) {
    var written = text.strip();
    for (var candidate : List.of(iri.strip(), written)) {
      if (candidate.toLowerCase(Locale.ROOT).startsWith("http")) {
        for (var family : Known.values()) {
          if (family.address.matcher(candidate).matches()) {
            return new Recognition.Family(
                LicenceFamily.valueOf(family.name()), Confidence.EXACT, "Its address.");
          }
        }
      }
    }
    if (written.length() <= LONGEST) {
      for (var family : Known.values()) {
        if (family.text.matcher(written).matches()) {
          return family == Known.UNSPECIFIED
              ? new Recognition.Unstated("Nothing is stated.")
              : new Recognition.Family(
                  LicenceFamily.valueOf(family.name()), Confidence.NORMALISED, "Its name.");
        }
      }
    }
    return new Recognition.Unknown("No known licence.");
  }
}
