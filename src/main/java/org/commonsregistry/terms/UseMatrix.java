package org.commonsregistry.terms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;

/**
 * What may be done: a grant for every use and every party there can be. It is a table of values, so
 * two matrices are equal exactly when they answer every question alike. Immutable.
 */
public final class UseMatrix {
  private static final int ROWS = 1 << (Actor.values().length - 1);

  public static final UseMatrix UNKNOWN = of((_, _) -> Grant.UNKNOWN);
  public static final UseMatrix PERMITTED = of((_, _) -> Grant.PERMITTED);

  private final Map<Use, List<Grant>> cells;

  private UseMatrix(Map<Use, List<Grant>> cells) {
    this.cells = cells;
  }

  /** Asks once for every use and every party. */
  public static UseMatrix of(BiFunction<Use, Party, Grant> answers) {
    var cells = new EnumMap<Use, List<Grant>>(Use.class);
    for (var use : Use.values()) {
      var column = new Grant[ROWS];
      Arrays.fill(column, Grant.UNKNOWN);
      for (var party : Party.ALL) {
        column[party.index()] = answers.apply(use, party);
      }
      cells.put(use, List.of(column));
    }
    return new UseMatrix(cells);
  }

  public Grant grant(Use use, Party party) {
    return cells.getOrDefault(use, List.of()).get(party.index());
  }

  /** For somebody of whom one facet is known. */
  public Grant grant(Use use, Actor actor) {
    return grant(use, Party.of(actor));
  }

  /** What holds when both must hold: for data made from both, for instance. */
  public UseMatrix meet(UseMatrix other) {
    return combine(other, Grant::meet);
  }

  /** What holds when either may be chosen: a dual licence. */
  public UseMatrix better(UseMatrix other) {
    return combine(other, Grant::better);
  }

  /**
   * The reading that takes licence duties to bind only where permission under copyright is needed:
   * where it is unsettled whether they reach weights, they do not. The matrix itself reads
   * conservatively.
   */
  public UseMatrix copyrightMinimal() {
    return of(
        (use, party) -> {
          var grant = grant(use, party);
          return grant.answer() == Answer.WITH_DUTIES
                  && grant.flags().contains(Flag.WEIGHTS_UNSETTLED)
              ? new Grant(Answer.PERMITTED, Set.of(), grant.flags())
              : grant;
        });
  }

  private UseMatrix combine(UseMatrix other, BinaryOperator<Grant> how) {
    return of((use, party) -> how.apply(grant(use, party), other.grant(use, party)));
  }

  /** For anyone, by use, in the order of the columns. */
  public Map<Use, Grant> headline() {
    var headline = new EnumMap<Use, Grant>(Use.class);
    for (var use : Use.values()) {
      headline.put(use, grant(use, Party.ANYONE));
    }
    return headline;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UseMatrix matrix && cells.equals(matrix.cells);
  }

  @Override
  public int hashCode() {
    return cells.hashCode();
  }

  /** The headline, for messages of tests. */
  @Override
  public String toString() {
    var lines = new ArrayList<String>();
    headline().forEach((use, grant) -> lines.add(use.token() + ": " + grant));
    return String.join("\n", lines);
  }
}
