package org.commonsregistry.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.Publishing;
import org.commonsregistry.catalog.Publishing.OnCollision;
import org.commonsregistry.catalog.Submission;
import org.commonsregistry.catalog.intake.IntakeFile;
import org.commonsregistry.catalog.intake.IntakeFormat;
import org.commonsregistry.catalog.intake.Taken;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.testing.TestHome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CroissantDocumentTest {
  private static final Instant FIRST = Instant.parse("2026-11-23T08:00:00Z");
  private static final ObjectMapper JSON = new ObjectMapper();
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
  void everySeedRecordKeepsTheRulesOfTheSpecification() throws IOException {
    var versions = catalogue.all();
    assertThat(versions).hasSizeGreaterThanOrEqualTo(369);
    for (var version : versions) {
      assertThat(CroissantRules.faults(document(version))).as(version.id().slug()).isEmpty();
    }
  }

  @Test
  void theRulesFindWhatIsMissing() throws IOException {
    var document = (ObjectNode) document(catalogue.current("us-state-of-the-union"));
    document.remove(List.of("license", "creator"));
    ((ObjectNode) document.path("@context")).remove("recordSet");
    assertThat(CroissantRules.faults(document)).hasSize(3);
  }

  @Test
  void whatNoSourceStatesIsSaidToBeNotStated() throws IOException {
    var document = document(catalogue.current("us-state-of-the-union"));
    assertThat(document.path(CroissantDocument.NOT_STATED))
        .extracting(JsonNode::asText)
        .containsExactly("creator", "datePublished");
    assertThat(document.path("datePublished").asText()).isEqualTo("2026-11-23");
  }

  @Test
  void everyExportedFileComesInAgainAsItWentOut() throws IOException {
    for (var version : catalogue.all()) {
      var before = version.dataset();
      var after = again(version);
      assertThat(after.titles())
          .as(before.id().slug())
          .isEqualTo(englishUnlessNamed(before.titles(), after.titles()));
      assertThat(after.keywords()).containsAll(split(before.keywords()));
      assertThat(after.languages()).containsExactlyInAnyOrderElementsOf(before.languages());
      assertThat(after.issued()).isEqualTo(before.issued());
      assertThat(after.licences()).hasSameSizeAs(licences(before));
      assertThat(after.steward().map(Dataset.Steward::name))
          .isEqualTo(before.steward().map(Dataset.Steward::name));
      assertThat(files(after)).containsExactlyInAnyOrderElementsOf(files(before));
    }
  }

  private static Dataset again(DatasetVersion version) throws IOException {
    var taken = new ArrayList<Taken>();
    var bytes = text(version).getBytes(StandardCharsets.UTF_8);
    catalogue
        .get(IntakeFile.class)
        .read(
            new ByteArrayInputStream(bytes),
            IntakeFormat.JSON_LD,
            new IntakeFile.Origin("again", ""),
            taken::add);
    var read = ((Taken.Readable) taken.getFirst()).submission();
    assertThat(read.named()).contains(version.id()); // it is ours; here it shall stand apart
    var submission =
        new Submission(
            "again:" + version.id().slug(), Optional.empty(), read.titleOrId(), read.sets());
    var published =
        catalogue.get(Publishing.class).publish(submission, Actor.OPERATOR, OnCollision.RENAME);
    return switch (published) {
      case org.commonsregistry.catalog.Published.Recorded recorded ->
          catalogue.current(recorded.id().slug()).dataset();
      default -> throw new AssertionError(version.id() + ": " + published);
    };
  }

  private static java.util.Map<String, String> englishUnlessNamed(
      java.util.Map<String, String> before, java.util.Map<String, String> after) {
    return before.size() == 1
        ? java.util.Map.of(after.keySet().iterator().next(), before.values().iterator().next())
        : before;
  }

  private static List<String> split(List<String> keywords) {
    return keywords.stream().filter(word -> !word.contains(",")).toList();
  }

  private static List<Dataset.LicenceStatement> licences(Dataset dataset) {
    var declared =
        dataset.licences().stream().filter(it -> it.role() == Dataset.Role.DECLARED).toList();
    if (LicenceIris.single(dataset).isPresent()) {
      return declared.subList(0, 1);
    }
    return declared.isEmpty() ? dataset.licences() : declared;
  }

  private static List<String> files(Dataset dataset) {
    return dataset.distributions().stream()
        .map(Dataset.Distribution::downloadUrl)
        .filter(WebAddress::ok)
        .toList();
  }

  private static JsonNode document(DatasetVersion version) throws IOException {
    return JSON.readTree(text(version));
  }

  private static String text(DatasetVersion version) {
    return catalogue.get(CroissantDocument.class).of(version, FIRST);
  }
}
