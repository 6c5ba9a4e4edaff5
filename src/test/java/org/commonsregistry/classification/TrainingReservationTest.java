package org.commonsregistry.classification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.rdf.BaseIri;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a signal does to the zone and to the answers, from publishing to the interfaces. */
class TrainingReservationTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OPEN =
      "commons:declaredLicence [ a commons:LicenceStatement ; commons:licenceText \"CC-BY-4.0\" ;"
          + " dct:license <https://creativecommons.org/licenses/by/4.0/> ] ;"
          + " fact:licenceDeclaredBy \"rightsholder\"";
  private static final String FREE =
      "fact:kind \"text\" ; fact:sourceCountry \"US\" ;"
          + " fact:creatorDeathYear \"1891\"^^xsd:gYear ;"
          + " fact:firstPublishedYear \"1851\"^^xsd:gYear";
  private static TestRegistry registry;

  @BeforeAll
  static void start() {
    registry = TestRegistry.empty();
  }

  @AfterAll
  static void stop() {
    registry.close();
  }

  @Test
  void anOpenLicenceWithoutASignalIsCommons() {
    publish("plain", OPEN);
    assertThat(explanation("plain").path("zone").asText()).isEqualTo("commons");
    assertThat(explanation("plain").path("signals")).isEmpty();
    assertThat(training("plain").path("uncertain").toString()).doesNotContain("preference");
  }

  @Test
  void aReservationOnAnOpenLicenceIsRespectedAndShown() {
    publish("reserved", OPEN, signal("content-usage", "train-ai=n, search=y"));
    var explanation = explanation("reserved");
    assertThat(explanation.path("zone").asText()).isEqualTo("use-restricted");
    assertThat(explanation.findValuesAsText("id")).contains("zone-train-reserved");
    var evidence = evidence(explanation);
    assertThat(evidence.path("value").asText()).isEqualTo("true");
    assertThat(evidence.path("said").asText()).isEqualTo("train-ai=n, search=y");
    assertThat(evidence.path("where").asText()).isEqualTo("https://a.example/robots.txt");
    assertThat(evidence.path("when").asText()).isEqualTo("2020-01-02");
    var signal = explanation.path("signals").path(0);
    assertThat(signal.path("raw").asText()).isEqualTo("train-ai=n, search=y");
    assertThat(signal.path("says").toString())
        .contains("Asked not to: train generative models.", "Welcome: make searchable.");
    assertThat(signal.path("reservesTraining").asBoolean()).isTrue();
    var training = training("reserved");
    assertThat(training.path("answer").asText()).isIn("PERMITTED", "WITH_DUTIES");
    assertThat(training.path("uncertain").toString()).contains("preference-against");
    assertThat(training.path("chain").findValuesAsText("does"))
        .containsOnlyOnce("step.preference.disallow");
  }

  @Test
  void nobodyCanReserveWhatIsFree() {
    publish("free", FREE, signal("content-usage", "train-ai=n"));
    assertThat(explanation("free").path("zone").asText()).isEqualTo("commons");
    assertThat(evidence(explanation("free")).path("value").asText()).isEqualTo("true");
    assertThat(training("free").path("uncertain").toString()).contains("preference-against");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "malformed    | content-usage  | train-ai=maybe | ",
        "nonsense     | rsl            | <rsl           | ",
        "search-only  | content-signal | search=no      | ",
        "welcome      | content-usage  | train-ai=y     | ",
        "early-draft  | content-usage  | train-genai=n  | legacy-label",
        "in-return    | cc-signal      | train-ai=n;exceptions=cc-cr | preference-condition",
      })
  void whatIsNoPlainReservationOfTodayMovesNoZone(
      String slug, String form, String raw, String flag) {
    publish(slug, OPEN, signal(form, raw));
    assertThat(explanation(slug).path("zone").asText()).isEqualTo("commons");
    assertThat(evidence(explanation(slug)).isMissingNode()).isTrue();
    var uncertain = training(slug).path("uncertain").toString();
    if (flag == null) {
      assertThat(uncertain).doesNotContain("preference", "legacy");
    } else {
      assertThat(uncertain).contains(flag);
    }
  }

  @Test
  void theMostRestrictiveOfSeveralSignalsCounts() {
    publish(
        "several",
        OPEN,
        signal("content-usage", "train-ai=y"),
        signal("tdmrep", "tdm-reservation: 1"));
    assertThat(explanation("several").path("zone").asText()).isEqualTo("use-restricted");
    assertThat(evidence(explanation("several")).path("said").asText())
        .isEqualTo("tdm-reservation: 1");
  }

  @Test
  void whoWeighedTheSignalIsHeardBeforeIt() {
    publish(
        "weighed", OPEN + " ; fact:trainingReserved false", signal("content-usage", "train-ai=n"));
    assertThat(explanation("weighed").path("zone").asText()).isEqualTo("commons");
    assertThat(training("weighed").path("uncertain").toString()).contains("preference-against");
  }

  @Test
  void aStatedReservationAndASignalAreTwoVoicesInTheAnswer() {
    publish("stated", OPEN + " ; fact:trainingReserved true", signal("content-usage", "search=y"));
    assertThat(explanation("stated").path("zone").asText()).isEqualTo("use-restricted");
    assertThat(training("stated").path("chain").findValuesAsText("does"))
        .contains("step.preference.disallow");
  }

  @Test
  void aFileOfTheHostIsReadForWhereTheDatasetIs() {
    var rules =
        "User-agent: *\\nContent-Usage: /data/elsewhere train-ai=n\\nContent-Usage: train-ai=y";
    publish("elsewhere", OPEN, signal("robots", rules.replace("elsewhere", "elsewhere-not")));
    assertThat(explanation("elsewhere").path("zone").asText()).isEqualTo("commons");
    publish("elsewhere-too", OPEN, signal("robots", rules));
    assertThat(explanation("elsewhere-too").path("zone").asText()).isEqualTo("use-restricted");
  }

  @Test
  void searchTokensTellDatasetsWithAndWithoutSignalsApart() {
    publish("quiet", OPEN);
    publish("asking", OPEN, signal("cc-signal", "train-ai=n;exceptions=cc-cr-ec"));
    assertThat(tokens("quiet")).contains("headline/train:anyone");
    assertThat(tokens("asking"))
        .contains("headline/train:anyone", "headline/train!contribute-ecosystem");
    assertThat(tokens("quiet")).doesNotContain("headline/train!contribute-ecosystem");
  }

  @Test
  void aSignalOfAnUnknownFormIsRefusedWithTheFormsThereAre() {
    var answer =
        registry.post("api/v1/datasets", "text/turtle", turtle("odd", OPEN, signal("please", "n")));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("content-usage");
  }

  private static Set<String> tokens(String slug) {
    var version =
        registry.context().getBean(Datasets.class).current(new DatasetId(slug)).orElseThrow();
    return registry
        .context()
        .getBean(TermTokens.class)
        .of(version.dataset(), version.sequence())
        .tokens();
  }

  private static String signal(String form, String raw) {
    return "commons:preference [ a commons:Preference ; commons:signal \"%s\" ; commons:raw \"%s\" ;"
            .formatted(form, raw)
        + " commons:carrier \"robots.txt\" ; dct:date \"2020-01-02\"^^xsd:date ;"
        + " dct:source <https://a.example/robots.txt> ]";
  }

  private static void publish(String slug, String terms, String... signals) {
    var answer = registry.post("api/v1/datasets", "text/turtle", turtle(slug, terms, signals));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static String turtle(String slug, String terms, String... signals) {
    var address = registry.context().getBean(BaseIri.class).toPublic("urn:commons:dataset:" + slug);
    return """
        @prefix commons: <https://commonsregistry.org/ns#> .
        @prefix dcat: <http://www.w3.org/ns/dcat#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        @prefix fact: <https://commonsregistry.org/ns/fact/> .
        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <%s> a dcat:Dataset ;
          dct:title "Harbour log %s"@en ; dct:description "Arrivals of ships."@en ;
          dcat:distribution [ a dcat:Distribution ;
            dcat:accessURL <https://a.example/data/%s> ] ;
          %s .
        """
        .formatted(address, slug, slug, String.join(" ;\n", concat(terms, signals)));
  }

  private static List<String> concat(String first, String... others) {
    var all = new ArrayList<>(List.of(first));
    all.addAll(List.of(others));
    return all;
  }

  private static JsonNode explanation(String slug) {
    return json("api/v1/datasets/" + slug + "/explanation");
  }

  private static JsonNode training(String slug) {
    return json("api/v1/permissions?use=train&dataset=" + slug).path("answers").path("train");
  }

  private static JsonNode evidence(JsonNode explanation) {
    for (var evidence : explanation.path("evidence")) {
      if (evidence.path("fact").asText().equals("trainingReserved")) {
        return evidence;
      }
    }
    return MissingNode.getInstance();
  }

  private static JsonNode json(String path) {
    try {
      return JSON.readTree(registry.get(path).body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
