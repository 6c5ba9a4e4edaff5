package org.commonsregistry.classification;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Flag;
import org.commonsregistry.terms.Party;
import org.commonsregistry.terms.Permission;
import org.commonsregistry.terms.StatutoryException;
import org.commonsregistry.terms.Use;

/**
 * Questions about permissions as people and programs write them, and their answers. Thread-safe.
 */
@Singleton
public final class PermissionAnswers {
  private final Datasets datasets;
  private final Verdicts verdicts;
  private final Permissions permissions;

  PermissionAnswers(Datasets datasets, Verdicts verdicts, Permissions permissions) {
    this.datasets = datasets;
    this.verdicts = verdicts;
    this.permissions = permissions;
  }

  /**
   * @param answer {@code PERMITTED}, {@code WITH_DUTIES}, {@code NEEDS_AGREEMENT}, {@code
   *     PROHIBITED} or {@code UNKNOWN}
   * @param duties what has to be done in return, as tokens with parameters
   * @param uncertain what a reader must know beside the answer
   * @param chain which statement did what, in order
   * @param exceptions of law that may apply as well; they never change the answer
   */
  @Serdeable
  public record Answered(
      String use,
      String actor,
      String answer,
      List<String> duties,
      List<String> uncertain,
      List<ChainStep> chain,
      List<String> exceptions) {}

  /**
   * @param does what the step did, as a key of the interface's messages
   * @param after the answer as it then stood
   */
  @Serdeable
  public record ChainStep(
      String layer, String does, String about, String by, String where, String after) {}

  /**
   * @param answers by use token
   */
  @Serdeable
  public record Answers(
      String dataset,
      String place,
      String date,
      String zone,
      long sequence,
      String rulesetHash,
      Map<String, Answered> answers) {}

  /**
   * Empty texts stand for what is not asked: all uses, anyone, the headline, today.
   *
   * @throws ProblemException when a text cannot be read or there is no such dataset
   */
  public Answers of(String dataset, String use, String actor, String place, String date) {
    var version = version(dataset);
    var party = party(actor);
    var uses = uses(use);
    var verdict =
        verdicts.of(version, AskedPlace.place(place), AskedPlace.date(date, verdicts.today()));
    var answers = new LinkedHashMap<String, Answered>();
    for (var one : uses) {
      var permission = permissions.of(version.dataset(), verdict, one, party);
      answers.put(one.token(), answered(one, party, permission));
    }
    return new Answers(
        version.id().slug(),
        verdict.place().map(at -> at.code()).orElse(VerdictDocument.HEADLINE),
        verdict.date().toString(),
        verdict.zone().token(),
        verdict.sequence(),
        verdict.ruleset().hash().hex(),
        answers);
  }

  private static Answered answered(Use use, Party party, Permission permission) {
    return new Answered(
        use.token(),
        party.token(),
        permission.answer().name(),
        permission.duties().stream().map(Duty::text).toList(),
        permission.flags().stream().map(Flag::token).toList(),
        permission.chain().stream()
            .map(
                step ->
                    new ChainStep(
                        step.layer().token(),
                        step.key(),
                        step.about(),
                        step.statement().map(s -> s.source().by()).orElse(""),
                        step.statement().map(s -> s.source().where()).orElse(""),
                        step.after().name()))
            .toList(),
        permission.exceptions().stream().map(StatutoryException::token).toList());
  }

  private DatasetVersion version(String slug) {
    if (!DatasetId.valid(slug)) {
      throw ProblemException.badRequest("No dataset is named.")
          .expected("dataset=SLUG, as in its address /datasets/SLUG")
          .received(slug.isBlank() ? "nothing" : shortened(slug))
          .remedy("Look for it at /search.");
    }
    var version = datasets.current(new DatasetId(slug));
    if (version.isEmpty()) {
      throw ProblemException.notFound("There is no dataset '" + slug + "'.")
          .remedy("Look for it at /search.");
    }
    if (version.get().withdrawn()) {
      throw ProblemException.gone("The dataset '" + slug + "' was withdrawn.")
          .remedy("Its history is at /datasets/" + slug + "/versions.");
    }
    return version.get();
  }

  private static List<Use> uses(String token) {
    if (token.isBlank()) {
      return List.of(Use.values());
    }
    return List.of(
        Arrays.stream(Use.values())
            .filter(use -> use.token().equals(token.strip()))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemException.badRequest("There is no use of that name.")
                        .expected(
                            Arrays.stream(Use.values())
                                .map(Use::token)
                                .collect(Collectors.joining(", ")))
                        .received(shortened(token))
                        .remedy("Leave use out to have all eight answered.")));
  }

  private static Party party(String tokens) {
    if (tokens.isBlank()) {
      return Party.ANYONE;
    }
    var facets =
        Arrays.stream(tokens.strip().split("[+ ,]+", 9))
            .map(
                token ->
                    Arrays.stream(Actor.values())
                        .filter(actor -> actor.token().equals(token))
                        .findFirst())
            .toList();
    if (facets.stream().anyMatch(Optional::isEmpty)) {
      throw refused(tokens);
    }
    try {
      return Party.of(facets.stream().flatMap(Optional::stream).toArray(Actor[]::new));
    } catch (IllegalArgumentException e) {
      throw refused(tokens);
    }
  }

  private static ProblemException refused(String tokens) {
    return ProblemException.badRequest("There is no such actor.")
        .expected(
            Arrays.stream(Actor.values()).map(Actor::token).collect(Collectors.joining(", "))
                + "; several joined by +, but not commercial with non-commercial")
        .received(shortened(tokens))
        .remedy("Leave actor out for anyone.");
  }

  private static String shortened(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
