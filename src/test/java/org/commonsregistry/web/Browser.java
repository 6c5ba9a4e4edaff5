package org.commonsregistry.web;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A headless Chromium looking at one portal; tests are skipped where there is none. */
final class Browser implements AutoCloseable {
  static final int PHONE = 360;
  static final int DESKTOP = 1280;
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final URI address;

  Browser(URI address) {
    Assumptions.assumeTrue(Files.exists(CHROMIUM), "no Chromium at " + CHROMIUM);
    this.address = address;
    playwright = Playwright.create();
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  Page page(int width, ColorScheme scheme) {
    return context(width, scheme, true).newPage();
  }

  Page pageWithoutScripts() {
    return context(PHONE, ColorScheme.LIGHT, false).newPage();
  }

  private BrowserContext context(int width, ColorScheme scheme, boolean scripts) {
    return chromium.newContext(
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setBaseURL(address.toString())
            .setViewportSize(width, 900)
            .setColorScheme(scheme)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setLocale("en-GB")
            .setJavaScriptEnabled(scripts));
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
