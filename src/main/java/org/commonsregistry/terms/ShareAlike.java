package org.commonsregistry.terms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.commonsregistry.terms.licence.LicenceExpression;
import org.commonsregistry.terms.licence.LicenceFamily;
import org.commonsregistry.terms.licence.Recognition;

/**
 * Under which licence something made from several sources can be passed on as one work. Follows the
 * compatibility lists that the licences' stewards publish: later versions of the same Creative
 * Commons licence, BY-SA 4.0 to GPL-3.0 (one way) and to the Free Art License 1.3. What is on no
 * list is compatible with itself only.
 */
public final class ShareAlike {
  private ShareAlike() {}

  /** How the whole can be passed on. */
  public sealed interface PassingOn {
    /** Nothing in it restricts the choice. */
    record AnyLicence() implements PassingOn {}

    /** Under one of these. */
    record Under(Set<String> licences) implements PassingOn {}

    /** Only side by side, each part under its own terms. */
    record Aggregate() implements PassingOn {}
  }

  /** How something made from works under these licences can be passed on. */
  public static PassingOn passingOn(List<Recognition> sources) {
    var common =
        sources.stream().map(ShareAlike::targets).reduce(Optional.empty(), ShareAlike::bothOf);
    if (common.isEmpty()) {
      return new PassingOn.AnyLicence();
    }
    return common.get().isEmpty()
        ? new PassingOn.Aggregate()
        : new PassingOn.Under(new TreeSet<>(common.get()));
  }

  /** Empty: any licence will do. An empty set: none will, or none is known to. */
  private static Optional<Set<String>> targets(Recognition recognised) {
    return switch (recognised) {
      case Recognition.Licence licence -> targets(licence.expression());
      case Recognition.Family family -> targets(family.family(), "");
      case Recognition.Unstated _, Recognition.Unknown _ -> Optional.of(Set.of());
    };
  }

  private static Optional<Set<String>> targets(LicenceExpression expression) {
    return switch (expression) {
      case LicenceExpression.Id id ->
          LicenceMatrices.families(id).stream()
              .map(family -> targets(family, id.text()))
              .reduce(Optional.empty(), ShareAlike::bothOf);
      case LicenceExpression.With with -> targets(with.licence());
      case LicenceExpression.And and ->
          and.parts().stream()
              .map(ShareAlike::targets)
              .reduce(Optional.empty(), ShareAlike::bothOf);
      case LicenceExpression.Or or ->
          or.choices().stream()
              .map(ShareAlike::targets)
              .reduce(Optional.of(Set.of()), ShareAlike::eitherOf);
    };
  }

  private static Optional<Set<String>> targets(LicenceFamily family, String id) {
    return switch (family) {
      case PUBLIC_DOMAIN, CC0, OFFICIAL_WORK, PERMISSIVE_DATA, BY, SOFTWARE_PERMISSIVE ->
          Optional.empty();
      case BY_SA, BY_NC_SA, BY_NC -> Optional.of(CreativeCommons.targets(id));
      case SOFTWARE_COPYLEFT -> Optional.of(id.isEmpty() ? Set.of() : copyleft(id));
      case RESPONSIBLE_AI, COMPUTATIONAL -> Optional.of(id.isEmpty() ? Set.of() : Set.of(id));
      case BY_ND,
          BY_NC_ND,
          ACADEMIC,
          TIERED,
          GUARDIANSHIP,
          PLATFORM_TERMS,
          IN_COPYRIGHT,
          UNSPECIFIED,
          UNRECOGNISED ->
          Optional.of(Set.of());
    };
  }

  private static Optional<Set<String>> bothOf(
      Optional<Set<String>> one, Optional<Set<String>> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    var both = new TreeSet<>(one.get());
    both.retainAll(other.get());
    return Optional.of(both);
  }

  private static Optional<Set<String>> eitherOf(
      Optional<Set<String>> one, Optional<Set<String>> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    var either = new TreeSet<>(one.get());
    either.addAll(other.get());
    return Optional.of(either);
  }

  private static Set<String> copyleft(String id) {
    var name = id.replaceFirst("-(only|or-later)$|\\+$", "");
    var later = id.endsWith("-or-later") || id.endsWith("+");
    return switch (name) {
      case "GPL-2.0" -> later ? Set.of("GPL-2.0", "GPL-3.0", "AGPL-3.0") : Set.of("GPL-2.0");
      case "GPL-3.0" -> Set.of("GPL-3.0", "AGPL-3.0");
      default -> Set.of(name);
    };
  }
}
