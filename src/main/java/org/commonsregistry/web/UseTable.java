package org.commonsregistry.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Answer;
import org.commonsregistry.terms.TermWords;
import org.commonsregistry.terms.Use;
import org.commonsregistry.terms.UseMatrix;

/** What who may do, as a table: a row per use, a column per kind of actor. */
public record UseTable(List<String> actors, List<Row> rows) {
  public record Row(String use, List<Answered> answers) {}

  /**
   * @param token for its style, e.g. {@code needs-agreement}
   */
  public record Answered(String use, String token, String words) {}

  static UseTable of(Page page, UseMatrix matrix) {
    var words = TermWords.in(page.language().tag());
    return new UseTable(
        Arrays.stream(Actor.values()).map(words::of).toList(),
        Arrays.stream(Use.values())
            .map(
                use ->
                    new Row(
                        page.t("use." + use.token()),
                        Arrays.stream(Actor.values())
                            .map(actor -> answered(page, use, matrix.grant(use, actor).answer()))
                            .toList()))
            .toList());
  }

  static List<Answered> anyone(Page page, UseMatrix matrix) {
    return matrix.headline().entrySet().stream()
        .map(entry -> answered(page, entry.getKey(), entry.getValue().answer()))
        .toList();
  }

  static Answered answered(Page page, Use use, Answer answer) {
    return new Answered(
        page.t("use." + use.token()),
        answer.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        TermWords.in(page.language().tag()).of(answer));
  }
}
