package org.commonsregistry.web;

import jakarta.inject.Singleton;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.search.TermsFilter;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Use;
import org.commonsregistry.web.TermsForm.Option;

/** Lays out what one wants to do with the data: as a form, and as filters that can be removed. */
@Singleton
final class TermsForms {
  private static final int FREQUENT = 5;

  private final Map<Language, List<Entry<String, String>>> countries = new ConcurrentHashMap<>();

  TermsForm of(Page page, SearchAddress address) {
    var terms = address.terms();
    var without = terms.map(TermsFilter::without).orElse(Set.of());
    var duties =
        TermsFilter.DUTIES.stream()
            .map(duty -> new Option(duty, page.t("ask.duty." + duty), without.contains(duty)))
            .toList();
    var rare = duties.subList(FREQUENT, duties.size());
    return new TermsForm(
        terms.isPresent(),
        uses(page, terms.flatMap(TermsFilter::use)),
        actors(page, terms.map(TermsFilter::actor).orElse(Actor.ANYONE)),
        places(page, terms.flatMap(TermsFilter::place)),
        duties.subList(0, FREQUENT),
        rare,
        rare.stream().anyMatch(Option::chosen),
        Fields.withoutTerms(address));
  }

  List<SearchPage.Pill> pills(Page page, SearchAddress address) {
    var pills = new ArrayList<SearchPage.Pill>();
    address.terms().ifPresent(terms -> addPills(pills, page, address, terms));
    return pills;
  }

  private static void addPills(
      List<SearchPage.Pill> pills, Page page, SearchAddress address, TermsFilter terms) {
    terms
        .use()
        .ifPresent(
            use -> {
              var label = page.t("use." + use.token());
              if (terms.actor() != Actor.ANYONE) {
                label += ", " + page.t("ask.actor." + terms.actor().token());
              }
              var rest =
                  terms
                      .place()
                      .map(
                          place ->
                              new TermsFilter(
                                  terms.place(), Optional.empty(), Actor.ANYONE, Set.of()));
              pills.add(
                  new SearchPage.Pill(
                      page.t("ask.pill.use"), label, address.asking(rest).at("/search")));
            });
    terms
        .place()
        .ifPresent(
            place -> {
              var rest =
                  terms
                      .use()
                      .map(
                          use ->
                              new TermsFilter(
                                  Optional.empty(), terms.use(), terms.actor(), terms.without()));
              pills.add(
                  new SearchPage.Pill(
                      page.t("ask.pill.place"),
                      country(page, place),
                      address.asking(rest).at("/search")));
            });
    for (var duty : TermsFilter.DUTIES) {
      if (terms.without().contains(duty)) {
        var fewer = new TreeSet<>(terms.without());
        fewer.remove(duty);
        var rest = new TermsFilter(terms.place(), terms.use(), terms.actor(), fewer);
        pills.add(
            new SearchPage.Pill(
                page.t("ask.pill.without"),
                page.t("ask.duty." + duty),
                address.asking(Optional.of(rest)).at("/search")));
      }
    }
  }

  static String country(Page page, Place place) {
    return place.anywhere() ? page.t("ask.place.anywhere") : page.formats().place(place.code());
  }

  private static List<Option> uses(Page page, Optional<Use> chosen) {
    var options = new ArrayList<Option>();
    options.add(new Option("", page.t("ask.use.any"), chosen.isEmpty()));
    for (var use : Use.values()) {
      options.add(
          new Option(
              use.token(), page.t("use." + use.token()), chosen.filter(use::equals).isPresent()));
    }
    return options;
  }

  private static List<Option> actors(Page page, Actor chosen) {
    return Arrays.stream(Actor.values())
        .map(
            actor ->
                new Option(
                    actor == Actor.ANYONE ? "" : actor.token(),
                    page.t("ask.actor." + actor.token()),
                    actor == chosen))
        .toList();
  }

  private List<Option> places(Page page, Optional<Place> chosen) {
    var code = chosen.map(Place::code).orElse("");
    var options = new ArrayList<Option>();
    options.add(new Option("", page.t("ask.place.none"), code.isEmpty()));
    countries.computeIfAbsent(page.language(), language -> countries(page)).stream()
        .map(
            country ->
                new Option(country.getKey(), country.getValue(), country.getKey().equals(code)))
        .forEach(options::add);
    options.add(
        new Option(
            Place.ANYWHERE.code(),
            page.t("ask.place.anywhere"),
            code.equals(Place.ANYWHERE.code())));
    return options;
  }

  private static List<Entry<String, String>> countries(Page page) {
    return Arrays.stream(Locale.getISOCountries())
        .map(code -> Map.entry(code, page.formats().place(code)))
        .sorted(
            Comparator.comparing(Entry::getValue, Collator.getInstance(page.language().locale())))
        .toList();
  }
}
