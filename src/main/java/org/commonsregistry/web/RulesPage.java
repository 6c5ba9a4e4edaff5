package org.commonsregistry.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonsregistry.classification.Reclassification;
import org.commonsregistry.ruleset.Layer;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.ruleset.Rule;
import org.commonsregistry.ruleset.Rulesets;
import templates.StaticTemplates;
import templates.Templates;

/** What the rules in force, or an earlier ruleset, say: all of them, by layer and place. */
@Hidden
@Controller
public final class RulesPage {
  private static final Templates TEMPLATES = new StaticTemplates();

  private final Pages pages;
  private final AskedRuleset asked;
  private final DecidedDatasets decided;
  private final Reclassification reclassification;
  private final Clock clock;

  RulesPage(
      Pages pages,
      AskedRuleset asked,
      DecidedDatasets decided,
      Reclassification reclassification,
      Clock clock) {
    this.pages = pages;
    this.asked = asked;
    this.decided = decided;
    this.reclassification = reclassification;
    this.clock = clock;
  }

  /** What the template shows. */
  public record View(
      RulesetHead head,
      Form form,
      int shown,
      int total,
      List<Group> groups,
      List<KeptCommons> mustStay,
      Optional<Reclassification.Progress> progress) {}

  /**
   * The filter as a form.
   *
   * @param ruleset hash of an earlier ruleset, which the form has to keep; may be empty
   * @param clear address without the filter
   */
  public record Form(
      String text, List<Choice> places, List<Choice> layers, String ruleset, String clear) {}

  public record Choice(String value, String label, boolean chosen) {}

  /** The rules of one layer. */
  public record Group(String layer, List<Part> parts) {}

  /** The rules of one place or kind; without a heading where a layer has one part only. */
  public record Part(String heading, List<RuleLine> rules) {}

  @Get("/rules")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> rules(HttpRequest<?> request) {
    var adopted = asked.of(request);
    var filter = RuleFilter.of(request);
    var begun = pages.begin(request);
    var page =
        begun
            .titled(begun.t("rules.title"))
            .describedAs(begun.t("rules.lead"))
            .in(Section.RULES)
            .linking("alternate", "application/json", "/api/v1/rules", "");
    return pages.respond(
        request,
        TEMPLATES.rulesRules(
            filter.isEmpty() && asked.inForce(adopted) ? page : page.notIndexed(),
            view(page, adopted, filter)));
  }

  private View view(Page page, Rulesets.Adopted adopted, RuleFilter filter) {
    var ruleset = adopted.ruleset();
    var query = asked.query(adopted);
    var counts = asked.inForce(adopted) ? decided.all() : Map.<String, Long>of();
    var shown = ruleset.rules().stream().filter(filter::shows).toList();
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return new View(
        RulesetHead.of(page, adopted, asked.inForce(adopted)),
        form(page, adopted, filter, query),
        shown.size(),
        ruleset.rules().size(),
        Arrays.stream(Layer.values())
            .map(layer -> group(page, layer, shown, query, counts))
            .filter(group -> !group.parts().isEmpty())
            .toList(),
        filter.isEmpty() ? KeptCommons.of(page, ruleset, today) : List.of(),
        Optional.of(reclassification.progress()).filter(progress -> progress.waiting() > 0));
  }

  private static Form form(Page page, Rulesets.Adopted adopted, RuleFilter filter, String query) {
    var codes = new TreeSet<Place>();
    adopted.ruleset().rules().forEach(rule -> codes.addAll(rule.places()));
    codes.remove(Place.ANYWHERE);
    filter.place().ifPresent(codes::add);
    var places = new ArrayList<Choice>();
    places.add(new Choice("", page.t("rules.filter.places"), filter.place().isEmpty()));
    codes.stream()
        .map(
            place ->
                new Choice(
                    place.code(),
                    RuleLine.name(page, place),
                    filter.placeCode().equals(place.code())))
        .sorted(Comparator.comparing(Choice::label, collator(page)))
        .forEach(places::add);
    var layers = new ArrayList<Choice>();
    layers.add(new Choice("", page.t("rules.filter.layers"), filter.layer().isEmpty()));
    for (var layer : Layer.values()) {
      layers.add(
          new Choice(
              layer.token(),
              page.t("rules.layer." + layer.token()),
              filter.layerToken().equals(layer.token())));
    }
    var old = query.isEmpty() ? "" : adopted.ruleset().hash().hex();
    return new Form(filter.text(), places, layers, old, "/rules" + query);
  }

  private static Group group(
      Page page, Layer layer, List<Rule> shown, String query, Map<String, Long> counts) {
    var parts = new TreeMap<String, List<RuleLine>>(order(page));
    for (var rule : shown) {
      if (rule.layer() == layer) {
        parts
            .computeIfAbsent(heading(page, rule), heading -> new ArrayList<>())
            .add(RuleLine.of(page, rule, query, counts.getOrDefault(rule.id(), 0L)));
      }
    }
    return new Group(
        layer.token(),
        parts.entrySet().stream()
            .map(entry -> new Part(entry.getKey(), List.copyOf(entry.getValue())))
            .toList());
  }

  private static String heading(Page page, Rule rule) {
    if (rule.layer() != Layer.STATUS) {
      return "";
    }
    if (!rule.places().contains(Place.ANYWHERE)) {
      return rule.places().size() > 1
          ? page.t("rules.part.several")
          : RuleLine.name(page, rule.places().getFirst());
    }
    return page.t(
        "rules.part."
            + switch (rule.basis().type()) {
              case LICENCE -> "licences";
              case STATEMENT -> "marks";
              case LAW, PRACTICE, COMMUNITY, ORDER -> "everywhere";
            });
  }

  /** What holds everywhere first, then what holds in several countries, then country by country. */
  private static Comparator<String> order(Page page) {
    var first =
        List.of(
            page.t("rules.part.licences"),
            page.t("rules.part.marks"),
            page.t("rules.part.everywhere"),
            page.t("rules.part.several"));
    return Comparator.<String>comparingInt(
            heading -> first.contains(heading) ? first.indexOf(heading) : first.size())
        .thenComparing(collator(page));
  }

  private static Comparator<String> collator(Page page) {
    var collator = Collator.getInstance(page.language().locale());
    return collator::compare;
  }
}
