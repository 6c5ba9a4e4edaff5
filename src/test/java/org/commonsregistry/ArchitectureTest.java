package org.commonsregistry;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;

/** The folder is the architecture; here it is held to that, each rule with its reason. */
@AnalyzeClasses(
    packages = "org.commonsregistry",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String BASE = "org.commonsregistry.";
  private static final Map<String, Integer> RANKS =
      Map.ofEntries(
          Map.entry("home", -2),
          Map.entry("http", -1),
          Map.entry("rdf", 0),
          Map.entry("blob", 0),
          Map.entry("fingerprint", 0),
          Map.entry("vocabulary", 0),
          Map.entry("signing", 0),
          Map.entry("ledger", 1),
          Map.entry("identity", 2),
          Map.entry("category", 2),
          Map.entry("ruleset", 2),
          Map.entry("terms", 2),
          Map.entry("catalog", 3),
          Map.entry("holdings", 4),
          Map.entry("harvest", 4),
          Map.entry("classification", 5),
          Map.entry("search", 6),
          Map.entry("redundancy", 7),
          Map.entry("sparql", 6),
          Map.entry("snapshot", 8),
          Map.entry("governance", 8),
          Map.entry("web", 9),
          Map.entry("cli", 9));

  @ArchTest
  static final ArchRule packagesImportOnlyLowerRanks =
      ArchRuleDefinition.classes()
          .that()
          .resideInAPackage("org.commonsregistry..")
          .should(importOnlyLowerRanks())
          .because("then whoever changes a package knows that nothing below it can notice");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .matching("org.commonsregistry.(**)")
          .should()
          .beFreeOfCycles()
          .because("packages in a cycle can only be understood together");

  @ArchTest
  static final ArchRule onlyItsBackendsImportLucene =
      vendor(
          "org.apache.lucene..",
          "org.commonsregistry.search.lucene..",
          "org.commonsregistry.redundancy.lucene..");

  @ArchTest
  static final ArchRule onlyItsBackendImportsTdb2 =
      vendor("org.apache.jena.tdb2..", "org.commonsregistry.rdf.tdb2..");

  @ArchTest
  static final ArchRule onlyTheCommandLineImportsPicocli =
      vendor("picocli..", "org.commonsregistry.cli..");

  @ArchTest
  static final ArchRule onlyPagesImportTemplates =
      vendor("templates..", "org.commonsregistry.web..")
          .because("HTML is made in one place; features answer with data");

  @ArchTest
  static final ArchRule noNameSaysNothing =
      noClasses()
          .should()
          .haveNameMatching(
              ".*\\.\\w*(Impl|Manager|Helper|Utils?|Base|DTO|Dto|Info|Data|Processor|Service)(\\$.*)?")
          .because("a name that fits everything tells a reader nothing");

  @ArchTest
  static final ArchRule noPackageSaysNothing =
      noClasses()
          .should()
          .resideInAnyPackage(
              "..util..",
              "..common..",
              "..core..",
              "..impl..",
              "..dto..",
              "..service..",
              "..model..")
          .because("packages are named after features");

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .because("what depends on time is tested with a clock of the test's own");

  private static ArchRule vendor(String vendorPackage, String... backends) {
    return noClasses()
        .that(DescribedPredicate.not(resideInAnyPackage(backends)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(vendorPackage)
        .because("a backend can only be replaced if nobody else knows its vendor");
  }

  private static ArchCondition<JavaClass> importOnlyLowerRanks() {
    return new ArchCondition<>("import only packages of a lower rank") {
      @Override
      public void check(JavaClass from, ConditionEvents events) {
        for (var dependency : from.getDirectDependenciesFromSelf()) {
          var mine = feature(from);
          var other = feature(dependency.getTargetClass());
          if (mine.isEmpty() || other.isEmpty() || mine.equals(other)) {
            continue;
          }
          if (!RANKS.containsKey(mine) || rank(other) >= rank(mine)) {
            events.add(
                SimpleConditionEvent.violated(
                    from,
                    dependency.getDescription()
                        + " ("
                        + mine
                        + " "
                        + rank(mine)
                        + ", "
                        + other
                        + " "
                        + rank(other)
                        + ")"));
          }
        }
      }
    };
  }

  private static int rank(String feature) {
    return RANKS.getOrDefault(feature, 99);
  }

  private static String feature(JavaClass type) {
    var name = type.getPackageName() + ".";
    return name.startsWith(BASE) && name.length() > BASE.length()
        ? name.substring(BASE.length()).split("\\.", 2)[0]
        : "";
  }
}
