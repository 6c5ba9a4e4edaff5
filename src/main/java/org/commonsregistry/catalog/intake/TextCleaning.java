package org.commonsregistry.catalog.intake;

import java.util.regex.Pattern;

/**
 * Text from outside: control characters and lone surrogates out, e-mail addresses masked, white
 * space at the ends gone.
 */
final class TextCleaning {
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|\\p{Cs}");
  private static final Pattern EMAIL =
      Pattern.compile("[\\p{Alnum}._%+-]{1,64}@[\\p{Alnum}-]{1,63}(?:\\.[\\p{Alnum}-]{1,63})+");

  private TextCleaning() {}

  static String clean(String text) {
    var tidy = CONTROLS.matcher(text.replace("\r\n", "\n")).replaceAll("").strip();
    return tidy.indexOf('@') < 0 ? tidy : EMAIL.matcher(tidy).replaceAll("(address removed)");
  }
}
