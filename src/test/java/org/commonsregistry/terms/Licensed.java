package org.commonsregistry.terms;

import java.util.Set;
import org.commonsregistry.terms.licence.Confidence;
import org.commonsregistry.terms.licence.LicenceExpression;
import org.commonsregistry.terms.licence.LicenceFamily;
import org.commonsregistry.terms.licence.Recognition;

/** Licences as if recognised, for tests of what follows from them. */
public final class Licensed {
  private Licensed() {}

  public static Recognition under(LicenceExpression expression) {
    return new Recognition.Licence(expression, Set.of(), Confidence.EXACT, "for a test");
  }

  public static Recognition under(String id) {
    return under(new LicenceExpression.Id(id, false));
  }

  public static Recognition family(LicenceFamily family) {
    return switch (family) {
      case UNSPECIFIED -> new Recognition.Unstated("for a test");
      case UNRECOGNISED -> new Recognition.Unknown("for a test");
      default -> new Recognition.Family(family, Confidence.EXACT, "for a test");
    };
  }
}
