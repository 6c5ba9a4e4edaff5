package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.commonsregistry.category.Categories;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.http.Representation;
import org.commonsregistry.ruleset.FactVocabulary;
import org.commonsregistry.ruleset.Rule;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.Rulesets;
import templates.StaticTemplates;
import templates.Templates;

/** One rule in plain words, with what it rests on, what it decides and its examples. */
@Hidden
@Controller
public final class RulePage {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Pages pages;
  private final AskedRuleset asked;
  private final DecidedDatasets decided;
  private final RuleGraphs graphs;
  private final Categories categories;
  private final Clock clock;

  RulePage(
      Pages pages,
      AskedRuleset asked,
      DecidedDatasets decided,
      RuleGraphs graphs,
      Categories categories,
      Clock clock) {
    this.pages = pages;
    this.asked = asked;
    this.decided = decided;
    this.graphs = graphs;
    this.categories = categories;
    this.clock = clock;
  }

  /** What the template shows. */
  public record View(
      RulesetHead head,
      RuleLine rule,
      String layer,
      String says,
      Clause when,
      List<Fact> facts,
      List<TermSeries> terms,
      Follows follows,
      Linked basis,
      String basisType,
      List<String> places,
      String since,
      String adopted,
      List<RuleLine> overrides,
      List<RuleLine> overriddenBy,
      Optional<Order> order,
      List<RuleExample> fits,
      List<RuleExample> against,
      String query,
      String queryHref,
      String source,
      Linked file,
      String hash,
      List<Linked> forms,
      String current) {}

  /** What a rule asks for. */
  public record Fact(String name, String label, String says, String silence) {}

  public record Order(String from, String until, String reason, List<Linked> items) {}

  @Get("/rules/{id:[a-z0-9-]+}")
  @Produces({MediaType.ALL, MediaType.TEXT_HTML})
  HttpResponse<?> rule(HttpRequest<?> request, String id) {
    return Offered.PAGE_AND_GRAPH.answer(
        request, () -> page(request, id), form -> graph(request, id, form));
  }

  @Get("/rules/{id:[a-z0-9-]+}.{form:ttl|jsonld|nt|rdf}")
  @Produces({MediaType.ALL, MediaType.TEXT_HTML})
  HttpResponse<?> document(HttpRequest<?> request, String id, String form) {
    return graph(request, id, Representation.fromPath("x." + form).representation().orElseThrow());
  }

  private HttpResponse<?> graph(HttpRequest<?> request, String id, Representation form) {
    var adopted = asked.of(request);
    return graphs.respond(request, required(adopted, id), adopted, form);
  }

  private HttpResponse<?> page(HttpRequest<?> request, String id) {
    var adopted = asked.of(request);
    var rule = required(adopted, id);
    var begun = pages.begin(request);
    var language = begun.language().tag();
    var page =
        Offered.PAGE_AND_GRAPH.linked(
            begun
                .titled(rule.title().in(language))
                .describedAs(rule.says().in(language))
                .in(Section.RULES),
            "/rules/" + id);
    return pages.respond(
        request,
        TEMPLATES.rulesRule(
            asked.inForce(adopted) ? page : page.notIndexed(), view(page, adopted, rule)));
  }

  private static Rule required(Rulesets.Adopted adopted, String id) {
    return adopted
        .ruleset()
        .rule(id)
        .orElseThrow(
            () ->
                ProblemException.notFound("There is no rule '" + id + "' in this ruleset.")
                    .remedy("All rules are listed at /rules, earlier rulesets at /rulesets."));
  }

  private View view(Page page, Rulesets.Adopted adopted, Rule rule) {
    var ruleset = adopted.ruleset();
    var language = page.language().tag();
    var words = FactWords.of(page, categories);
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var examples = RuleExample.of(page, words, ruleset, rule);
    var query = decided.query(rule);
    var link = asked.query(adopted);
    var inForce = asked.inForce(adopted);
    return new View(
        RulesetHead.of(page, adopted, inForce),
        RuleLine.of(page, rule, link, inForce ? decided.by(rule) : 0),
        rule.layer().token(),
        rule.says().in(language),
        new ConditionOutline(words, rule.places(), today).of(rule.when()),
        facts(page, words, rule),
        ConditionOutline.terms(rule).stream()
            .map(term -> TermSeries.of(page, words, rule, term))
            .toList(),
        Follows.of(page, ruleset, rule, link),
        TermSeries.cited(rule.basis().cite(), rule.basis().url()),
        rule.basis().type().token(),
        RuleLine.names(page, rule.places()),
        rule.since().map(day -> page.formats().date(day.toString())).orElse(""),
        asked
            .first(rule)
            .map(
                first ->
                    page.t(
                        "rule.adopted",
                        first.ruleset().version(),
                        page.formats().date(first.at()),
                        AskedRuleset.decidedBy(page, first)))
            .orElse(""),
        lines(page, ruleset, rule.overrides(), link),
        lines(
            page,
            ruleset,
            ruleset.rules().stream()
                .filter(other -> other.overrides().contains(rule.id()))
                .map(Rule::id)
                .toList(),
            link),
        order(page, rule),
        examples.stream().filter(RuleExample::fits).toList(),
        examples.stream().filter(example -> !example.fits()).toList(),
        query,
        "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
        RuleSource.of(ruleset, rule),
        new Linked(
            rule.position().file(), RulesetHead.href(ruleset) + "/files/" + rule.position().file()),
        rule.hash().hex(),
        LinkedForms.of("/rules/" + rule.id(), link, "/api/v1/rules/" + rule.id()),
        inForce ? "" : current(rule));
  }

  /** Where the rule stands in the ruleset in force; empty when it is not in it any more. */
  private String current(Rule rule) {
    return asked.current().ruleset().rule(rule.id()).map(now -> "/rules/" + now.id()).orElse("");
  }

  private static List<Fact> facts(Page page, FactWords words, Rule rule) {
    return ConditionOutline.facts(rule).stream()
        .map(
            fact ->
                new Fact(
                    fact.name(),
                    words.name(fact),
                    fact.says().in(page.language().tag()),
                    fact.name().equals(FactVocabulary.STATUS)
                        ? ""
                        : fact.absent()
                            .map(value -> page.t("rule.silence", words.given(fact, value)))
                            .orElseGet(() -> page.t("rule.silence.none"))))
        .toList();
  }

  private static List<RuleLine> lines(
      Page page, Ruleset ruleset, Collection<String> ids, String link) {
    return ids.stream()
        .flatMap(id -> ruleset.rule(id).stream())
        .map(other -> RuleLine.of(page, other, link, 0))
        .toList();
  }

  private static Optional<Order> order(Page page, Rule rule) {
    return rule.order()
        .map(
            order ->
                new Order(
                    page.formats().date(order.from().toString()),
                    page.formats().date(order.until().toString()),
                    order.reason().in(page.language().tag()),
                    order.items().stream().map(item -> item(page, item)).toList()));
  }

  private static Linked item(Page page, String iri) {
    var address = page.settings().base().toPublic(iri);
    return address.startsWith(page.settings().base().value())
        ? new Linked(iri, "/" + address.substring(page.settings().base().value().length()))
        : Linked.address(iri);
  }
}
