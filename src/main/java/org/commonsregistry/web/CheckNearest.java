package org.commonsregistry.web;

import java.util.List;

/**
 * What comes closest to a description.
 *
 * @param datasets best first
 * @param heldTitle heading over what the registry holds
 */
public record CheckNearest(List<Card> datasets, String heldTitle, List<CheckReport.Fact> held) {}
