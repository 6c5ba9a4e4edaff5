package org.commonsregistry.web;

import java.util.List;

/** What comes closest to a description. */
public record CheckNearest(List<Nearest> datasets, String heldTitle, List<CheckReport.Fact> held) {

  /** A dataset, with its licence and zone. */
  public record Nearest(String title, String href, String zone, String licence) {}
}
