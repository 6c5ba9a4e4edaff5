package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.commonsregistry.http.ErrorPage;
import org.commonsregistry.http.Problem;
import templates.StaticTemplates;
import templates.Templates;

/** Says to a person what went wrong and what to do, in the design of the portal. */
@Singleton
final class ProblemPage implements ErrorPage {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Pages pages;

  ProblemPage(Pages pages) {
    this.pages = pages;
  }

  @Override
  public String render(Problem problem, HttpRequest<?> request) {
    var page = pages.begin(request).notIndexed();
    var key = "error." + problem.status();
    var title = page.settings().messages().find(key).orElseGet(() -> page.t("error.other"));
    return new String(
        Pages.render(TEMPLATES.error(page.titled(title), problem)), StandardCharsets.UTF_8);
  }
}
