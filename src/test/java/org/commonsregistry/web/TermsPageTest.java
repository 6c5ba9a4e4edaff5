package org.commonsregistry.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The verdicts on the seed catalogue, and on a few records of our own, as people read them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TermsPageTest {
  private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
  private static final Pattern BRACKETED = Pattern.compile("\\[[a-z]+[.-][a-z.-]+]");
  private TestRegistry registry;

  @BeforeAll
  void start() {
    registry = TestRegistry.seeded();
    publish(
        "novel",
        "",
        "kind \"text\"",
        "licence \"none\"",
        "governmentAuthor \"none\"",
        "sourceCountry \"DE\"",
        "firstPublishedYear \"1955\"^^xsd:gYear",
        "creatorDeathYear \"1960\"^^xsd:gYear");
    publish("letters", "", "kind \"text\"");
    publish("diary", "", "kind \"text\"");
    publish("mixture", "<https://test.example/novel>", "licenceDeclaredBy \"rightsholder\"");
  }

  @AfterAll
  void stop() {
    registry.close();
  }

  private void publish(String name, String parent, String... facts) {
    var turtle =
        new StringBuilder(
            """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix prov: <http://www.w3.org/ns/prov#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix fact: <https://commonsregistry.org/ns/fact/> .
            <https://test.example/%1$s> a dcat:Dataset ; dct:title "%1$s"@en ;
              dct:identifier "https://test.example/%1$s"
            """
                .formatted(name));
    for (var fact : facts) {
      turtle.append("; fact:").append(fact).append('\n');
    }
    if (!parent.isEmpty()) {
      turtle.append("; prov:wasDerivedFrom ").append(parent).append('\n');
    }
    var answer = registry.post("api/v1/imports?by=Tester&name=a.ttl", "text/turtle", turtle + ".");
    assertThat(answer.body()).contains("\"refused\":0");
  }

  private String page(String path) {
    var response = registry.get(path, "Accept", HTML);
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }

  /** The text of a section, without marks. */
  private static String section(String body, String id) {
    var from = body.indexOf("id=\"" + id + "\"");
    assertThat(from).as("section " + id).isPositive();
    var to = body.indexOf("</section>", from);
    return text(body.substring(from + id.length() + 5, to));
  }

  private static String text(String html) {
    return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void aWaivedDatasetIsCommonsAndOwesNothing() {
    var body = page("datasets/gleif-lei-data/terms");
    assertThat(section(body, "answer"))
        .contains("Commons", "Anyone may train AI with it without asking. Nothing is owed");
    assertThat(section(body, "uses")).contains("It makes no difference who asks.", "permitted");
    assertThat(section(body, "why"))
        .contains("Free works are commons", "Said by", "CC0", "Rests on");
  }

  @Test
  void everyTabBeginsWithTheHeadlineAndLeadsToItsReasons() {
    for (var tab : new String[] {"", "/provenance", "/terms", "/versions", "/api"}) {
      assertThat(page("datasets/wikidata" + tab))
          .as(tab)
          .containsPattern("(?s)class=\"notice status commons\".{0,900}Anyone may train AI")
          .contains("<a href=\"/datasets/wikidata/terms\">Why");
    }
    assertThat(section(page("datasets/wikidata"), "answer"))
        .contains("Anyone may train AI with it without asking.");
  }

  @Test
  void anAttributionLicenceListsItsDutiesInWords() {
    assertThat(section(page("datasets/squad/terms"), "uses"))
        .contains("permitted, with duties", "name the source", "share alike")
        .contains("Pass on adapted data under the same or a compatible licence.")
        .contains("not certain", "not settled in law");
  }

  @Test
  void aNonCommercialDatasetSaysWhoMayAndThatOthersHaveToAsk() {
    var body = page("datasets/alpaca-52k/terms");
    assertThat(section(body, "answer"))
        .contains("Use restricted", "non-commercial users", "has to ask first");
    assertThat(section(page("datasets/alpaca-52k/terms?actor=commercial"), "uses"))
        .contains("Answers for: Commercial", "needs an agreement")
        .contains("It makes a difference who asks.");
    assertThat(section(page("datasets/alpaca-52k"), "answer"))
        .contains("Train a model", "needs an agreement");
  }

  @Test
  void whatNeedsAnAgreementSaysSo() {
    assertThat(section(page("datasets/redpajama-v2/terms"), "answer"))
        .contains("Needs an agreement", "needs an agreement with the rightsholder");
  }

  @Test
  void whatCannotBeDecidedNamesTheMissingFacts() {
    var body = page("datasets/letters/terms");
    assertThat(section(body, "answer"))
        .contains("Undetermined", "Nobody can say yet", "First to be found out:");
    assertThat(section(body, "missing")).contains("To be found out:", "It would help to decide");
    assertThat(section(body, "uses")).contains("unknown").doesNotContain("permitted");
  }

  @Test
  void aDisputeShowsBothSidesAndThatNobodyDecided() {
    assertThat(section(page("datasets/bookcorpus/terms"), "disputes"))
        .contains("What is stated", "Smashwords terms of service", "What is held against it")
        .contains("authors were not asked", "has not decided yet");
  }

  @Test
  void aDerivedDatasetNamesAndLinksWhatLimitsIt() {
    var body = page("datasets/squad/terms");
    assertThat(body).contains("<a href=\"/datasets/wikipedia-en/terms\">");
    assertThat(section(body, "parents")).contains("never freer", "None of these limits it.");
    assertThat(section(page("datasets/mixture/terms"), "parents"))
        .contains("novel", "they reach into this dataset");
  }

  @Test
  void aDayToComeIsNamedAndChoosingItMovesTheVerdict() {
    assertThat(section(page("datasets/novel/terms?place=DE&date=2027-01-01"), "answer"))
        .contains("Germany, on 1 January 2027", "1 January 2031", "public domain")
        .doesNotContain("Anyone may train");
    assertThat(section(page("datasets/novel/terms?place=DE&date=2031-01-01"), "answer"))
        .contains("Commons", "Anyone may train AI with it without asking.");
    assertThat(page("datasets/novel/terms?place=DE&date=2031-01-01"))
        .contains("<option value=\"DE\" selected>", "value=\"2031-01-01\"");
  }

  @Test
  void theChainOfOneAnswerNamesEachStatementAndItsSource() {
    var chain = section(page("datasets/alpaca-52k/terms?use=train&actor=commercial"), "chain");
    assertThat(chain)
        .contains("Train a model", "Commercial", "CC-BY-NC-4.0", "Said by Stanford Alpaca team")
        .contains("The answer: needs an agreement");
    assertThat(page("datasets/alpaca-52k/terms")).doesNotContain("id=\"chain\"");
  }

  @Test
  void anOldVersionIsJudgedAsItStoodAndSaysSo() {
    publish("diary", "", "kind \"law\"");
    var old =
        page("datasets/diary/versions")
            .replaceAll("(?s).*?href=\"/datasets/diary\\?asOf=(\\d+)\".*", "$1");
    var body = page("datasets/diary/terms?asOf=" + old);
    assertThat(text(body)).contains("an old version of the record", "Nobody can say yet");
    assertThat(body).contains("name=\"asOf\" value=\"" + old + "\"", "noindex");
  }

  @Test
  void aWithdrawnDatasetHasNoVerdict() {
    publish("gone", "", "kind \"text\"");
    registry
        .context()
        .getBean(Datasets.class)
        .withdraw(new DatasetId("gone"), Actor.OPERATOR, "Asked for.");
    var body = registry.get("datasets/gone", "Accept", HTML).body();
    assertThat(body).contains("withdrawn").doesNotContain("class=\"notice status");
    var old = page("datasets/gone/versions").replaceAll("(?s).*?\\?asOf=(\\d+)\".*", "$1");
    assertThat(page("datasets/gone/terms?asOf=" + old))
        .doesNotContain("class=\"notice status", "class=\"ruling", "id=\"uses\"");
  }

  @ParameterizedTest
  @CsvSource({"wikidata,", "novel,&place=DE", "squad,", "bookcorpus,"})
  void theVerdictOnThePageCanBeFetchedAndVerified(String slug, String place) throws Exception {
    var body = page("datasets/" + slug + "/terms?actor=research" + (place == null ? "" : place));
    var address = body.replaceAll("(?s).*href=\"/(api/v1/datasets/[^\"]*/verdict[^\"]*)\".*", "$1");
    var verdict = registry.get(address.replace("&amp;", "&")).body();
    var hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(verdict.getBytes(StandardCharsets.UTF_8)));
    assertThat(body).contains(">" + hash + "<");
    var verified = registry.post("api/v1/verify", "application/json", verdict).body();
    assertThat(new ObjectMapper().readTree(verified).get("outcome").asText()).isEqualTo("verified");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"place=Germany", "date=tomorrow", "actor=king", "use=sing", "date=1066-10-14"})
  void whatCannotBeReadIsRefusedWithWhatWasExpected(String query) {
    var response = registry.get("datasets/wikidata/terms?" + query, "Accept", HTML);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .contains("Expected", URLDecoder.decode(query.split("=")[1], StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({"en", "de"})
  void everyWordOnThePageIsInTheReadersLanguage(String language) {
    for (var slug : new String[] {"wikidata", "squad", "bookcorpus", "alpaca-52k", "novel"}) {
      for (var use : org.commonsregistry.terms.Use.values()) {
        var path = "datasets/" + slug + "/terms?place=DE&use=" + use.token() + "&lang=" + language;
        assertThat(BRACKETED.matcher(text(page(path))).results().map(r -> r.group()))
            .as(path)
            .isEmpty();
      }
    }
    assertThat(text(page("datasets/squad/terms?lang=" + language)))
        .contains(language.equals("de") ? "Die Antwort" : "The answer");
  }
}
