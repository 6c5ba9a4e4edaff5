package org.commonsregistry.web;

import com.ibm.icu.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.commonsregistry.classification.Verdict;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.StatutoryException;
import org.commonsregistry.terms.TermWords;
import org.commonsregistry.terms.Use;

/**
 * A verdict as the page on terms begins with it, and how to check it at its end.
 *
 * @param zone token
 * @param where for what place and day
 * @param places which places a headline is the strictest of, may be empty
 * @param changes what moves by itself
 * @param parents what limits it
 * @param exceptions of law that may apply as well, in sentences
 */
public record TermsAnswer(
    String zone,
    String where,
    String sentence,
    String places,
    List<String> changes,
    List<Parent> parents,
    List<String> exceptions,
    Form form,
    Check check) {

  /**
   * What the dataset was made from.
   *
   * @param zones tokens, each once
   * @param limits whether it allows less than the commons
   */
  public record Parent(Linked link, List<String> zones, boolean known, boolean limits) {}

  /**
   * The question, to be changed.
   *
   * @param version ledger number of an old version, may be empty
   * @param local countries with rules of their own
   * @param other the others, and any of them
   */
  public record Form(
      String action,
      String version,
      String date,
      List<Choice> local,
      List<Choice> other,
      List<Choice> actors) {}

  public record Choice(String value, String label, boolean chosen) {}

  /**
   * @param document address of the verdict as JSON
   * @param commands to copy
   */
  public record Check(
      String document, String hash, String ruleset, String rulesetHash, String commands) {}

  static TermsAnswer of(
      Page page, TermsAsked asked, ShownVerdict shown, Function<Verdict.Parent, Linked> titles) {
    var words = new VerdictWords(page);
    return new TermsAnswer(
        shown.zone().token(),
        words.where(shown),
        words.sentence(shown),
        words.places(shown),
        words.changes(shown),
        shown.verdict().parents().stream().map(parent -> parent(parent, titles)).toList(),
        exceptions(page, asked, shown),
        form(page, asked, shown),
        check(page, asked, shown));
  }

  private static Parent parent(Verdict.Parent parent, Function<Verdict.Parent, Linked> titles) {
    var zones = parent.zones().stream().map(zone -> zone.token()).distinct().toList();
    return new Parent(
        titles.apply(parent), zones, parent.known(), !zones.equals(List.of("commons")));
  }

  private static List<String> exceptions(Page page, TermsAsked asked, ShownVerdict shown) {
    var found = new TreeSet<StatutoryException>();
    for (var use : Use.values()) {
      found.addAll(shown.permission(use, asked.actor()).exceptions());
    }
    return found.stream().map(TermWords.in(page.language().tag())::of).toList();
  }

  private static Form form(Page page, TermsAsked asked, ShownVerdict shown) {
    var local = new TreeSet<Place>();
    shown.verdict().ruleset().rules().forEach(rule -> local.addAll(rule.places()));
    local.remove(Place.ANYWHERE);
    var other = new TreeSet<>(Set.of(Place.ANYWHERE));
    Arrays.stream(Locale.getISOCountries()).map(Place::new).forEach(other::add);
    other.removeAll(local);
    return new Form(
        "/datasets/" + asked.slug() + "/terms",
        asked.version().map(String::valueOf).orElse(""),
        asked.date().toString(),
        choices(page, asked, local),
        choices(page, asked, other),
        Arrays.stream(Actor.values())
            .map(
                actor ->
                    new Choice(
                        actor.token(), page.t("actor." + actor.token()), actor == asked.actor()))
            .toList());
  }

  private static List<Choice> choices(Page page, TermsAsked asked, Set<Place> places) {
    var words = new VerdictWords(page);
    var choices = new ArrayList<Choice>();
    for (var place : places) {
      choices.add(
          new Choice(
              place.code(), words.first(place), asked.place().filter(place::equals).isPresent()));
    }
    var collator = Collator.getInstance(page.language().locale());
    choices.sort(
        Comparator.comparing((Choice choice) -> !choice.value().equals(Place.ANYWHERE.code()))
            .thenComparing(Choice::label, collator::compare));
    return choices;
  }

  /** Pinned to a ledger number and a day, so that it can be had again. */
  private static Check check(Page page, TermsAsked asked, ShownVerdict shown) {
    var address =
        "api/v1/datasets/"
            + asked.slug()
            + "/verdict?asOf="
            + shown.verdict().sequence()
            + "&date="
            + shown.date()
            + asked.place().map(place -> "&place=" + encoded(place)).orElse("");
    return new Check(
        "/" + address,
        shown.explanation().verdictHash(),
        shown.explanation().rulesetVersion(),
        shown.explanation().rulesetHash(),
        "curl -o verdict.json '" + page.absolute(address) + "'\ncommons verify verdict.json");
  }

  private static String encoded(Place place) {
    return place.anywhere() ? "%2A" : place.code();
  }

  /** Whether something it was made from allows less than the commons. */
  public boolean limited() {
    return parents.stream().anyMatch(Parent::limits);
  }
}
