package org.commonsregistry.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Flag;
import org.commonsregistry.terms.Permission;
import org.commonsregistry.terms.TermWords;
import org.commonsregistry.terms.Tokens;
import org.commonsregistry.terms.Use;

/**
 * Who may do what: one row per use for the person asked about, and the whole table for everybody.
 *
 * @param who the person asked about, in words
 * @param rows one per use
 * @param duties what is due in return, in sentences, each with the uses it belongs to
 * @param flags what is not certain or has to be known beside an answer, likewise
 * @param alike whether it makes no difference who asks
 * @param derived whether it was made from something whose terms come on top
 * @param actors column heads of the whole table
 * @param full its rows
 */
public record TermsMatrix(
    String who,
    List<Row> rows,
    List<Noted> duties,
    List<Noted> flags,
    boolean alike,
    boolean derived,
    List<Linked> actors,
    List<FullRow> full) {

  /**
   * @param answer token, e.g. {@code with-duties}
   * @param href to the steps that led to it
   * @param uncertain whether something is to be known beside it
   * @param current whether its steps are shown
   */
  public record Cell(
      String answer, String words, String href, boolean uncertain, boolean current) {}

  /**
   * @param duties in a word or two each
   */
  public record Row(String use, String explained, Cell cell, List<String> duties) {}

  public record FullRow(String use, List<Cell> cells) {}

  public record Noted(String words, List<String> uses) {}

  static TermsMatrix of(Page page, TermsAsked asked, ShownVerdict shown) {
    var answers = new EnumMap<Actor, Map<Use, Permission>>(Actor.class);
    for (var actor : Actor.values()) {
      var row = new EnumMap<Use, Permission>(Use.class);
      for (var use : Use.values()) {
        row.put(use, shown.permission(use, actor));
      }
      answers.put(actor, row);
    }
    return new Table(page, asked, answers).matrix(!shown.verdict().parents().isEmpty());
  }

  /** The answers to anyone, one per use. */
  static List<Row> headline(Page page, ShownVerdict shown) {
    var asked = TermsAsked.headline(shown);
    var row = new EnumMap<Use, Permission>(Use.class);
    for (var use : Use.values()) {
      row.put(use, shown.permission(use, Actor.ANYONE));
    }
    var table = new Table(page, asked, Map.of(Actor.ANYONE, row));
    return Arrays.stream(Use.values()).map(table::row).toList();
  }

  /** Puts the answers into the form of the page. */
  private record Table(Page page, TermsAsked asked, Map<Actor, Map<Use, Permission>> answers) {

    TermsMatrix matrix(boolean derived) {
      var terms = TermWords.in(page.language().tag());
      return new TermsMatrix(
          page.t("actor." + asked.actor().token()),
          Arrays.stream(Use.values()).map(this::row).toList(),
          noted(answer -> answer.duties().stream().map(terms::of)),
          noted(answer -> answer.flags().stream().map(terms::of)),
          alike(),
          derived,
          Arrays.stream(Actor.values())
              .map(actor -> new Linked(page.t("actor." + actor.token()), asked.as(actor)))
              .toList(),
          Arrays.stream(Use.values())
              .map(
                  use ->
                      new FullRow(
                          page.t("terms.use." + use.token()),
                          Arrays.stream(Actor.values()).map(actor -> cell(use, actor)).toList()))
              .toList());
    }

    private Permission answer(Use use, Actor actor) {
      return Objects.requireNonNull(answers.getOrDefault(actor, Map.of()).get(use));
    }

    private Row row(Use use) {
      return new Row(
          page.t("terms.use." + use.token()),
          page.t("terms.use." + use.token() + ".means"),
          cell(use, asked.actor()),
          new VerdictWords(page).briefly(answer(use, asked.actor()).duties()));
    }

    private Cell cell(Use use, Actor actor) {
      var permission = answer(use, actor);
      var token = Tokens.of(permission.answer());
      return new Cell(
          token,
          page.t("answer." + token),
          asked.chain(use, actor),
          !permission.flags().isEmpty(),
          actor == asked.actor() && asked.use().filter(use::equals).isPresent());
    }

    private List<Noted> noted(Function<Permission, Stream<String>> sentences) {
      var uses = new LinkedHashMap<String, List<String>>();
      for (var use : Use.values()) {
        sentences
            .apply(answer(use, asked.actor()))
            .distinct()
            .forEach(
                words ->
                    uses.computeIfAbsent(words, w -> new ArrayList<>())
                        .add(page.t("use." + use.token())));
      }
      return uses.entrySet().stream()
          .map(
              entry ->
                  new Noted(
                      entry.getKey(),
                      entry.getValue().size() == Use.values().length
                          ? List.of(page.t("terms.uses.all"))
                          : entry.getValue()))
          .toList();
    }

    private boolean alike() {
      return Arrays.stream(Actor.values())
          .allMatch(
              actor ->
                  Arrays.stream(Use.values())
                      .allMatch(use -> same(answer(use, actor), answer(use, Actor.ANYONE))));
    }

    private static boolean same(Permission one, Permission other) {
      return one.answer() == other.answer() && texts(one).equals(texts(other));
    }

    private static TreeSet<String> texts(Permission permission) {
      var texts = new TreeSet<String>();
      permission.duties().stream().map(Duty::text).forEach(texts::add);
      permission.flags().stream().map(Flag::token).forEach(texts::add);
      return texts;
    }
  }
}
