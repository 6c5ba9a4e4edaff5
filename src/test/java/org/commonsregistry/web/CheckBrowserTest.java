package org.commonsregistry.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonsregistry.testing.TestRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckBrowserTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path EXAMPLE = Path.of("data/texts/example.txt");
  private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

  /** All words that a request may have: the names of its own fields. */
  private static final Set<String> OWN =
      Set.of("fingerprint", "scale", "documents", "words", "shingles", "hashes");

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
  void aTextIsCheckedAndOnlyNumbersLeaveTheBrowser() throws IOException {
    try (var page = browser.page(Browser.DESKTOP, ColorScheme.LIGHT)) {
      page.navigate("check");
      var asked = new ArrayList<Request>();
      page.onRequest(asked::add);
      check(page, Files.readString(EXAMPLE));
      assertThat(page.locator(".report h2")).isVisible();
      assertThat(page.locator(".pair")).hasCount(2);
      assertThat(page.locator(".pair").first().locator("mark").first()).isVisible();
      assertThat(page.locator("#kept + p")).containsText("no text");
      var posted = asked.stream().filter(request -> request.method().equals("POST")).toList();
      assertThat(posted).extracting(Request::url).allMatch(url -> url.endsWith("/check"));
      assertThat(posted).hasSize(1);
      assertThat(words(posted.getFirst().postData())).isSubsetOf(OWN);
      // The others ask for the candidates' texts by number, in a set order.
      var others = asked.stream().filter(request -> !request.method().equals("POST")).toList();
      assertThat(others).extracting(Request::postData).containsOnlyNulls();
      assertThat(others)
          .extracting(Request::url)
          .allMatch(url -> url.matches(".*/(records/\\d+|static/[a-z0-9./-]+|favicon.svg)"));
    }
  }

  @Test
  void whatWasSentCanBeSeenWordForWord() throws IOException {
    try (var page = browser.page(Browser.DESKTOP, ColorScheme.LIGHT)) {
      page.navigate("check");
      var asked = new ArrayList<String>();
      page.onRequest(
          request -> {
            if (request.method().equals("POST")) {
              asked.add(request.postData());
            }
          });
      check(page, Files.readString(EXAMPLE));
      var download = page.waitForDownload(() -> page.locator("[data-sent] a").click());
      assertThat(Files.readString(download.path())).isEqualTo(asked.getFirst());
      var hashes = JSON.readTree(asked.getFirst()).at("/documents/0/hashes");
      assertThat(hashes).isNotEmpty();
      var ascending = new ArrayList<String>();
      hashes.forEach(hash -> ascending.add(hash.textValue()));
      assertThat(ascending).isSorted().allMatch(hash -> hash.matches("0[0-9a-f]{15}"));
    }
  }

  @Test
  void aShortTextGetsNoFigureButItsPassages() throws IOException {
    try (var page = browser.page(Browser.PHONE, ColorScheme.DARK)) {
      page.navigate("check");
      var text = Files.readString(Path.of("data/texts/how-tides-work.md"));
      check(page, text.substring(text.length() - 700));
      assertThat(page.locator(".report h2")).containsText("too short");
      assertThat(page.locator(".report")).hasClass(Pattern.compile(".*not-enough-evidence.*"));
      assertThat(page.locator(".pair mark").first()).isVisible();
      assertThat(page.locator(".report > .sharebar")).hasCount(0);
    }
  }

  @Test
  void anExampleIsOneClickAwayAndItsReportIsAccessible() {
    for (var scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      for (int width : new int[] {Browser.PHONE, Browser.DESKTOP}) {
        try (var page = browser.page(width, scheme)) {
          page.navigate("check?lang=" + (width == Browser.PHONE ? "de" : "en"));
          page.locator("[data-run]").click();
          assertThat(page.locator(".pair").first()).isVisible();
          assertThat(page.locator("#progress")).isHidden();
          assertThat(page.locator(".report h2")).isFocused();
          page.locator(".whole > summary").first().click();
          assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
          assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
              .isEqualTo(0);
        }
      }
    }
  }

  @Test
  void whatIsTooLargeOrNoTextIsRefusedBeforeAnythingIsSent() {
    try (var page = browser.page(Browser.DESKTOP, ColorScheme.LIGHT)) {
      page.navigate("check");
      var asked = new ArrayList<String>();
      page.onRequest(request -> asked.add(request.url()));
      page.locator("#files").setInputFiles(file("line.txt", "a".repeat(21_000_000)));
      page.locator("#private button").first().click();
      assertThat(page.locator("#state")).containsText("20 million characters");
      page.locator("#files").setInputFiles(file("picture.txt", "\0\1\2 not a text"));
      page.locator("#private button").first().click();
      assertThat(page.locator("#state")).containsText("picture.txt: this is not a text file");
      page.locator("#files").setInputFiles(new Path[0]);
      page.locator("#private button").first().click();
      assertThat(page.locator("#state")).containsText("no text yet");
      assertThat(asked).noneMatch(url -> url.contains("/api/"));
    }
  }

  @Test
  void withoutScriptsThereAreTheOtherWays() {
    try (var page = browser.pageWithoutScripts()) {
      page.navigate("check");
      assertThat(page.locator("#private")).isHidden();
      assertThat(page.locator("noscript")).isVisible();
      page.locator("#describe > summary").click();
      page.locator("#title").fill("Tides and the Moon");
      page.locator("#description").fill("A book on how tides work, for children.");
      page.locator("#describe button").click();
      assertThat(page.locator(".report.described h2")).isVisible();
      assertThat(page.locator("#title")).hasValue("Tides and the Moon");
    }
  }

  @Test
  void withoutScriptsATextIsSentOnlyWithConsent() throws IOException {
    try (var page = browser.pageWithoutScripts()) {
      page.navigate("check");
      page.locator("#send > summary").click();
      page.locator("#sent").fill(Files.readString(EXAMPLE));
      page.locator("#send button").click();
      // The browser itself asks for the tick.
      assertThat(page).hasURL(Pattern.compile(".*/check"));
      page.locator("#send input[type=checkbox]").check();
      page.locator("#send button").click();
      assertThat(page.locator(".report h2")).isVisible();
      assertThat(page.locator("#kept + p")).containsText("in memory only");
      assertThat(page.locator("#sent")).hasValue("");
    }
  }

  private static void check(Page page, String text) {
    page.locator("#text").fill(text);
    page.locator("#private button").first().click();
    assertThat(page.locator(".report")).isVisible();
    assertThat(page.locator("#progress")).isHidden();
  }

  private static FilePayload file(String name, String text) {
    return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text.toLowerCase(Locale.ROOT))
        .results()
        .map(match -> match.group())
        .filter(word -> !word.matches("[0-9a-f]+"))
        .collect(Collectors.toSet());
  }
}
