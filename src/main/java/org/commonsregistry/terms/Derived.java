package org.commonsregistry.terms;

import java.util.List;
import org.commonsregistry.terms.licence.Recognition;

/**
 * What may be done with data made from others: the uses that all allow, for those to whom all allow
 * it, with the duties of all.
 *
 * @param passingOn how the whole can be passed on
 */
public record Derived(UseMatrix matrix, ShareAlike.PassingOn passingOn) {
  /** A source of a derived dataset. */
  public record Parent(UseMatrix matrix, Recognition licence) {
    /** With what its licence grants. */
    public static Parent under(Recognition licence) {
      return new Parent(LicenceMatrices.of(licence), licence);
    }
  }

  /** Of at least one parent; made from nothing known, nothing is known. */
  public static Derived from(List<Parent> parents) {
    var matrix =
        parents.stream().map(Parent::matrix).reduce(UseMatrix::meet).orElse(UseMatrix.UNKNOWN);
    var passingOn = ShareAlike.passingOn(parents.stream().map(Parent::licence).toList());
    return new Derived(
        passingOn instanceof ShareAlike.PassingOn.Aggregate ? aggregate(matrix) : matrix,
        passingOn);
  }

  /** Without a common licence the mixture itself cannot be adapted and passed on. */
  private static UseMatrix aggregate(UseMatrix matrix) {
    return UseMatrix.of(
        (use, party) -> {
          var grant = matrix.grant(use, party);
          return switch (use) {
            case ADAPT -> grant.atMost(Answer.NEEDS_AGREEMENT).flagged(Flag.AGGREGATE_ONLY);
            case REDISTRIBUTE -> grant.flagged(Flag.AGGREGATE_ONLY);
            case TRAIN, FINE_TUNE, GROUND, EVALUATE, SEARCH, SHOW -> grant;
          };
        });
  }
}
