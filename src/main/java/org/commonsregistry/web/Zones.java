package org.commonsregistry.web;

/** Zone tokens the portal must know before anything is classified. */
final class Zones {
  static final String UNCLASSIFIED = "unclassified";

  private Zones() {}
}
