package org.commonsregistry.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityBrowserTest {
  private static final List<String> PATHS =
      List.of(
          "",
          "search",
          "search?q=court&language=en&open=steward",
          "search?q=zzzzqqqq",
          "search?use=train&actor=commercial&place=DE&without=share-alike",
          "datasets/wikidata",
          "datasets/parish-maps",
          "datasets/parish-maps/provenance",
          "datasets/wikidata/terms",
          "datasets/alpaca-52k/terms?place=DE&actor=commercial&use=train",
          "datasets/redpajama-v2/terms",
          "datasets/bookcorpus/terms",
          "datasets/imagenet/terms?lang=de",
          "datasets/squad/terms?place=JP&date=2040-01-01&use=adapt",
          "datasets/wikidata/provenance",
          "datasets/wikidata/versions",
          "datasets/wikidata/api",
          "categories",
          "categories/science",
          "categories/court-opinions",
          "stewards",
          "stewards/wikimedia-foundation",
          "check",
          "check?title=Tides&description=How+the+Moon+moves+water&lang=de",
          "sparql",
          "ns",
          "api",
          "about",
          "nothing-here");

  private TestRegistry registry;
  private Browser browser;

  @BeforeAll
  void start() {
    registry = TestRegistry.seeded();
    publish("Archive", "Parish maps", "Maps.");
    publish("Museum", "Maps of parishes", "Old maps.");
    browser = new Browser(registry.address());
  }

  /** One dataset, that two sources word differently. */
  private void publish(String by, String title, String description) {
    var answer =
        registry.post(
            "api/v1/imports?name=a.ttl&by=" + by,
            "text/turtle",
            """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            <https://maps.example/1> a dcat:Dataset ; dct:identifier "https://maps.example/1" ;
              dct:title "%s"@en ; dct:description "%s"@en .
            """
                .formatted(title, description));
    assertThat(answer.body()).contains("\"refused\":0");
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
    registry.close();
  }

  static Stream<Arguments> pages() {
    return Accessibility.looks(PATHS);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageHasNoViolationAndDoesNotScrollSideways(String path, int width, ColorScheme scheme) {
    try (var page = browser.page(width, scheme)) {
      page.navigate(path);
      Accessibility.check(page);
    }
  }
}
