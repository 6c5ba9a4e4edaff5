package org.commonsregistry.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.DatasetListing;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.testing.TestHome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything published holds against DCAT-AP 3.0.1 and against our own shapes. */
class DcatDocumentTest {
  private static final Path PROFILE = Path.of("../shared/data/conformance/dcat-ap-3.0.1");
  private static final TestHome HOME = new TestHome();
  private static Catalogue catalogue;

  @BeforeAll
  static void fill() {
    catalogue = new Catalogue(HOME.open()).seeded();
  }

  @AfterAll
  static void tidy() {
    catalogue.context().close();
    HOME.close();
  }

  @Test
  void everyRecordHoldsAgainstOurOwnShapes() {
    if (Files.exists(Catalogue.SAMPLE)) {
      catalogue.sampled();
    }
    var violations = new Findings();
    var count = 0;
    for (var version : catalogue.all()) {
      violations.check(version, shapes("ontology/shapes/emitted.ttl"));
      count++;
    }
    System.out.println("own shapes: " + count + " records, " + violations);
    assertThat(violations.violations).isEmpty();
    assertThat(count).isGreaterThanOrEqualTo(369);
  }

  @Test
  void everyRecordHoldsAgainstDcatAp() {
    assumeTrue(Files.exists(PROFILE), "the DCAT-AP shapes are not beside this folder");
    if (Files.exists(Catalogue.SAMPLE)) {
      catalogue.sampled();
    }
    var findings = new Findings();
    for (var version : catalogue.all()) {
      for (var file : List.of("shapes.ttl", "range.ttl", "shapes_recommended.ttl")) {
        findings.check(version, shapes(PROFILE.resolve(file).toString()));
      }
    }
    System.out.println("DCAT-AP 3.0.1: " + findings);
    assertThat(findings.violations).isEmpty();
  }

  @Test
  void everyPageOfTheCatalogueHoldsAgainstDcatAp() {
    assumeTrue(Files.exists(PROFILE), "the DCAT-AP shapes are not beside this folder");
    var listing = catalogue.get(DatasetListing.class);
    var violations = new ArrayList<String>();
    var after = Optional.<DatasetId>empty();
    do {
      var page = listing.page(after, 150);
      var out = new Triples();
      catalogue
          .get(CatalogDocument.class)
          .write(out, page, "http://localhost:8080/catalog.ttl", Optional.empty());
      for (var file : List.of("shapes.ttl", "range.ttl")) {
        var report =
            ShaclValidator.get()
                .validate(shapes(PROFILE.resolve(file).toString()), Triples.graph(out.list()));
        report.getEntries().stream()
            .filter(entry -> entry.severity() == Severity.Violation)
            .forEach(entry -> violations.add(Findings.told(entry)));
      }
      after = page.next();
    } while (after.isPresent());
    assertThat(violations).isEmpty();
  }

  private static final Map<String, Shapes> PARSED = new TreeMap<>();

  private static Shapes shapes(String file) {
    return PARSED.computeIfAbsent(file, f -> Shapes.parse(RDFDataMgr.loadGraph(f)));
  }

  private static Graph graph(DatasetVersion version) {
    var document = catalogue.get(DcatDocument.class);
    return Triples.graph(document.of(version, Optional.of(version.recordedAt())));
  }

  private static final class Findings {
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Integer> warnings = new TreeMap<>();

    void check(DatasetVersion version, Shapes shapes) {
      for (var entry : ShaclValidator.get().validate(shapes, graph(version)).getEntries()) {
        if (entry.severity() == Severity.Violation) {
          violations.add(version.id() + ": " + told(entry));
        } else {
          warnings.merge(String.valueOf(entry.resultPath()), 1, Integer::sum);
        }
      }
    }

    private static String told(ReportEntry entry) {
      return entry.focusNode()
          + " "
          + entry.resultPath()
          + " "
          + entry.value()
          + " "
          + entry.message();
    }

    @Override
    public String toString() {
      return violations.size() + " violations, warnings " + warnings;
    }
  }
}
