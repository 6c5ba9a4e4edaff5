package org.commonsregistry.ruleset;

/** The same thing said in both languages, in plain words. */
public record Wording(String en, String de) {
  public String in(String language) {
    return language.startsWith("de") ? de : en;
  }
}
