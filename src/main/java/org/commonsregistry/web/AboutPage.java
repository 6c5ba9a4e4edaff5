package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import templates.StaticTemplates;
import templates.Templates;

/** What this registry is, what its words mean, and what it promises. */
@Hidden
@Controller("/about")
final class AboutPage {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Pages pages;

  AboutPage(Pages pages) {
    this.pages = pages;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> about(HttpRequest<?> request) {
    var begun = pages.begin(request);
    return pages.respond(
        request,
        TEMPLATES.about(
            begun
                .titled(begun.t("about.title"))
                .describedAs(begun.t("about.lead"))
                .in(Section.ABOUT)));
  }
}
