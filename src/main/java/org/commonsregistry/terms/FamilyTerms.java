package org.commonsregistry.terms;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonsregistry.terms.licence.LicenceFamily;

/**
 * One row of the table of licence families.
 *
 * @param family which one
 * @param zone what it usually leads to: {@code commons}, {@code use-restricted}, …
 * @param matrix what it grants
 */
public record FamilyTerms(LicenceFamily family, String zone, UseMatrix matrix) {
  private static final int FIRST_USE = 2;
  private static final int DUTIES = FIRST_USE + Use.values().length;

  private static final Scope NON_COMMERCIAL = Scope.anyOf(Actor.NON_COMMERCIAL);
  private static final Scope ACADEMIC =
      new Scope(Set.of(Actor.RESEARCH, Actor.EDUCATION), Set.of(Actor.COMMERCIAL));

  static FamilyTerms read(List<String> row) {
    if (row.size() != DUTIES + 2) {
      throw new IllegalArgumentException(
          "a family has " + (DUTIES + 2) + " columns, not " + row.size() + ": " + row);
    }
    var duties = byUse(row.get(DUTIES));
    var flags = byUse(row.get(DUTIES + 1));
    var matrix =
        UseMatrix.of(
            (use, party) -> {
              var given = duties.getOrDefault(use, List.of()).stream().map(Duty::parse).toList();
              var grant = cell(row.get(FIRST_USE + use.ordinal()), party, given);
              for (var flag : flags.getOrDefault(use, List.of())) {
                grant = grant.flagged(Tokens.require(Flag.class, flag));
              }
              return grant;
            });
    return new FamilyTerms(Tokens.require(LicenceFamily.class, row.get(0)), row.get(1), matrix);
  }

  private static Grant cell(String cell, Party party, List<Duty> duties) {
    return switch (cell) {
      case "Y" -> Grant.with(duties);
      case "NC" -> scoped(NON_COMMERCIAL, party, duties);
      case "R" -> scoped(ACADEMIC, party, duties);
      case "C" -> new Grant(Answer.NEEDS_AGREEMENT, new LinkedHashSet<>(duties), Set.of());
      case "N" -> Grant.NEEDS_AGREEMENT;
      case "T" -> Grant.UNKNOWN.flagged(Flag.TIER_DECIDES);
      case "?" -> Grant.UNKNOWN;
      default -> throw new IllegalArgumentException("'" + cell + "' is no cell of the table");
    };
  }

  private static Grant scoped(Scope scope, Party party, List<Duty> duties) {
    if (scope.admits(party)) {
      return Grant.with(duties);
    }
    return scope.mightAdmit(party)
        ? Grant.NEEDS_AGREEMENT.flagged(Flag.PURPOSE_DECIDES)
        : Grant.NEEDS_AGREEMENT;
  }

  /** {@code a;b@train+adapt}: a for every use, b for two. */
  private static Map<Use, List<String>> byUse(String cell) {
    var byUse = new EnumMap<Use, List<String>>(Use.class);
    for (var entry : cell.isBlank() ? List.<String>of() : List.of(cell.split(";"))) {
      var parts = entry.strip().split("@", 2);
      for (var use : Use.values()) {
        if (parts.length == 1 || List.of(parts[1].split("\\+")).contains(use.token())) {
          byUse.computeIfAbsent(use, key -> new ArrayList<>()).add(parts[0]);
        }
      }
    }
    return byUse;
  }
}
