package org.commonsregistry.terms.licence;

import java.util.Set;

/** What a statement about a licence was found to name, with the reason in words. */
public sealed interface Recognition {
  /**
   * A licence, or several joined by an expression. The families are those of all licences named;
   * none if this registry has no family for them, which is not a permission.
   */
  record Licence(
      LicenceExpression expression,
      Set<LicenceFamily> families,
      Confidence confidence,
      String reason)
      implements Recognition {}

  /** A family, but not which licence of it. */
  record Family(LicenceFamily family, Confidence confidence, String reason)
      implements Recognition {}

  /** Nothing is stated. Never a permission. */
  record Unstated(String reason) implements Recognition {}

  /** Something is stated that does not lead to one licence for certain. */
  record Unknown(String reason) implements Recognition {}

  /** Why. */
  String reason();

  /** The families to file the statement under; never empty. */
  default Set<LicenceFamily> filedUnder() {
    return switch (this) {
      case Licence licence ->
          licence.families().isEmpty() ? Set.of(LicenceFamily.UNRECOGNISED) : licence.families();
      case Family family -> Set.of(family.family());
      case Unstated _ -> Set.of(LicenceFamily.UNSPECIFIED);
      case Unknown _ -> Set.of(LicenceFamily.UNRECOGNISED);
    };
  }
}
