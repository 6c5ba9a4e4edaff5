package org.commonsregistry.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonsregistry.terms.LicenceTerm.Role;
import org.commonsregistry.terms.Preference.Stance;
import org.commonsregistry.terms.Preference.Wish;
import org.commonsregistry.terms.RightsStatus.State;
import org.commonsregistry.terms.licence.LicenceFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The six steps, one by one. */
class TermsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Place GERMANY = new Place("DE");
  private static final Source SOURCE = Source.named("test");

  @Test
  void nothingStatedIsUnknown() {
    var permission = ask(Use.TRAIN, Party.ANYONE);
    assertThat(permission.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(keys(permission)).containsExactly("step.licence.none");
  }

  @Test
  void aDeclaredSilenceIsNothing() {
    assertThat(keys(ask(Use.TRAIN, Party.ANYONE, licence(Role.DECLARED, "unspecified", ""))))
        .containsExactly("step.licence.none");
    var beside =
        ask(
            Use.TRAIN,
            Party.ANYONE,
            licence(Role.DECLARED, "unspecified", ""),
            licence(Role.DECLARED, "cc0", "CC0-1.0"));
    assertThat(beside.answer()).isEqualTo(Answer.PERMITTED);
    assertThat(beside.flags()).isEmpty();
  }

  @Test
  void aConcludedSilenceIsAFinding() {
    var permission =
        ask(
            Use.TRAIN,
            Party.ANYONE,
            licence(Role.DECLARED, "cc0", "CC0-1.0"),
            licence(Role.CONCLUDED, "unspecified", ""));
    assertThat(permission.answer()).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void theLicenceGrantsAndItsDutiesAreOwed() {
    var permission = ask(Use.REDISTRIBUTE, Party.ANYONE, licence(Role.DECLARED, "by", "CC-BY-4.0"));
    assertThat(permission.answer()).isEqualTo(Answer.WITH_DUTIES);
    assertThat(permission.duties())
        .contains(new Duty.Attribute(Duty.Level.SOURCE, Duty.Form.NOTICE_FILE));
    var step = permission.chain().getFirst();
    assertThat(step.key()).isEqualTo("step.licence.with-duties");
    assertThat(step.about()).isEqualTo("CC-BY-4.0");
    assertThat(step.statement().orElseThrow().source()).isEqualTo(SOURCE);
    assertThat(step.layer()).isEqualTo(Layer.LICENCE);
  }

  @Test
  void whatWasWeighedStandsAboveWhatWasDeclared() {
    var declared = licence(Role.DECLARED, "by-nc", "CC-BY-NC-4.0");
    var concluded = licence(Role.CONCLUDED, "by", "CC-BY-4.0");
    var effective = licence(Role.EFFECTIVE, "cc0", "CC0-1.0");
    assertThat(ask(Use.TRAIN, Party.ANYONE, declared).answer()).isEqualTo(Answer.NEEDS_AGREEMENT);
    assertThat(ask(Use.TRAIN, Party.ANYONE, declared, concluded).answer())
        .isEqualTo(Answer.WITH_DUTIES);
    assertThat(ask(Use.TRAIN, Party.ANYONE, effective, declared, concluded).answer())
        .isEqualTo(Answer.PERMITTED);
  }

  @Test
  void ofContradictingLicencesTheNarrowestCountsAndIsFlagged() {
    var permission =
        ask(
            Use.TRAIN,
            Party.ANYONE,
            licence(Role.DECLARED, "cc0", "CC0-1.0"),
            licence(Role.DECLARED, "by-nc", "CC-BY-NC-4.0"));
    assertThat(permission.answer()).isEqualTo(Answer.NEEDS_AGREEMENT);
    assertThat(permission.flags()).contains(Flag.STATEMENTS_DISAGREE);
    assertThat(keys(permission))
        .containsExactly("step.licence.permitted", "step.licence.needs-agreement");
  }

  @Test
  void whatIsConcludedForAPartSaysNothingAboutTheWhole() {
    var whole = new LicenceTerm(SOURCE, Role.DECLARED, "", Licensed.under("CC-BY-NC-4.0"), "");
    var part = new LicenceTerm(SOURCE, Role.CONCLUDED, "", Licensed.under("CC-BY-4.0"), "images");
    assertThat(ask(Use.TRAIN, Party.of(Actor.COMMERCIAL), whole, part).answer())
        .isEqualTo(Answer.NEEDS_AGREEMENT);
  }

  @Test
  void licencesOfDifferentPartsAreNoContradiction() {
    var text = new LicenceTerm(SOURCE, Role.DECLARED, "", Licensed.under("CC-BY-4.0"), "text");
    var images = new LicenceTerm(SOURCE, Role.DECLARED, "", Licensed.under("CC0-1.0"), "images");
    var permission = ask(Use.TRAIN, Party.ANYONE, text, images);
    assertThat(permission.answer()).isEqualTo(Answer.WITH_DUTIES);
    assertThat(permission.flags()).doesNotContain(Flag.STATEMENTS_DISAGREE);
  }

  @ParameterizedTest
  @CsvSource({
    "'', DE, PERMITTED",
    "'', '', PERMITTED",
    "US, US, PERMITTED",
    "EU, DE, PERMITTED",
    "US, DE, UNKNOWN",
    "US, '', UNKNOWN",
    "EU, US, UNKNOWN",
    "DE, EU, UNKNOWN",
  })
  void publicDomainHoldsInItsPlace(String where, String asked, Answer answer) {
    var permission =
        ask(
            new Question(Use.TRAIN, Party.ANYONE, new Place(asked), DAY, Optional.empty()),
            RightsStatus.always(SOURCE, State.PUBLIC_DOMAIN, new Place(where)));
    assertThat(permission.answer()).isEqualTo(answer);
    assertThat(permission.flags().contains(Flag.PLACE_NOT_COVERED))
        .isEqualTo(answer == Answer.UNKNOWN);
  }

  @Test
  void whereNoRightIsLeftTheLicenceIsNotNeeded() {
    var permission =
        ask(
            Use.TRAIN,
            Party.ANYONE,
            licence(Role.DECLARED, "by-nc", "CC-BY-NC-4.0"),
            RightsStatus.always(SOURCE, State.WAIVED, Place.EVERYWHERE));
    assertThat(permission.answer()).isEqualTo(Answer.PERMITTED);
    assertThat(keys(permission)).containsExactly("step.rights.free");
  }

  @Test
  void theDateDecides() {
    var free =
        new RightsStatus(
            SOURCE, State.PUBLIC_DOMAIN, GERMANY, LocalDate.of(2027, 1, 1), LocalDate.MAX);
    var restored =
        new RightsStatus(SOURCE, State.PUBLIC_DOMAIN, GERMANY, LocalDate.MIN, DAY.minusDays(1));
    assertThat(on(DAY, free).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(on(LocalDate.of(2026, 12, 31), free).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(on(LocalDate.of(2027, 1, 1), free).answer()).isEqualTo(Answer.PERMITTED);
    assertThat(on(DAY, restored).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(on(DAY.minusDays(1), restored).answer()).isEqualTo(Answer.PERMITTED);
  }

  @ParameterizedTest
  @CsvSource({"'', DE", "DE, ''", "EU, DE", "DE, EU"})
  void contradictedRightsAreNotFree(String protectedIn, String asked) {
    var permission =
        ask(
            new Question(Use.TRAIN, Party.ANYONE, new Place(asked), DAY, Optional.empty()),
            RightsStatus.always(SOURCE, State.PUBLIC_DOMAIN, Place.EVERYWHERE),
            RightsStatus.always(SOURCE, State.PROTECTED, new Place(protectedIn)));
    assertThat(permission.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(permission.flags()).containsExactly(Flag.STATEMENTS_DISAGREE);
    assertThat(keys(permission))
        .containsExactly("step.licence.none", "step.rights.contradicted", "step.rights.protected");
  }

  @Test
  void protectionElsewhereDoesNotMatterHere() {
    assertThat(
            ask(
                    Use.TRAIN,
                    Party.ANYONE,
                    RightsStatus.always(SOURCE, State.PUBLIC_DOMAIN, GERMANY),
                    RightsStatus.always(SOURCE, State.PROTECTED, new Place("US")),
                    RightsStatus.always(SOURCE, State.UNKNOWN, GERMANY))
                .answer())
        .isEqualTo(Answer.PERMITTED);
  }

  @Test
  void hostsBindThoseWhoTakeTheBytesFromThem() {
    var cc0 = licence(Role.DECLARED, "cc0", "CC0-1.0");
    var host = platform("https://host.example/file");
    var about = new Question(Use.REDISTRIBUTE, Party.ANYONE, GERMANY, DAY, Optional.empty());
    var work = ask(about, cc0, host);
    assertThat(work.answer()).isEqualTo(Answer.PERMITTED);
    assertThat(work.flags()).containsExactly(Flag.DISTRIBUTION_TERMS);
    var bytes = ask(from(about, "https://host.example/file"), cc0, host);
    assertThat(bytes.answer()).isEqualTo(Answer.PROHIBITED);
    assertThat(bytes.flags()).isEmpty();
    assertThat(keys(bytes)).containsExactly("step.licence.permitted", "step.platform.narrows");
    assertThat(ask(from(about, "https://elsewhere.example/"), cc0, host))
        .isEqualTo(ask(about, cc0));
    assertThat(ask(about, cc0, platform("")).answer()).isEqualTo(Answer.PROHIBITED);
    assertThat(ask(Use.TRAIN, Party.ANYONE, cc0, platform("")).answer())
        .isEqualTo(Answer.PERMITTED);
  }

  @Test
  void aPreferenceAgainstIsShownAndChangesNothing() {
    var permission =
        ask(
            Use.TRAIN,
            Party.ANYONE,
            licence(Role.DECLARED, "cc0", "CC0-1.0"),
            preference(Action.TRAIN_GENERATIVE, Stance.DISALLOW));
    assertThat(permission.answer()).isEqualTo(Answer.PERMITTED);
    assertThat(permission.flags()).containsExactly(Flag.PREFERENCE_AGAINST);
    assertThat(keys(permission))
        .containsExactly("step.licence.permitted", "step.preference.disallow");
  }

  @Test
  void aPreferenceForSomethingIsNoPermission() {
    var allowed = ask(Use.TRAIN, Party.ANYONE, preference(Action.MINE, Stance.ALLOW));
    assertThat(allowed.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(allowed.flags()).isEmpty();
  }

  @Test
  void whatASignalAsksInReturnBecomesADuty() {
    var wish =
        new Wish(
            Action.TRAIN,
            Stance.CONDITIONAL,
            Set.of(new Duty.ContributeEcosystem()),
            Scope.EVERYBODY,
            "train-genai",
            true);
    var signal = new Preference(SOURCE, "raw", "header", "p/1", List.of(wish), List.of());
    var permission = ask(Use.TRAIN, Party.ANYONE, licence(Role.DECLARED, "cc0", "CC0-1.0"), signal);
    assertThat(permission.answer()).isEqualTo(Answer.WITH_DUTIES);
    assertThat(permission.duties()).containsExactly(new Duty.ContributeEcosystem());
    assertThat(permission.flags())
        .containsExactlyInAnyOrder(Flag.PREFERENCE_CONDITION, Flag.LEGACY_LABEL);
  }

  @Test
  void aPreferenceSpeaksOfItsUsesAndPartiesAndOfItsTimeOnly() {
    var cc0 = licence(Role.DECLARED, "cc0", "CC0-1.0");
    var search = preference(Action.SEARCH, Stance.DISALLOW);
    assertThat(ask(Use.TRAIN, Party.ANYONE, cc0, search).flags()).isEmpty();
    var commercial =
        new Preference(
            SOURCE,
            "raw",
            "rsl",
            "p/1",
            List.of(
                new Wish(
                    Action.TRAIN,
                    Stance.DISALLOW,
                    Set.of(),
                    Scope.anyOf(Actor.COMMERCIAL),
                    "ai-train",
                    false)),
            List.of());
    assertThat(ask(Use.TRAIN, Party.of(Actor.RESEARCH), cc0, commercial).flags()).isEmpty();
    assertThat(ask(Use.TRAIN, Party.of(Actor.COMMERCIAL), cc0, commercial).flags())
        .containsExactly(Flag.PREFERENCE_AGAINST);
    var later = new Source("k", "", "", Optional.of(DAY.plusDays(1)));
    var today = new Source("k", "", "", Optional.of(DAY));
    var wishes = preference(Action.TRAIN, Stance.DISALLOW).wishes();
    assertThat(
            ask(Use.TRAIN, Party.ANYONE, cc0, new Preference(later, "", "", "", wishes, List.of()))
                .flags())
        .isEmpty();
    assertThat(
            ask(Use.TRAIN, Party.ANYONE, cc0, new Preference(today, "", "", "", wishes, List.of()))
                .flags())
        .containsExactly(Flag.PREFERENCE_AGAINST);
  }

  @Test
  void anAgreementHeldOverridesWhatIsNotGrantedAndWhatWasAskedFor() {
    var nonCommercial = licence(Role.DECLARED, "by-nc", "CC-BY-NC-4.0");
    var against = preference(Action.TRAIN, Stance.DISALLOW);
    var agreed = offer(true, Grant.with(List.of(new Duty.Compensate(Duty.Payment.FIXED_FEE))));
    var permission = ask(Use.TRAIN, Party.of(Actor.COMMERCIAL), nonCommercial, against, agreed);
    assertThat(permission.answer()).isEqualTo(Answer.WITH_DUTIES);
    assertThat(permission.duties()).containsExactly(new Duty.Compensate(Duty.Payment.FIXED_FEE));
    assertThat(permission.flags()).isEmpty();
    assertThat(ask(Use.TRAIN, Party.ANYONE, agreed).answer()).isEqualTo(Answer.WITH_DUTIES);
  }

  @Test
  void anAgreementBindsItsHolder() {
    var cc0 = licence(Role.DECLARED, "cc0", "CC0-1.0");
    var forbids = offer(true, Grant.PROHIBITED);
    var lets = offer(true, Grant.PERMITTED);
    assertThat(ask(Use.SHOW, Party.ANYONE, cc0, forbids).answer()).isEqualTo(Answer.PROHIBITED);
    assertThat(ask(Use.SHOW, Party.ANYONE, cc0, forbids, lets).answer())
        .isEqualTo(Answer.PROHIBITED);
    assertThat(ask(Use.SHOW, Party.ANYONE, cc0, lets, forbids).answer())
        .isEqualTo(Answer.PROHIBITED);
  }

  @Test
  void anAgreementEndsWithItsTerm() {
    var ended =
        new OfferTerm(SOURCE, "a", true, UseMatrix.PERMITTED, DAY.minusYears(1), DAY.minusDays(1));
    var runs = new OfferTerm(SOURCE, "a", true, UseMatrix.PERMITTED, DAY, DAY);
    var future =
        new OfferTerm(SOURCE, "a", true, UseMatrix.PERMITTED, DAY.plusDays(1), LocalDate.MAX);
    assertThat(ask(Use.TRAIN, Party.ANYONE, ended).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(ask(Use.TRAIN, Party.ANYONE, future).answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(ask(Use.TRAIN, Party.ANYONE, runs).answer()).isEqualTo(Answer.PERMITTED);
  }

  @Test
  void anOfferIsPointedOutWhereAnAgreementIsNeeded() {
    var nonCommercial = licence(Role.DECLARED, "by-nc", "CC-BY-NC-4.0");
    var offered = offer(false, Grant.PERMITTED);
    var permission = ask(Use.TRAIN, Party.of(Actor.COMMERCIAL), nonCommercial, offered);
    assertThat(permission.answer()).isEqualTo(Answer.NEEDS_AGREEMENT);
    assertThat(keys(permission)).endsWith("step.offer.available");
    assertThat(keys(ask(Use.TRAIN, Party.ANYONE, offered))).doesNotContain("step.offer.available");
    assertThat(keys(ask(Use.TRAIN, Party.ANYONE, nonCommercial, offer(false, Grant.PROHIBITED))))
        .doesNotContain("step.offer.available");
  }

  @ParameterizedTest
  @CsvSource({
    "https://localcontexts.org/label/tk-ss/, CLOSED, PROHIBITED",
    "https://localcontexts.org/label/TK-MR, CLOSED, PROHIBITED",
    "https://localcontexts.org/label/tk-co/1.0/, ASK, NEEDS_AGREEMENT",
    "'', ASK, NEEDS_AGREEMENT",
    "https://localcontexts.org/label/tk-nc/#x, NON_COMMERCIAL, NEEDS_AGREEMENT",
    "https://localcontexts.org/label/tk-a, INFORMS, PERMITTED",
  })
  void whatACommunityClosedStaysClosed(
      String label, CommunityProtocol.Effect effect, Answer answer) {
    var protocol = new CommunityProtocol(SOURCE, label, "words");
    assertThat(protocol.effect()).isEqualTo(effect);
    var permission =
        ask(
            Use.TRAIN,
            Party.ANYONE,
            RightsStatus.always(SOURCE, State.PUBLIC_DOMAIN, Place.EVERYWHERE),
            offer(true, Grant.PERMITTED),
            protocol);
    assertThat(permission.answer()).isEqualTo(answer);
    assertThat(permission.flags()).contains(Flag.COMMUNITY_PROTOCOL);
    assertThat(permission.duties().contains(new Duty.ObtainConsent()))
        .isEqualTo(effect == CommunityProtocol.Effect.ASK);
  }

  @Test
  void aLabelNeverPermits() {
    var label = new CommunityProtocol(SOURCE, "https://localcontexts.org/label/tk-oc", "");
    assertThat(ask(Use.TRAIN, Party.ANYONE, label).answer()).isEqualTo(Answer.UNKNOWN);
    var ask = new CommunityProtocol(SOURCE, "", "ask us");
    assertThat(ask(Use.TRAIN, Party.ANYONE, ask).answer()).isEqualTo(Answer.UNKNOWN);
    var nonCommercial = new CommunityProtocol(SOURCE, "https://localcontexts.org/label/tk-nc", "");
    assertThat(
            ask(
                    Use.TRAIN,
                    Party.of(Actor.NON_COMMERCIAL),
                    licence(Role.DECLARED, "cc0", "CC0-1.0"),
                    nonCommercial)
                .answer())
        .isEqualTo(Answer.PERMITTED);
  }

  @Test
  void exceptionsOfLawArePointedOutAndChangeNothing() {
    var question =
        new Question(Use.TRAIN, Party.of(Actor.RESEARCH), GERMANY, DAY, Optional.empty());
    var permission = ask(question, licence(Role.DECLARED, "in-copyright", "InC"));
    assertThat(permission.answer()).isEqualTo(Answer.NEEDS_AGREEMENT);
    assertThat(permission.exceptions())
        .containsExactly(StatutoryException.EU_RESEARCH_MINING, StatutoryException.EU_MINING);
    assertThat(ask(Use.SHOW, Party.ANYONE).exceptions()).isEmpty();
    var american = new Question(Use.SHOW, Party.ANYONE, new Place("US"), DAY, Optional.empty());
    assertThat(ask(american).exceptions()).containsExactly(StatutoryException.US_FAIR_USE);
    var nowhere = new Question(Use.TRAIN, Party.ANYONE, Place.EVERYWHERE, DAY, Optional.empty());
    assertThat(ask(nowhere).exceptions()).isEmpty();
  }

  @Test
  void theClassificationIsToldAndChangesNothing() {
    var permission = ask(Use.TRAIN, Party.ANYONE, new Classification(SOURCE, "commons", "2026.1"));
    assertThat(permission.answer()).isEqualTo(Answer.UNKNOWN);
    assertThat(permission.chain().getLast().about()).isEqualTo("commons (2026.1)");
  }

  @Test
  void aChildIsNarrowedByItsParentAndSaysSo() {
    var own = ask(Use.TRAIN, Party.ANYONE, licence(Role.DECLARED, "cc0", "CC0-1.0"));
    var parent = ask(Use.TRAIN, Party.ANYONE, licence(Role.DECLARED, "by-nc", "CC-BY-NC-4.0"));
    var child = own.within("Parent", parent);
    assertThat(child.answer()).isEqualTo(Answer.NEEDS_AGREEMENT);
    assertThat(child.chain().getLast().key()).isEqualTo("step.parent.narrows");
    assertThat(child.chain().getLast().about()).isEqualTo("Parent");
    assertThat(parent.within("Own", own).chain().getLast().key()).isEqualTo("step.parent.same");
  }

  @ParameterizedTest
  @CsvSource({"germany", "D", "DEU", "1A"})
  void aPlaceIsACountryCode(String code) {
    assertThatThrownBy(() -> new Place(code)).hasMessageContaining("two letters");
  }

  private static Permission on(LocalDate date, TermStatement... statements) {
    return ask(Question.of(Use.TRAIN, Party.ANYONE, GERMANY, date), statements);
  }

  private static Permission ask(Use use, Party party, TermStatement... statements) {
    return ask(Question.of(use, party, GERMANY, DAY), statements);
  }

  private static Permission ask(Question question, TermStatement... statements) {
    return Terms.permission(List.of(statements), question);
  }

  private static Question from(Question question, String distribution) {
    return new Question(
        question.use(),
        question.party(),
        question.place(),
        question.date(),
        Optional.of(distribution));
  }

  private static LicenceTerm licence(Role role, String family, String id) {
    return new LicenceTerm(
        SOURCE, role, id, Licensed.family(Tokens.require(LicenceFamily.class, family)), "");
  }

  private static PlatformTerms platform(String distribution) {
    return new PlatformTerms(
        SOURCE, distribution, "no re-hosting", Map.of(Use.REDISTRIBUTE, Grant.PROHIBITED));
  }

  private static Preference preference(Action action, Stance stance) {
    return new Preference(
        SOURCE,
        "raw",
        "robots.txt",
        "p/1",
        List.of(new Wish(action, stance, Set.of(), Scope.EVERYBODY, "label", false)),
        List.of());
  }

  private static OfferTerm offer(boolean held, Grant grant) {
    return new OfferTerm(
        SOURCE, "offer", held, UseMatrix.of((_, _) -> grant), LocalDate.MIN, LocalDate.MAX);
  }

  private static List<String> keys(Permission permission) {
    return permission.chain().stream().map(Step::key).toList();
  }
}
