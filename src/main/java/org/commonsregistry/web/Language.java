package org.commonsregistry.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages the portal speaks. */
public enum Language {
  ENGLISH("en", "English", Locale.UK),
  GERMAN("de", "Deutsch", Locale.GERMANY);

  private final String tag;
  private final String ownName;
  private final Locale locale;

  Language(String tag, String ownName, Locale locale) {
    this.tag = tag;
    this.ownName = ownName;
    this.locale = locale;
  }

  /** BCP 47. */
  public String tag() {
    return tag;
  }

  /** As its speakers call it. */
  public String ownName() {
    return ownName;
  }

  public Locale locale() {
    return locale;
  }

  static Optional<Language> of(String tag) {
    var primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return Arrays.stream(values()).filter(language -> language.tag.equals(primary)).findFirst();
  }
}
