package org.commonsregistry.catalog.export;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.Dataset.LicenceStatement;
import org.commonsregistry.catalog.Dataset.Role;

/**
 * Licences by IRI. A statement without one has one all the same if it is written exactly as an
 * identifier of the SPDX licence list (https://spdx.org/licenses/); nothing is guessed from other
 * words.
 */
final class LicenceIris {
  private static final String SPDX = "https://spdx.org/licenses/";
  private static final Set<String> IDENTIFIERS =
      Set.of(
          "AGPL-3.0-only",
          "AGPL-3.0-or-later",
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          "BSL-1.0",
          "C-UDA-1.0",
          "CC-BY-2.0",
          "CC-BY-2.5",
          "CC-BY-3.0",
          "CC-BY-3.0-IGO",
          "CC-BY-4.0",
          "CC-BY-NC-2.0",
          "CC-BY-NC-3.0",
          "CC-BY-NC-4.0",
          "CC-BY-NC-ND-3.0",
          "CC-BY-NC-ND-4.0",
          "CC-BY-NC-SA-2.0",
          "CC-BY-NC-SA-3.0",
          "CC-BY-NC-SA-4.0",
          "CC-BY-ND-3.0",
          "CC-BY-ND-4.0",
          "CC-BY-SA-2.0",
          "CC-BY-SA-2.5",
          "CC-BY-SA-3.0",
          "CC-BY-SA-4.0",
          "CC-PDDC",
          "CC0-1.0",
          "CDLA-Permissive-1.0",
          "CDLA-Permissive-2.0",
          "CDLA-Sharing-1.0",
          "DL-DE-BY-2.0",
          "DL-DE-ZERO-2.0",
          "EPL-2.0",
          "EUPL-1.2",
          "etalab-2.0",
          "GFDL-1.2-or-later",
          "GFDL-1.3-only",
          "GFDL-1.3-or-later",
          "GPL-2.0-only",
          "GPL-2.0-or-later",
          "GPL-3.0-only",
          "GPL-3.0-or-later",
          "ISC",
          "LGPL-2.1-only",
          "LGPL-3.0-only",
          "MIT",
          "MIT-0",
          "MPL-2.0",
          "NLOD-2.0",
          "O-UDA-1.0",
          "ODbL-1.0",
          "ODC-By-1.0",
          "OGL-Canada-2.0",
          "OGL-UK-1.0",
          "OGL-UK-2.0",
          "OGL-UK-3.0",
          "PDDL-1.0",
          "Unicode-3.0",
          "Unlicense");

  private LicenceIris() {}

  static Optional<String> of(LicenceStatement statement) {
    if (WebAddress.ok(statement.iri())) {
      return Optional.of(statement.iri());
    }
    var text = statement.text().strip();
    if (IDENTIFIERS.contains(text)) {
      return Optional.of(SPDX + text);
    }
    return WebAddress.ok(text) ? Optional.of(text) : Optional.empty();
  }

  /**
   * The one licence that holds for all of a dataset: the effective one if it was weighed, else the
   * declared one if every declaration names the same licence for the whole.
   */
  static Optional<String> single(Dataset dataset) {
    return single(dataset, Role.EFFECTIVE).or(() -> single(dataset, Role.DECLARED));
  }

  private static Optional<String> single(Dataset dataset, Role role) {
    var stated = dataset.licences().stream().filter(licence -> licence.role() == role).toList();
    var iris = stated.stream().map(LicenceIris::of).collect(Collectors.toSet());
    return stated.stream().allMatch(licence -> licence.covers().isBlank()) && iris.size() == 1
        ? iris.iterator().next()
        : Optional.empty();
  }
}
