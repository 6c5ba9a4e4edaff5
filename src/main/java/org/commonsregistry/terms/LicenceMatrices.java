package org.commonsregistry.terms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.commonsregistry.terms.licence.LicenceExpression;
import org.commonsregistry.terms.licence.LicenceFamily;
import org.commonsregistry.terms.licence.Licences;
import org.commonsregistry.terms.licence.Recognition;

/**
 * What each family of licences grants, from the table {@code terms/licence-families.tsv}. A family
 * that is not in the table grants nothing that is known.
 */
public final class LicenceMatrices {
  private static final Map<LicenceFamily, FamilyTerms> FAMILIES = read();
  private static final FamilyTerms NOTHING_KNOWN =
      new FamilyTerms(LicenceFamily.UNRECOGNISED, "undetermined", UseMatrix.UNKNOWN);

  private LicenceMatrices() {}

  /** The families of the table, in its order. */
  public static Map<LicenceFamily, FamilyTerms> families() {
    return FAMILIES;
  }

  public static UseMatrix of(LicenceFamily family) {
    return FAMILIES.getOrDefault(family, NOTHING_KNOWN).matrix();
  }

  /** What whoever recognised a licence may take it to grant, for every use and party. */
  public static UseMatrix of(Recognition recognised) {
    return UseMatrix.of((use, party) -> grant(recognised, use, party));
  }

  /** OR gives the better of its choices, AND what all of its parts grant. */
  public static Grant grant(Recognition recognised, Use use, Party party) {
    return switch (recognised) {
      case Recognition.Licence licence -> grant(licence.expression(), use, party);
      case Recognition.Family family -> of(family.family()).grant(use, party);
      case Recognition.Unstated _, Recognition.Unknown _ -> Grant.UNKNOWN;
    };
  }

  private static Grant grant(LicenceExpression expression, Use use, Party party) {
    return switch (expression) {
      case LicenceExpression.Id id ->
          families(id).stream()
              .map(family -> of(family).grant(use, party))
              .reduce(Grant::meet)
              .orElse(Grant.UNKNOWN);
      // An exception permits more; what exactly, the family does not tell.
      case LicenceExpression.With with -> grant(with.licence(), use, party);
      case LicenceExpression.And and ->
          and.parts().stream()
              .map(part -> grant(part, use, party))
              .reduce(Grant::meet)
              .orElse(Grant.UNKNOWN);
      case LicenceExpression.Or or ->
          or.choices().stream()
              .map(choice -> grant(choice, use, party))
              .reduce(Grant::better)
              .orElse(Grant.UNKNOWN);
    };
  }

  static Set<LicenceFamily> families(LicenceExpression.Id id) {
    return Licences.recognise(id.text(), "").filedUnder();
  }

  private static Map<LicenceFamily, FamilyTerms> read() {
    var families = new EnumMap<LicenceFamily, FamilyTerms>(LicenceFamily.class);
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    LicenceMatrices.class.getResourceAsStream("/terms/licence-families.tsv")),
                StandardCharsets.UTF_8))) {
      in.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .skip(1)
          .map(line -> Arrays.asList(line.split("\t", -1)))
          .map(FamilyTerms::read)
          .forEach(family -> families.put(family.family(), family));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Collections.unmodifiableMap(families);
  }
}
