package org.commonsregistry.web;

import com.ibm.icu.text.ListFormatter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonsregistry.classification.Explanation.PlaceExplained;
import org.commonsregistry.ruleset.Judgement;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.ruleset.Rule;
import org.commonsregistry.ruleset.Status;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Flag;
import org.commonsregistry.terms.TermWords;
import org.commonsregistry.terms.Use;

/** Verdicts in sentences that need no lawyer. */
final class VerdictWords {
  private static final Set<String> LICENCE_ONLY = Set.of("limits-of-licence");

  private final Page page;
  private final TermWords terms;

  VerdictWords(Page page) {
    this.page = page;
    this.terms = TermWords.in(page.language().tag());
  }

  /** What the zone means for whoever wants to train, and the reason in a few words. */
  String sentence(ShownVerdict shown) {
    return switch (shown.zone()) {
      case COMMONS -> commons(shown);
      case USE_RESTRICTED -> restricted(shown);
      case MARKET ->
          page.t("verdict.market")
              + byOrder(shown.verdict().deciding())
                  .map(order -> " " + page.t("verdict.order", title(order)))
                  .orElse("");
      case UNDETERMINED -> undetermined(shown);
    };
  }

  private String commons(ShownVerdict shown) {
    var training = shown.permission(Use.TRAIN, Actor.ANYONE);
    var derived = !shown.verdict().parents().isEmpty();
    if (!training.answer().allows()) {
      return page.t("verdict.commons.but", terms.of(training.answer()));
    }
    var own =
        training.duties().isEmpty()
            ? page.t(derived ? "verdict.commons.open" : "verdict.commons.free")
            : page.t("verdict.commons.duties", listed(briefly(training.duties())));
    return derived ? own + " " + page.t("verdict.commons.sources") : own;
  }

  private String restricted(ShownVerdict shown) {
    var rules = shown.decidingRules();
    if (!rules.isEmpty() && !shown.conditions().equals(LICENCE_ONLY)) {
      return page.t("verdict.restricted.rule", titles(rules));
    }
    var anyone = shown.permission(Use.TRAIN, Actor.ANYONE);
    if (anyone.answer().allows()) {
      return anyone.flags().contains(Flag.PREFERENCE_AGAINST)
          ? page.t("verdict.restricted.asked")
          : page.t("verdict.restricted.other");
    }
    var may =
        Arrays.stream(Actor.values())
            .filter(actor -> shown.permission(Use.TRAIN, actor).answer().allows())
            .map(actor -> page.t("actor.phrase." + actor.token()))
            .toList();
    return may.isEmpty()
        ? page.t("verdict.restricted.none")
        : page.t("verdict.restricted.some", listed(may));
  }

  private String undetermined(ShownVerdict shown) {
    return switch (shown.verdict().deciding().ground()) {
      case Judgement.Ground.Ruled() ->
          page.t("verdict.undetermined.rule", titles(shown.decidingRules()));
      case Judgement.Ground.ByOrder(var order) -> page.t("verdict.undetermined.rule", title(order));
      case Judgement.Ground.Conflict(_) -> page.t("verdict.undetermined.conflict");
      case Judgement.Ground.NothingFired() ->
          shown
              .firstMissing()
              .map(missing -> page.t("verdict.undetermined.missing", missing.asks()))
              .orElseGet(() -> page.t("verdict.undetermined.nothing"));
    };
  }

  private static Optional<Rule> byOrder(Judgement judgement) {
    return judgement.ground() instanceof Judgement.Ground.ByOrder(var order)
        ? Optional.of(order)
        : Optional.empty();
  }

  String title(Rule rule) {
    return rule.title().in(page.language().tag());
  }

  private String titles(List<Rule> rules) {
    return rules.stream().map(this::title).collect(Collectors.joining("; "));
  }

  /** Duties in a word or two each. */
  List<String> briefly(Collection<Duty> duties) {
    return duties.stream().map(duty -> page.t("duty." + duty.token())).distinct().toList();
  }

  String listed(List<String> words) {
    return ListFormatter.getInstance(page.language().locale()).format(words);
  }

  String place(Place place) {
    return place.anywhere() ? page.t("place.any") : page.formats().place(place.code());
  }

  /** Places as a heading or at the beginning of a sentence. */
  String places(List<PlaceExplained> places) {
    return places.size() == 1
        ? first(Place.of(places.getFirst().place()).orElseThrow())
        : listed(places.stream().map(p -> place(Place.of(p.place()).orElseThrow())).toList());
  }

  /** A place where a sentence or a line begins. */
  String first(Place place) {
    return place.anywhere() ? page.t("place.any.first") : place(place);
  }

  /** For what place and day a verdict holds. */
  String where(ShownVerdict shown) {
    var day = page.formats().date(shown.date().toString());
    return shown
        .verdict()
        .place()
        .map(place -> page.t("verdict.where", first(place), day))
        .orElseGet(() -> page.t("verdict.where.headline", day));
  }

  /** Which places a headline is the strictest of; empty when one was asked for. */
  String places(ShownVerdict shown) {
    if (shown.verdict().place().isPresent()) {
      return "";
    }
    var places = shown.verdict().judgements().stream().map(j -> place(j.place())).toList();
    return places.size() == 1
        ? page.t("verdict.places.one", places.getFirst())
        : page.t("verdict.places", listed(places));
  }

  /** What moves by itself, the earliest first; one sentence per place. */
  List<String> changes(ShownVerdict shown) {
    return shown.verdict().judgements().stream()
        .filter(judgement -> judgement.nextChange().isPresent())
        .sorted(Comparator.comparing(judgement -> judgement.nextChange().orElseThrow().on()))
        .map(judgement -> change(judgement, judgement.nextChange().orElseThrow()))
        .toList();
  }

  private String change(Judgement judgement, Judgement.Change change) {
    var place = first(judgement.place());
    var day = page.formats().date(change.on().toString());
    if (change.status() == Status.PD && judgement.status() != Status.PD) {
      return change.zone() == judgement.zone()
          ? page.t("verdict.change.pd.same", place, day, zone(change.zone().token()))
          : page.t("verdict.change.pd", place, day, zone(change.zone().token()));
    }
    return change.zone() == judgement.zone()
        ? page.t("verdict.change.status", place, day, page.t("status." + change.status().token()))
        : page.t(
            "verdict.change.zone",
            place,
            day,
            zone(judgement.zone().token()),
            zone(change.zone().token()));
  }

  String zone(String token) {
    return page.t("zone." + token);
  }
}
