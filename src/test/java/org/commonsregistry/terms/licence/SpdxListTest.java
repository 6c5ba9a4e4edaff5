package org.commonsregistry.terms.licence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.commonsregistry.terms.licence.LicenceExpression.Id;
import org.junit.jupiter.api.Test;

/** {@code mvn test -Dtest=SpdxListTest -Dspdx.write=true} writes the list anew from the library. */
class SpdxListTest {
  private static final Path FILE = Path.of("src/main/resources/licences/spdx-list.tsv");

  private final SpdxList list = new SpdxList();

  @Test
  void isTheListOfTheSpdxLibrary() throws IOException {
    var lines = new ArrayList<String>();
    var toc = read("licenses.json");
    lines.add(
        "# SPDX licence list "
            + toc.get("licenseListVersion").asText()
            + " (CC0-1.0), from org.spdx:java-spdx-library.");
    lines.add("# kind, identifier, name, flags, see also");
    toc.get("licenses").forEach(each -> lines.add(line("licence", "licenseId", each)));
    read("exceptions.json")
        .get("exceptions")
        .forEach(each -> lines.add(line("exception", "licenseExceptionId", each)));
    if (Boolean.getBoolean("spdx.write")) {
      Files.write(FILE, lines);
    }
    assertThat(Files.readAllLines(FILE)).isEqualTo(lines);
  }

  @Test
  void everyIdentifierInAFamilyIsListed() {
    var missing = new TreeSet<String>();
    for (var row : Table.rows("families.tsv")) {
      for (var id : row[1].split(" ")) {
        if (!id.endsWith("*") && list.licence(id).isEmpty()) {
          missing.add(id);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void aDeprecatedIdentifierIsWrittenAsTheListAsks() {
    for (var listed : list.licences()) {
      if (listed.deprecated() && !List.of("Net-SNMP").contains(listed.id())) {
        var today = list.licence(listed.id()).orElseThrow();
        today
            .licences()
            .forEach(
                id ->
                    assertThat(list.licence(id.id()))
                        .as(listed.id() + " -> " + id.id())
                        .contains(new Id(id.id(), false)));
        assertThat(today.text()).isNotEqualTo(listed.id());
      }
    }
  }

  @Test
  void theFamilyIsThatOfTheMostLimitingPart() {
    assertThat(list.families(id("CC-BY-NC-SA-4.0"))).containsExactly(LicenceFamily.BY_NC_SA);
    assertThat(list.families(id("CC-BY-NC-ND-3.0-IGO"))).containsExactly(LicenceFamily.BY_NC_ND);
    assertThat(list.families(id("CC-BY-NC-2.0"))).containsExactly(LicenceFamily.BY_NC);
    assertThat(list.families(id("CC-BY-3.0-IGO"))).containsExactly(LicenceFamily.BY);
    assertThat(list.families(id("BSD-3-Clause-No-Military-License"))).isEmpty();
    assertThat(list.families(id("GFDL-1.3-invariants-only"))).isEmpty();
  }

  private static Id id(String id) {
    return new Id(id, false);
  }

  private static String line(String kind, String key, JsonNode each) {
    var flags = new ArrayList<String>();
    if (each.path("isOsiApproved").asBoolean()) {
      flags.add("osi");
    }
    if (each.path("isDeprecatedLicenseId").asBoolean()) {
      flags.add("deprecated");
    }
    var seeAlso = new ArrayList<String>();
    each.path("seeAlso")
        .forEach(address -> seeAlso.add(address.asText().strip().replaceAll("\\s", "%20")));
    return String.join(
        "\t",
        kind,
        each.get(key).asText(),
        each.get("name").asText().strip().replaceAll("\\s+", " "),
        String.join(" ", flags),
        String.join(" ", seeAlso));
  }

  private static JsonNode read(String file) throws IOException {
    try (var in = SpdxListTest.class.getResourceAsStream("/resources/stdlicenses/" + file)) {
      return new ObjectMapper().readTree(in);
    }
  }
}
