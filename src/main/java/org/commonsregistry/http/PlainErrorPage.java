package org.commonsregistry.http;

import io.micronaut.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** The error page that needs nothing: no template, no style sheet, no script. */
final class PlainErrorPage implements ErrorPage {

  @Override
  public String render(Problem problem, HttpRequest<?> request) {
    var title = escaped(problem.status() + " " + problem.title());
    return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\"><title>"
        + title
        + "</title></head><body><main><h1>"
        + title
        + "</h1>"
        + paragraph("", problem.detail())
        + paragraph("Expected: ", problem.expected())
        + paragraph("Received: ", problem.received())
        + paragraph("", problem.remedy())
        + "<p><a href=\"/\">Commons Registry</a></p></main></body></html>\n";
  }

  private static String paragraph(String label, @Nullable String text) {
    return text == null ? "" : "<p>" + label + escaped(text) + "</p>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
