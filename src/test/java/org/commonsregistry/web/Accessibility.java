package org.commonsregistry.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** What every page is held to (WCAG 2.2 AA, as far as axe can tell), folded parts included. */
final class Accessibility {
  private Accessibility() {}

  /**
   * Each page on a phone in the dark and on a desktop in the light: every width and every colour
   * scheme once. Colours are the same in all widths, so the other two looks would find nothing
   * else.
   */
  static Stream<Arguments> looks(List<String> paths) {
    return paths.stream()
        .flatMap(
            path ->
                Stream.of(
                    Arguments.of(path, Browser.PHONE, ColorScheme.DARK),
                    Arguments.of(path, Browser.DESKTOP, ColorScheme.LIGHT)));
  }

  static void check(Page page) {
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
    var violations = new AxeBuilder(page).analyze().getViolations();
    assertThat(violations)
        .as(
            violations.stream()
                .map(v -> v.getId() + ": " + v.getNodes().getFirst().getHtml())
                .toList()
                .toString())
        .isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("fits the width")
        .isEqualTo(true);
  }
}
