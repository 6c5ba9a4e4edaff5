package org.commonsregistry.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalTest {
  private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
  private TestRegistry registry;

  @BeforeAll
  void start() {
    registry = TestRegistry.empty();
    publish("Deeds & \"quotes\" </script><b>", "");
    publish("Deeds, renamed", "dct:description \"Land deeds of <i>one</i> county.\"@en ;");
    publishMaps("Archive", "Parish maps", "Maps of parishes.");
    publishMaps("Museum", "Maps of parishes", "Old maps.");
  }

  @AfterAll
  void stop() {
    registry.close();
  }

  /**
   * By bulk import, which is more patient than publishing: the page has to cope with what gets in.
   */
  private void publish(String title, String more) {
    var turtle =
        """
        @prefix dcat: <http://www.w3.org/ns/dcat#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        <http://localhost:8080/datasets/deeds> a dcat:Dataset ; dct:identifier "deeds" ; %s
          dct:title "%s"@en ;
          dct:license <https://creativecommons.org/licenses/by/4.0/> ;
          dcat:landingPage <javascript:alert(1)> , <https://data.example.org/deeds/> .
        """
            .formatted(more, title.replace("\"", "\\\""));
    load("Tester", turtle);
  }

  private void publishMaps(String by, String title, String description) {
    load(
        by,
        """
        @prefix dcat: <http://www.w3.org/ns/dcat#> .
        @prefix dct: <http://purl.org/dc/terms/> .
        <https://maps.example/1> a dcat:Dataset ; dct:identifier "https://maps.example/1" ;
          dct:title "%s"@en , "Karten"@de ; dct:description "%s"@en .
        """
            .formatted(title, description));
  }

  private void load(String by, String turtle) {
    var response =
        registry.post("api/v1/imports?by=" + by + "&name=some.ttl", "text/turtle", turtle);
    assertThat(response.body()).contains("\"type\":\"done\"").contains("\"refused\":0");
    var number = response.body().replaceAll("(?s).*\"sequence\":(\\d+).*", "$1");
    assertThat(registry.get("api/v1/views", "Commons-Sequence", number).statusCode())
        .isEqualTo(200);
  }

  private HttpResponse<String> page(String path, String... headers) {
    if (headers.length > 0) {
      return registry.get(path, headers);
    }
    return registry.get(path, "Accept", HTML);
  }

  @Test
  void aDatasetPageShowsTheStandingVersionAndWhoSaidIt() {
    var response = page("datasets/deeds");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains("<h1>Deeds, renamed</h1>", "Said by Tester", "Nobody can say yet")
        .contains("Land deeds of &lt;i>one&lt;/i> county.")
        .doesNotContain("href=\"javascript:");
  }

  @Test
  void whatSourcesCallItDifferentlyStandsBesideTheTitleWithWhoSaidIt() {
    var body = page("datasets/parish-maps").body();
    var title = body.contains("<h1>Parish maps</h1>") ? "Parish maps" : "Maps of parishes";
    var others =
        body.substring(body.indexOf("Sources also call it"), body.indexOf("class=\"tabs\""));
    assertThat(others)
        .contains(
            title.equals("Parish maps") ? "Maps of parishes" : "Parish maps",
            title.equals("Parish maps") ? "Said by Museum" : "Said by Archive")
        .doesNotContain("Karten");
    assertThat(body).contains("Sources also describe it as", "Maps of parishes.", "Old maps.");
    assertThat(page("datasets/parish-maps/provenance").body())
        .containsPattern("(?s)id=\"wordings\".*Parish maps.*Said by Archive")
        .containsPattern("(?s)id=\"wordings\".*Maps of parishes.*Said by Museum");
    assertThat(page("datasets/parish-maps?lang=de").body()).doesNotContain("Quellen nennen ihn");
    assertThat(page("datasets/deeds").body()).doesNotContain("Sources also");
  }

  @Test
  void theApiGivesEveryDifferingWordingWithItsSources() throws Exception {
    var dataset =
        new ObjectMapper()
            .readTree(page("api/v1/datasets/parish-maps", "Accept", "application/json").body())
            .get("dataset");
    var said = new HashMap<String, String>();
    for (var wording : dataset.get("titleWordings")) {
      var source = dataset.get("sources").get(wording.get("sources").get(0).asText());
      said.put(wording.get("text").asText(), source.get("by").asText());
    }
    assertThat(said)
        .containsOnly(Map.entry("Parish maps", "Archive"), Map.entry("Maps of parishes", "Museum"));
    assertThat(dataset.get("descriptionWordings")).hasSize(2);
  }

  @Test
  void anOldVersionSaysSoAndIsNotIndexed() {
    var versions = page("datasets/deeds/versions").body();
    var old = versions.substring(versions.indexOf("href=\"/datasets/deeds?asOf=") + 7);
    var body = page(old.substring(0, old.indexOf('"'))).body();
    assertThat(body)
        .contains("version 1 of this record", "noindex")
        .contains("Deeds &amp; \"quotes\" &lt;/script&gt;&lt;b&gt;");
  }

  @Test
  void twoVersionsAreComparedStatementByStatement() {
    assertThat(page("datasets/deeds/versions?from=1&to=2").body())
        .contains("class=\"added\"", "class=\"removed\"", "Deeds, renamed");
  }

  @Test
  void theLanguageIsTheChosenElseTheRememberedElseThePreferred() {
    assertThat(page("?lang=de").body()).contains("<html lang=\"de\"");
    assertThat(page("?lang=de").headers().firstValue("Set-Cookie").orElse(""))
        .contains("lang=de", "SameSite=Lax");
    assertThat(page("", "Accept", HTML, "Cookie", "lang=de").body()).contains("<html lang=\"de\"");
    assertThat(page("", "Accept", HTML, "Accept-Language", "fr, de;q=0.7, en;q=0.3").body())
        .contains("<html lang=\"de\"");
    assertThat(page("", "Accept", HTML, "Accept-Language", "fr").body())
        .contains("<html lang=\"en\"");
  }

  @Test
  void aPageThatHasNotChangedIsNotSentAgain() {
    var tag = page("about").headers().firstValue("ETag").orElseThrow();
    assertThat(page("about", "Accept", HTML, "If-None-Match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void errorsLookLikeTheRestAndSayWhatToDo() {
    var missing = page("datasets/never-was");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("class=\"masthead\"", "/search?q=never-was");
    assertThat(page("search?after=nonsense").statusCode()).isEqualTo(400);
    var refused = page("api/v1/search?after=nonsense", "Accept", "application/json");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("This cursor cannot be followed", "`next`");
    assertThat(page("datasets/deeds?asOf=yesterday").statusCode()).isEqualTo(400);
  }

  @Test
  void aSearchSaysWhatOneWantsToDoAndLetsEachPartBeTakenBack() {
    var asked = page("search?use=train&actor=commercial&place=DE&without=share-alike");
    assertThat(asked.statusCode()).isEqualTo(200);
    assertThat(asked.body())
        .contains(
            "href=\"/search?use=train&amp;actor=commercial&amp;without=share-alike\"",
            "href=\"/search?use=train&amp;actor=commercial&amp;place=DE\"",
            "href=\"/search?place=DE\"",
            "<option value=\"DE\" selected>Germany</option>",
            "value=\"share-alike\" checked",
            "/api/v1/search?use=train&amp;actor=commercial&amp;place=DE&amp;without=share-alike",
            "/search.atom?use=train&amp;actor=commercial&amp;place=DE&amp;without=share-alike");
    var refused = page("search?use=steal");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("class=\"masthead\"", "redistribute");
    assertThat(page("search.atom?place=Bavaria").statusCode()).isEqualTo(400);
  }

  @Test
  void staticFilesAreKeptForEverAndOnlyUnderTheirHash() {
    var body = page("").body();
    var at = body.indexOf("/static/styles/");
    var css = body.substring(at + 1, body.indexOf('"', at));
    assertThat(page(css).headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(
            page(css.replaceAll("[0-9a-f]{12}", "000000000000"))
                .headers()
                .firstValue("Cache-Control")
                .orElse(""))
        .isEqualTo("no-cache");
    assertThat(page("static/styles/commons.css").statusCode()).isEqualTo(404);
  }

  @Test
  void theVocabularyComesInTheFormAskedFor() {
    assertThat(page("ns").body()).contains("id=\"LicenceStatement\"");
    assertThat(page("ns", "Accept", "text/turtle").body()).contains("commons:LicenceStatement");
    assertThat(page("ns.jsonld").headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/ld+json");
    assertThat(page("ns.xyz").statusCode()).isEqualTo(404);
  }

  @Test
  void everyPageThatShouldBeFoundIsInTheSitemap() {
    assertThat(page("sitemap.xml").body()).contains("/sitemap-1.xml");
    assertThat(page("sitemap-1.xml").body()).contains("/datasets/deeds<", "/categories/books<");
    assertThat(page("sitemap-2.xml").statusCode()).isEqualTo(404);
    assertThat(page("robots.txt").body()).contains("Sitemap: http");
  }

  @Test
  void citationsAreEscapedForTheirFormat() {
    assertThat(page("datasets/deeds/citation.bib").body()).startsWith("@misc{");
    assertThat(page("datasets/deeds/citation.ris").body()).contains("TY  - DATA\r\n");
    assertThat(page("datasets/deeds/citation.cff").body()).contains("title: \"Deeds, renamed\"");
  }
}
