package org.commonsregistry.terms.licence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names of the GNU licences with their versions: {@code GPLv3+}, "GNU LGPL 2.1 or later". */
final class GnuNames {
  private static final int LONGEST = 10;
  private static final Pattern FIRST =
      Pattern.compile("gnu|[al]?gpl|g?fdl|affero|lesser|library|general|free");
  private static final Pattern NAME =
      Pattern.compile(
          "(?:gnu )?(?:(a|l)?gpl|(g)?fdl|(?:(affero|lesser|library) )?general public|(free) documentation)"
              + "v?(?: (?:gpl|lgpl|agpl|gfdl|fdl))?"
              + "(?:(?: | ?v)?([1-3](?:\\.[0-3])?)(\\+)?)?"
              + "( only| or later| or newer| or any later| and later| or higher)?(?= |$)");

  private final SpdxList spdx;

  GnuNames(SpdxList spdx) {
    this.spdx = spdx;
  }

  Optional<NamedPart> at(List<Word> words, int start) {
    if (!FIRST.matcher(words.get(start).text()).lookingAt()) {
      return Optional.empty();
    }
    var end = start + 1;
    while (end < Math.min(words.size(), start + LONGEST) && !words.get(end).breaks()) {
      end++;
    }
    var match = NAME.matcher(Word.key(words.subList(start, end)));
    if (!match.lookingAt()) {
      return Optional.empty();
    }
    var to = start + match.group().split(" ").length;
    var documentation = match.group().contains("fdl") || match.group(4) != null;
    if (match.group(5) == null) {
      if (match.group(7) != null || (!words.get(to - 1).licensed() && match.group().length() > 6)) {
        return Optional.empty();
      }
      return Optional.of(
          NamedPart.of(
              new Meaning.Kin(
                  documentation ? LicenceFamily.BY_SA : LicenceFamily.SOFTWARE_COPYLEFT,
                  Word.key(Word.of(prefix(match.group(1), match.group(3), documentation)))),
              start,
              to));
    }
    var number = match.group(5).length() == 1 ? match.group(5) + ".0" : match.group(5);
    var later =
        match.group(6) != null || (match.group(7) != null && !match.group(7).equals(" only"));
    var id =
        prefix(match.group(1), match.group(3), documentation)
            + number
            + (later ? "-or-later" : "-only");
    return Optional.of(
        NamedPart.of(
            spdx.licence(id)
                .<Meaning>map(Meaning.Exactly::new)
                .orElse(new Meaning.Vague("this GNU licence has no version " + number)),
            start,
            to));
  }

  private static String prefix(String letter, String word, boolean documentation) {
    if (documentation) {
      return "GFDL-";
    }
    var kind = letter != null ? letter : word == null ? "" : word.substring(0, 1);
    return kind.toUpperCase(Locale.ROOT) + "GPL-";
  }
}
