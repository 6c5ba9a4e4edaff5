package org.commonsregistry.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyBrowserTest {
  private TestRegistry registry;
  private Browser browser;

  @BeforeAll
  void start() {
    registry = TestRegistry.seeded();
    browser = new Browser(registry.address());
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
    registry.close();
  }

  @Test
  void withoutScriptsASearchIsNarrowedWidenedAndLeadsToADataset() {
    try (var page = browser.pageWithoutScripts()) {
      page.navigate("");
      page.locator("#q").fill("court");
      page.locator(".searchbox button").click();
      assertThat(page).hasURL(Pattern.compile(".*/search\\?q=court"));
      var before = page.locator("h1").textContent();
      page.locator("details.filters > summary").click();
      page.locator("#facet-language a", new Page.LocatorOptions().setHasText("German"))
          .first()
          .click();
      assertThat(page).hasURL(Pattern.compile(".*language=de.*"));
      assertThat(page.locator("h1").textContent()).isNotEqualTo(before);
      page.locator(".pills a").first().click();
      assertThat(page.locator("h1").textContent()).isEqualTo(before);
      page.locator(".hit a").first().click();
      assertThat(page).hasURL(Pattern.compile(".*/datasets/.*"));
      page.locator(".tabs a").nth(2).click();
      assertThat(page.locator("#answer")).isVisible();
    }
  }

  @Test
  void withoutScriptsAQuestionAboutTermsIsAskedForAnotherPlaceAndPerson() {
    try (var page = browser.pageWithoutScripts()) {
      page.navigate("datasets/alpaca-52k");
      page.locator(".notice.status a").click();
      assertThat(page).hasURL(Pattern.compile(".*/datasets/alpaca-52k/terms"));
      page.locator("#place").selectOption("DE");
      page.locator("#date").fill("2027-01-01");
      page.locator("#actor").selectOption("commercial");
      page.locator(".question button").click();
      assertThat(page).hasURL(Pattern.compile(".*place=DE&date=2027-01-01&actor=commercial.*"));
      assertThat(page.locator(".ruling")).containsText("Germany, on 1 January 2027");
      assertThat(page.locator("#place")).hasValue("DE");
      var why = page.locator(".mayuse tbody tr").first().locator(".why");
      why.click();
      assertThat(page).hasURL(Pattern.compile(".*actor=commercial&use=train#chain"));
      assertThat(page.locator(".chain > li").first()).isVisible();
      assertThat(page.locator(".outcome")).containsText("needs an agreement");
    }
  }

  @Test
  void theKeyboardAloneReachesTheStepsOfAnAnswer() {
    try (var page = browser.page(Browser.DESKTOP, ColorScheme.DARK)) {
      page.navigate("datasets/wikidata/terms");
      page.locator("#actor").focus();
      page.keyboard().type("Research");
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pattern.compile(".*actor=research.*"));
      page.locator(".mayuse .why").first().focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("#chain")).isInViewport();
    }
  }

  @Test
  void withoutScriptsSomebodyAsksWhatMayBeTrainedOn() {
    try (var page = browser.pageWithoutScripts()) {
      page.navigate("search");
      var all = page.locator("h1").textContent();
      page.navigate("");
      page.locator("#ask-use").selectOption("train");
      page.locator("#ask-actor").selectOption("commercial");
      page.locator("#ask-place").selectOption("DE");
      page.locator("form.ask input[value=share-alike]").check();
      page.locator("form.ask button").click();
      assertThat(page.locator(".pills li")).hasCount(4);
      assertThat(page.locator("h1")).not().hasText(all);
      assertThat(page.locator(".hit").first()).isVisible();
      page.locator(".pills .clear").click();
      assertThat(page.locator("h1")).hasText(all);
    }
  }

  @Test
  void theKeyboardAloneReachesResultsAndFocusIsAlwaysSeen() {
    try (var page = browser.page(Browser.DESKTOP, ColorScheme.LIGHT)) {
      page.navigate("");
      page.keyboard().press("Tab");
      assertThat(page.locator(".skip")).isFocused();
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      assertThat(page.locator("#q")).isFocused();
      page.keyboard().type("wikidata");
      page.keyboard().press("Enter");
      assertThat(page).hasURL(Pattern.compile(".*/search\\?q=wikidata"));
      var unseen = new ArrayList<Object>();
      for (var i = 0; i < 40; i++) {
        page.keyboard().press("Tab");
        if (Boolean.FALSE.equals(
            page.evaluate(
                "(() => { const e = document.activeElement; const s = getComputedStyle(e);"
                    + " return e === document.body || s.outlineStyle !== 'none'; })()"))) {
          unseen.add(page.evaluate("document.activeElement.outerHTML"));
        }
      }
      assertThat(unseen).isEmpty();
    }
  }

  @Test
  void languageAndThemeAreRememberedFromPageToPage() {
    try (var page = browser.page(Browser.DESKTOP, ColorScheme.LIGHT)) {
      page.navigate("search?q=law");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Deutsch")).click();
      assertThat(page.locator("html")).hasAttribute("lang", "de");
      assertThat(page).hasURL(Pattern.compile(".*q=law&lang=de"));
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Dunkel")).click();
      page.navigate("categories");
      assertThat(page.locator("h1")).hasText("Kategorien");
      assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }
  }

  @Test
  void everyValueOfAFacetCanBeShownAndSearched() {
    try (var page = browser.page(Browser.DESKTOP, ColorScheme.LIGHT)) {
      page.navigate("search");
      page.locator("#facet-language .more").click();
      assertThat(page.locator("#facet-language li").count()).isGreaterThan(10);
      page.locator("#facet-language input[type=search]").fill("swah");
      page.keyboard().press("Enter");
      assertThat(page.locator("#facet-language li")).hasCount(1);
    }
  }

  @Test
  void theQueryPageShowsAnAnswerAsATable() {
    try (var page = browser.page(Browser.DESKTOP, ColorScheme.LIGHT)) {
      page.navigate("sparql");
      page.locator("#query").fill("SELECT ?d WHERE { ?d a dcat:Dataset } LIMIT 3");
      page.locator("form.query button").click();
      assertThat(page.locator("#result tbody tr")).hasCount(3);
      page.locator("#query").fill("DELETE WHERE { ?s ?p ?o }");
      page.locator("form.query button").click();
      assertThat(page.locator("#result .notice")).isVisible();
    }
  }

  @Test
  void withoutScriptsTheQueryPageShowsAnAnswerAsATable() {
    try (var page = browser.pageWithoutScripts()) {
      page.navigate("sparql");
      page.locator("#query").fill("SELECT ?d WHERE { ?d a dcat:Dataset } LIMIT 3");
      page.locator("form.query button").click();
      assertThat(page.locator("#result tbody tr")).hasCount(3);
      assertThat(page.locator("#query")).hasValue(Pattern.compile(".*LIMIT 3"));
      page.locator("#query").fill("DELETE WHERE { ?s ?p ?o }");
      page.locator("form.query button").click();
      assertThat(page.locator("#result .notice")).isVisible();
      assertThat(page.locator("#query")).hasValue("DELETE WHERE { ?s ?p ?o }");
    }
  }

  @Test
  void theAnswerToAFormSentWithoutScriptsIsAccessible() {
    for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      for (var query : new String[] {"SELECT * { ?s ?p ?o } LIMIT 9", "SELECT * { ?s ?p }"}) {
        try (var page = browser.page(Browser.PHONE, scheme)) {
          page.navigate("sparql");
          page.locator("#query").fill(query);
          // Sends the form as a browser does that runs no script.
          page.waitForNavigation(
              () -> page.evaluate("document.querySelector('form.query').submit()"));
          assertThat(page.locator("#result")).isVisible();
          assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        }
      }
    }
  }

  @Test
  void aWithdrawnDatasetSaysWhyAndKeepsItsHistory() {
    registry
        .context()
        .getBean(Datasets.class)
        .withdraw(new DatasetId("jargon-file"), Actor.OPERATOR, "Its steward asked for it.");
    for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      try (var page = browser.page(Browser.PHONE, scheme)) {
        assertThat(page.navigate("datasets/jargon-file").status()).isEqualTo(410);
        assertThat(page.locator("main")).containsText("Its steward asked for it.");
        assertThat(page.locator("meta[name=robots]")).hasAttribute("content", "noindex");
        assertThat(page.locator("main")).not().containsText("Get the data");
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        page.locator("main a[href$=versions]").click();
        assertThat(page.locator("tbody tr")).hasCount(2);
        page.locator("tbody tr a").last().click();
        assertThat(page.locator(".older")).isVisible();
        assertThat(page.locator("h1")).containsText("Jargon File");
      }
    }
  }

  @Test
  void onPaperThereIsTheRecordAndNoNavigation() {
    for (var width : new int[] {Browser.PHONE, Browser.DESKTOP}) {
      try (var page = browser.page(width, ColorScheme.DARK)) {
        page.navigate("datasets/wikidata?theme=dark");
        assertThat(page.locator(".tabs")).isVisible();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (var hidden :
            new String[] {".tabs", ".menu", ".colophon", ".skip", ".copy", "#similar"}) {
          for (var each : page.locator(hidden).all()) {
            assertThat(each).isHidden();
          }
        }
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator(".facts").first()).isVisible();
        assertThat(page.locator(".statement").first()).isVisible();
        assertThat(page.locator(".cite")).isVisible();
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(255, 255, 255)");
        assertThat(page.locator("h1")).hasCSS("color", "rgb(26, 29, 33)");
        assertThat(new AxeBuilder(page).withRules(List.of("color-contrast")).analyze())
            .extracting(AxeResults::getViolations, InstanceOfAssertFactories.LIST)
            .isEmpty();
      }
    }
  }

  @Test
  void everyExampleQueryHasAnAnswer() {
    try (var page = browser.page(Browser.DESKTOP, ColorScheme.LIGHT)) {
      page.navigate("sparql");
      var queries =
          page.locator("#examples ~ div pre, section[aria-labelledby=examples] pre")
              .allTextContents();
      assertThat(queries).hasSizeGreaterThan(5);
      for (var query : queries) {
        page.locator("#query").fill(query);
        page.locator("form.query button").click();
        assertThat(page.locator("#result tbody tr").first()).isVisible();
      }
    }
  }

  @Test
  void theEditorOpensFromOurOwnServer() {
    try (var page = browser.page(Browser.DESKTOP, ColorScheme.LIGHT)) {
      var foreign = new ArrayList<String>();
      page.onRequest(
          request -> {
            if (!request.url().startsWith(registry.address().toString())
                && !request.url().startsWith("data:")
                && !request.url().startsWith("blob:")) {
              foreign.add(request.url());
            }
          });
      page.navigate("sparql?editor");
      assertThat(page.locator(".yasgui .CodeMirror").first()).isVisible();
      assertThat(foreign).isEmpty();
    }
  }

  @Test
  void noPageReportsAnErrorInTheConsole() {
    try (var page = browser.page(Browser.DESKTOP, ColorScheme.DARK)) {
      var errors = new ArrayList<String>();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              errors.add(page.url() + ": " + message.text());
            }
          });
      for (var path : new String[] {"", "search?q=law", "datasets/wikidata", "sparql", "ns"}) {
        page.navigate(path);
      }
      assertThat(errors).isEmpty();
    }
  }
}
