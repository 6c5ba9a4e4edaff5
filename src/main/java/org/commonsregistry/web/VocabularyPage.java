package org.commonsregistry.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.vocabulary.DCTerms;
import org.commonsregistry.http.EntityTags;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.http.Representation;
import org.commonsregistry.vocabulary.Ontology;
import templates.StaticTemplates;
import templates.Templates;

/** The vocabulary: explained to people, as RDF for programs, and its JSON-LD context. */
@Hidden
@Controller
public final class VocabularyPage {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Pages pages;
  private final Vocabulary vocabulary;

  VocabularyPage(Pages pages, Vocabulary vocabulary) {
    this.pages = pages;
    this.vocabulary = vocabulary;
  }

  /** What the template shows. */
  public record View(String iri, String description, List<Part> parts, List<Linked> forms) {}

  public record Part(String key, List<Vocabulary.Term> terms) {}

  @Get("/ns")
  @Produces(MediaType.ALL)
  HttpResponse<?> vocabulary(HttpRequest<?> request) {
    return Offered.PAGE_AND_GRAPH.answer(
        request, () -> page(request), form -> respond(request, form));
  }

  @Get("/ns{suffix:\\.[a-z]+}")
  @Produces(MediaType.ALL)
  HttpResponse<?> form(HttpRequest<?> request, String suffix) {
    return Representation.OF_A_PAGE.stream()
        .filter(form -> form.suffix().equals(suffix))
        .findFirst()
        .map(form -> respond(request, form))
        .orElseThrow(
            () -> ProblemException.notFound("The vocabulary is not there as " + suffix + "."));
  }

  @Get("/ns/context.jsonld")
  @Produces(MediaType.ALL)
  HttpResponse<?> context() {
    return HttpResponse.ok(Ontology.file("context.jsonld"))
        .contentType(Representation.JSON_LD.mediaType())
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600");
  }

  private HttpResponse<?> respond(HttpRequest<?> request, Representation form) {
    return switch (form) {
      case HTML -> page(request);
      case TURTLE -> data(request, form, RDFFormat.TURTLE_PRETTY);
      case JSON_LD -> data(request, form, RDFFormat.JSONLD_PRETTY);
      case N_TRIPLES -> data(request, form, RDFFormat.NTRIPLES);
      case RDF_XML -> data(request, form, RDFFormat.RDFXML_PLAIN);
      case N_QUADS, TRIG, JSON ->
          throw ProblemException.notAcceptable("The vocabulary is not available in that form.");
    };
  }

  private HttpResponse<?> data(HttpRequest<?> request, Representation form, RDFFormat format) {
    var bytes = vocabulary.write(format);
    return EntityTags.answer(request, bytes, form.mediaType().toString());
  }

  private HttpResponse<?> page(HttpRequest<?> request) {
    var begun = pages.begin(request);
    var language = begun.language().tag();
    var description = vocabulary.text(language, DCTerms.description);
    var page =
        Offered.PAGE_AND_GRAPH.linked(
            begun.titled(begun.t("vocabulary.title")).describedAs(description), "/ns");
    var parts =
        List.of(Vocabulary.Kind.values()).stream()
            .map(
                kind ->
                    new Part(
                        kind.name().toLowerCase(Locale.ROOT), vocabulary.terms(kind, language)))
            .toList();
    var forms =
        List.of(
            new Linked("Turtle", "/ns.ttl"),
            new Linked("JSON-LD", "/ns.jsonld"),
            new Linked("N-Triples", "/ns.nt"),
            new Linked("RDF/XML", "/ns.rdf"),
            new Linked(begun.t("vocabulary.context"), "/ns/context.jsonld"));
    return pages.respond(
        request, TEMPLATES.vocabulary(page, new View(Vocabulary.iri(), description, parts, forms)));
  }
}
