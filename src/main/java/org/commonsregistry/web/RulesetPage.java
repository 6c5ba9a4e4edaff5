package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.http.Representation;
import org.commonsregistry.ruleset.Rulesets;
import templates.StaticTemplates;
import templates.Templates;

/** Every ruleset adopted, and each of them with its files as they were adopted. */
@Hidden
@Controller("/rulesets")
public final class RulesetPage {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Pages pages;
  private final Rulesets rulesets;
  private final AskedRuleset asked;
  private final RuleGraphs graphs;

  RulesetPage(Pages pages, Rulesets rulesets, AskedRuleset asked, RuleGraphs graphs) {
    this.pages = pages;
    this.rulesets = rulesets;
    this.asked = asked;
    this.graphs = graphs;
  }

  /** What the template of one ruleset shows. */
  public record View(RulesetHead head, List<SourceFile> files, List<Linked> forms, String rules) {}

  public record SourceFile(String path, String href, String text) {}

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> all(HttpRequest<?> request) {
    var begun = pages.begin(request);
    var page =
        begun
            .titled(begun.t("rulesets.title"))
            .describedAs(begun.t("rulesets.lead"))
            .in(Section.RULES);
    return pages.respond(
        request,
        TEMPLATES.rulesRulesets(
            page,
            rulesets.history().reversed().stream()
                .map(adopted -> RulesetHead.of(page, adopted, asked.inForce(adopted)))
                .toList()));
  }

  @Get("/{hash:[0-9a-f]+}")
  @Produces({MediaType.ALL, MediaType.TEXT_HTML})
  HttpResponse<?> byHash(String hash) {
    return HttpResponse.permanentRedirect(URI.create(RulesetHead.href(asked.of(hash).ruleset())));
  }

  /** Under the name without a hash: the one in force. */
  @Get("/" + Rulesets.NAME)
  @Produces({MediaType.ALL, MediaType.TEXT_HTML})
  HttpResponse<?> inForce() {
    return HttpResponse.temporaryRedirect(URI.create(RulesetHead.href(asked.current().ruleset())));
  }

  @Get("/" + Rulesets.NAME + "/{hash:[0-9a-f]+}")
  @Produces({MediaType.ALL, MediaType.TEXT_HTML})
  HttpResponse<?> one(HttpRequest<?> request, String hash) {
    return Offered.PAGE_AND_GRAPH.answer(
        request, () -> page(request, hash), form -> graphs.respond(request, asked.of(hash), form));
  }

  @Get("/" + Rulesets.NAME + "/{hash:[0-9a-f]+}.{form:ttl|jsonld|nt|rdf}")
  @Produces({MediaType.ALL, MediaType.TEXT_HTML})
  HttpResponse<?> document(HttpRequest<?> request, String hash, String form) {
    return graphs.respond(
        request,
        asked.of(hash),
        Representation.fromPath("x." + form).representation().orElseThrow());
  }

  /** A file as it was adopted, to the byte. */
  @Get("/" + Rulesets.NAME + "/{hash:[0-9a-f]+}/files/{path:[a-z0-9./-]+}")
  @Produces(MediaType.ALL)
  HttpResponse<?> file(HttpRequest<?> request, String hash, String path) {
    var text =
        asked.of(hash).ruleset().files().stream()
            .filter(file -> file.path().equals(path))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.notFound("The ruleset has no file of that name.")
                        .remedy("Its files are listed at /rulesets/" + hash + "."))
            .text();
    return EntityTags.answer(
        request, text.getBytes(StandardCharsets.UTF_8), "text/plain;charset=utf-8");
  }

  private HttpResponse<?> page(HttpRequest<?> request, String hash) {
    var adopted = asked.of(hash);
    var begun = pages.begin(request);
    var page =
        Offered.PAGE_AND_GRAPH.linked(
            begun
                .titled(begun.t("ruleset.title", adopted.ruleset().version()))
                .describedAs(begun.t("rulesets.lead"))
                .in(Section.RULES),
            RulesetHead.href(adopted.ruleset()));
    var href = RulesetHead.href(adopted.ruleset());
    return pages.respond(
        request,
        TEMPLATES.rulesRuleset(
            page,
            new View(
                RulesetHead.of(page, adopted, asked.inForce(adopted)),
                adopted.ruleset().files().stream()
                    .map(
                        file ->
                            new SourceFile(
                                file.path(), href + "/files/" + file.path(), file.text()))
                    .toList(),
                LinkedForms.of(href, "", "/api/v1/rulesets/" + adopted.ruleset().hash().hex()),
                "/rules" + asked.query(adopted))));
  }
}
