package org.commonsregistry.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonsregistry.ruleset.Rulesets;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulePagesBrowserTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DRY_RUN = "the dry run";
  private static final List<String> PATHS =
      List.of(
          "rules",
          "rules?place=DE&layer=status&q=official",
          "rules/us-published-95",
          "rules/eu-life-70",
          "rules/zone-contested?lang=de",
          "rulesets",
          "rulesets/commons-by-default/" + Rulesets.founding().hash().hex(),
          "rules/dry-runs",
          DRY_RUN,
          DRY_RUN + "?by=licence&lang=de",
          "offers",
          "offers/training-commercial-attribution",
          "offers/commons-reciprocal?lang=de",
          "offers/diff",
          "offers/diff?a=commons-open&b=model-output-flowdown");

  private TestRegistry registry;
  private Browser browser;
  private String dryRun;

  @BeforeAll
  void start() throws Exception {
    registry = TestRegistry.seeded();
    browser = new Browser(registry.address());
    dryRun = "rules/dry-runs/" + dryRun();
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
    registry.close();
  }

  /** One that makes some data freer, some stricter, and some undetermined. */
  private String dryRun() throws Exception {
    var policy =
        Rulesets.founding().files().stream()
            .filter(file -> file.path().equals("rules/policy.yaml"))
            .findFirst()
            .orElseThrow()
            .text()
            .replace("{zone: use-restricted, conditions: [limits-of-licence]}", "{zone: commons}")
            .replace("[attribution, share-alike-if-licence]", "[attribution]")
            .replace("when: {fact: status, in: [pd, waived]}", "when: {fact: status, is: pd}");
    var body = JSON.writeValueAsString(Map.of("files", Map.of("rules/policy.yaml", policy)));
    var begun = registry.post("api/v1/rules/dry-runs", "application/json", body);
    assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    var id = JSON.readTree(begun.body()).get("id").asText();
    var deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!registry.get("api/v1/rules/dry-runs/" + id).body().contains("\"done\",")) {
      assertThat(System.nanoTime()).as("it ends").isLessThan(deadline);
      Thread.sleep(100);
    }
    return id;
  }

  static Stream<Arguments> pages() {
    return Accessibility.looks(PATHS);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageHasNoViolationAndDoesNotScrollSideways(String path, int width, ColorScheme scheme) {
    try (var page = browser.page(width, scheme)) {
      page.navigate(path.replace(DRY_RUN, dryRun));
      Accessibility.check(page);
    }
  }

  @Test
  void withoutScriptsRulesAreFilteredReadAndOffersCompared() {
    try (var page = browser.pageWithoutScripts()) {
      page.navigate("rules");
      page.locator("#place").selectOption("DE");
      page.locator("#q").fill("amtliche");
      page.locator("form[action^='/rules'] button").click();
      assertThat(page).hasURL(Pattern.compile(".*place=DE.*"));
      page.locator("main a[href='/rules/germany-official-works']").click();
      assertThat(page.locator("#when")).isVisible();
      assertThat(page.locator("main")).containsText("Urheberrechtsgesetz");
      page.navigate("offers");
      page.locator("#a").selectOption("commons-open");
      page.locator("#b").selectOption("eval-public");
      page.locator("form[action='/offers/diff'] button").click();
      assertThat(page.locator("#changes")).isVisible();
    }
  }

  @Test
  void thePictureOfADryRunHasWordsAndATableBehindIt() {
    try (var page = browser.page(Browser.PHONE, ColorScheme.LIGHT)) {
      page.navigate(dryRun);
      assertThat(page.locator(".flow svg[role=img]"))
          .hasAttribute("aria-label", Pattern.compile(".*go(es)? from “.*” to “.*"));
      assertThat(page.locator("table.matrix tbody tr")).hasCount(4);
      page.locator("nav.tabs a[href^='?by=licence']").click();
      assertThat(page.locator("nav.tabs [aria-current=page]")).hasText("Licence family");
    }
  }
}
