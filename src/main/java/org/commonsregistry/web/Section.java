package org.commonsregistry.web;

import java.util.Locale;

/** The parts of the portal that the navigation leads to. */
public enum Section {
  SEARCH("/search"),
  CATEGORIES("/categories"),
  STEWARDS("/stewards"),
  RULES("/rules"),
  CHECK("/check"),
  SPARQL("/sparql"),
  API("/api"),
  ABOUT("/about");

  private final String path;

  Section(String path) {
    this.path = path;
  }

  public String path() {
    return path;
  }

  /** Key of its name in the navigation. */
  public String key() {
    return "nav." + name().toLowerCase(Locale.ROOT);
  }
}
