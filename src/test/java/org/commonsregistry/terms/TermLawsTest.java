package org.commonsregistry.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonsregistry.terms.LicenceTerm.Role;
import org.commonsregistry.terms.licence.LicenceFamily;

/** What holds whatever is stated. */
class TermLawsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Source SOURCE = Source.named("law");
  private static final List<Duty> DUTIES =
      List.of(
          new Duty.Attribute(Duty.Level.ITEM, Duty.Form.CREDITS_PAGE),
          new Duty.ShareAlike(Duty.Reach.ADAPTED_DATA),
          new Duty.ObtainConsent());

  @Property
  void meetIsCommutativeAssociativeAndIdempotent(
      @ForAll("grants") Grant a, @ForAll("grants") Grant b, @ForAll("grants") Grant c) {
    assertThat(a.meet(b)).isEqualTo(b.meet(a));
    assertThat(a.meet(b).meet(c)).isEqualTo(a.meet(b.meet(c)));
    assertThat(a.meet(a)).isEqualTo(a);
    assertThat(a.meet(b).answer()).isLessThanOrEqualTo(a.answer());
  }

  @Property
  void theBetterOfTwoIsOneOfThemAndNeverTheNarrower(
      @ForAll("grants") Grant a, @ForAll("grants") Grant b) {
    var better = a.better(b);
    assertThat(better).isIn(a, b).isEqualTo(b.better(a));
    assertThat(better.answer()).isEqualTo(a.answer().join(b.answer()));
    assertThat(a.better(a)).isEqualTo(a);
  }

  @Property
  void dutiesAndAnswerAlwaysAgree(@ForAll("grants") Grant a, @ForAll("grants") Grant b) {
    for (var grant : List.of(a, a.meet(b), a.better(b), a.adding(DUTIES), a.atMost(b.answer()))) {
      switch (grant.answer()) {
        case PERMITTED, UNKNOWN, PROHIBITED -> assertThat(grant.duties()).isEmpty();
        case WITH_DUTIES -> assertThat(grant.duties()).isNotEmpty();
        case NEEDS_AGREEMENT -> assertThat(grant.duties()).isSubsetOf(DUTIES);
      }
    }
  }

  @Property
  void unknownNeverBecomesPermittedByCombination(@ForAll("grants") Grant a) {
    assertThat(a.meet(Grant.UNKNOWN).answer().allows()).isFalse();
  }

  @Property(tries = 200)
  void aChildNeverExceedsItsParents(
      @ForAll("families") LicenceFamily one, @ForAll("families") LicenceFamily other) {
    var derived =
        Derived.from(
            List.of(
                Derived.Parent.under(Licensed.family(one)),
                Derived.Parent.under(Licensed.family(other))));
    for (var use : Use.values()) {
      for (var party : Party.ALL) {
        var grant = derived.matrix().grant(use, party);
        for (var parent : List.of(one, other)) {
          var above = LicenceMatrices.of(parent).grant(use, party);
          assertThat(grant.answer()).isLessThanOrEqualTo(above.answer());
          if (grant.answer().allows()) {
            assertThat(grant.duties()).containsAll(above.duties());
          }
        }
      }
    }
  }

  @Property(tries = 2000)
  void aRestrictingStatementNeverWidens(
      @ForAll("statements") List<TermStatement> statements,
      @ForAll("restrictions") TermStatement restriction,
      @ForAll("questions") Question question) {
    var before = Terms.permission(statements, question);
    var more = new ArrayList<>(statements);
    more.add(restriction);
    var after = Terms.permission(more, question);
    assertThat(after.answer()).isLessThanOrEqualTo(before.answer());
    if (after.answer().allows()) {
      assertThat(after.duties()).containsAll(before.duties());
    }
  }

  @Property(tries = 2000)
  void theOrderOfStatementsDoesNotMatter(
      @ForAll("statements") List<TermStatement> statements,
      @ForAll("restrictions") TermStatement restriction,
      @ForAll("questions") Question question) {
    var forth = new ArrayList<>(statements);
    forth.add(restriction);
    assertThat(Terms.permission(forth.reversed(), question).grant())
        .isEqualTo(Terms.permission(forth, question).grant());
  }

  @Property(tries = 2000)
  void whatIsPermittedIsPermittedByAStatement(
      @ForAll("statements") List<TermStatement> statements,
      @ForAll("questions") Question question) {
    var permission = Terms.permission(statements, question);
    if (permission.answer().allows()) {
      assertThat(permission.chain())
          .anySatisfy(
              step -> {
                assertThat(step.layer()).isIn(Layer.RIGHTS_STATUS, Layer.LICENCE, Layer.OFFER);
                assertThat(step.statement()).isPresent();
                assertThat(step.after().allows()).isTrue();
              });
    }
  }

  @Property(tries = 500)
  void theLastStepLeavesTheAnswer(
      @ForAll("statements") List<TermStatement> statements,
      @ForAll("questions") Question question) {
    var permission = Terms.permission(statements, question);
    assertThat(permission.answer()).isLessThanOrEqualTo(permission.chain().getLast().after());
  }

  @Provide
  Arbitrary<Grant> grants() {
    return Combinators.combine(
            Arbitraries.of(Answer.class),
            Arbitraries.of(DUTIES).set().ofMaxSize(3),
            Arbitraries.of(Flag.class).set().ofMaxSize(2))
        .as((answer, duties, flags) -> new Grant(answer, new LinkedHashSet<>(duties), flags));
  }

  @Provide
  Arbitrary<LicenceFamily> families() {
    return Arbitraries.of(LicenceFamily.class);
  }

  @Provide
  Arbitrary<Question> questions() {
    return Combinators.combine(
            Arbitraries.of(Use.class), Arbitraries.of(Party.ALL), places(), distributions())
        .as((use, party, place, from) -> new Question(use, party, place, DAY, from));
  }

  @Provide
  Arbitrary<List<TermStatement>> statements() {
    return Arbitraries.oneOf(List.of(licences(), statuses(), offers(), restrictions()))
        .list()
        .ofMaxSize(4);
  }

  /** Never a licence in a higher role: that says more about the licence, not less. */
  @Provide
  Arbitrary<TermStatement> restrictions() {
    var wishes =
        Combinators.combine(Arbitraries.of(Action.class), Arbitraries.of(Preference.Stance.class))
            .as(
                (action, stance) ->
                    (TermStatement)
                        new Preference(
                            SOURCE,
                            "raw",
                            "c",
                            "p",
                            List.of(
                                new Preference.Wish(
                                    action,
                                    stance,
                                    Set.copyOf(DUTIES),
                                    Scope.EVERYBODY,
                                    "l",
                                    false)),
                            List.of()));
    var hosts =
        Combinators.combine(distributions(), Arbitraries.of(Use.class), grants())
            .as(
                (from, use, most) ->
                    (TermStatement)
                        new PlatformTerms(SOURCE, from.orElse(""), "w", Map.of(use, most)));
    var protocols =
        Arbitraries.of("tk-ss", "tk-nc", "tk-a", "")
            .map(label -> (TermStatement) new CommunityProtocol(SOURCE, label, "w"));
    var protection =
        places()
            .map(
                place ->
                    (TermStatement)
                        RightsStatus.always(SOURCE, RightsStatus.State.PROTECTED, place));
    return Arbitraries.oneOf(List.of(wishes, hosts, protocols, protection));
  }

  private Arbitrary<TermStatement> licences() {
    return Combinators.combine(families(), Arbitraries.of(Role.class))
        .as((family, role) -> new LicenceTerm(SOURCE, role, "", Licensed.family(family), ""));
  }

  private Arbitrary<TermStatement> statuses() {
    return Combinators.combine(Arbitraries.of(RightsStatus.State.class), places())
        .as((state, place) -> RightsStatus.always(SOURCE, state, place));
  }

  private Arbitrary<TermStatement> offers() {
    return Combinators.combine(grants(), Arbitraries.of(true, false))
        .as(
            (grant, held) ->
                new OfferTerm(
                    SOURCE,
                    "o",
                    held,
                    UseMatrix.of((_, _) -> grant),
                    LocalDate.MIN,
                    LocalDate.MAX));
  }

  private Arbitrary<Place> places() {
    return Arbitraries.of("", "DE", "EU", "US").map(Place::new);
  }

  private Arbitrary<Optional<String>> distributions() {
    return Arbitraries.of(Optional.empty(), Optional.of("https://a.example/"));
  }
}
