package org.commonsregistry.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.commonsregistry.terms.licence.LicenceExpression;
import org.commonsregistry.terms.licence.LicenceFamily;
import org.commonsregistry.terms.licence.Recognition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table says what a careful reader of the licences would say. */
class LicenceMatricesTest {
  /** P permitted, D with duties, A needs agreement, ? unknown; in the order of the columns. */
  @ParameterizedTest
  @CsvSource({
    "public-domain, anyone, PPPPPPPP",
    "cc0, commercial, PPPPPPPP",
    "official-work, anyone, PPPPPPPP",
    "permissive-data, anyone, PPPPPPDD",
    "by, anyone, DDDDDDDD",
    "by-sa, commercial, DDDDDDDD",
    "by-nd, anyone, DDDDDDDA",
    "by-nc, anyone, AAAADAAA",
    "by-nc, commercial, AAAADAAA",
    "by-nc, non-commercial, DDDDDDDD",
    "by-nc, research, AAAADAAA",
    "by-nc-sa, non-commercial, DDDDDDDD",
    "by-nc-nd, non-commercial, DDDDDDDA",
    "by-nc-nd, individual, AAAADAAA",
    "computational, anyone, PPPPPADD",
    "software-permissive, anyone, PPPPPPDD",
    "software-copyleft, anyone, DDPPPPDD",
    "responsible-ai, anyone, DDDDDDDD",
    "academic, research, DDDDDDAD",
    "academic, education, DDDDDDAD",
    "academic, non-commercial, AAAADAAA",
    "academic, anyone, AAAADAAA",
    "tiered, anyone, ???DDD??",
    "guardianship, non-commercial, AAAAAAAA",
    "platform-terms, anyone, ????????",
    "in-copyright, research, AAAAAAAA",
    "unspecified, anyone, ????????",
    "unrecognised, anyone, ????????",
  })
  void aFamilyGrants(String family, String actor, String row) {
    var matrix = LicenceMatrices.of(Tokens.require(LicenceFamily.class, family));
    var party = Tokens.require(Actor.class, actor);
    assertThat(row(matrix, Party.of(party))).isEqualTo(row);
  }

  @Test
  void facetsCombineWithoutImplyingEachOther() {
    var nonCommercial = LicenceMatrices.of(LicenceFamily.BY_NC);
    var academic = LicenceMatrices.of(LicenceFamily.ACADEMIC);
    assertThat(row(nonCommercial, Party.of(Actor.RESEARCH, Actor.NON_COMMERCIAL)))
        .isEqualTo("DDDDDDDD");
    assertThat(row(academic, Party.of(Actor.RESEARCH, Actor.COMMERCIAL))).isEqualTo("AAAADAAA");
  }

  @Test
  void wherePurposeDecidesTheAnswerSaysSo() {
    var matrix = LicenceMatrices.of(LicenceFamily.BY_NC);
    assertThat(matrix.grant(Use.TRAIN, Actor.RESEARCH).flags()).contains(Flag.PURPOSE_DECIDES);
    assertThat(matrix.grant(Use.TRAIN, Actor.ANYONE).flags()).contains(Flag.PURPOSE_DECIDES);
    assertThat(matrix.grant(Use.TRAIN, Actor.COMMERCIAL).flags())
        .doesNotContain(Flag.PURPOSE_DECIDES);
    assertThat(matrix.grant(Use.TRAIN, Actor.NON_COMMERCIAL).flags())
        .containsExactly(Flag.WEIGHTS_UNSETTLED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "by           | train        | attribute(source,notice-file)",
        "by           | redistribute | attribute(source,notice-file);keep-notice(licence)",
        "by           | adapt        | attribute(source,notice-file);indicate-changes;keep-notice(licence)",
        "by-sa        | fine-tune    | attribute(source,notice-file);share-alike(adapted-data)",
        "by-sa        | ground       | attribute(source,notice-file)",
        "computational| redistribute | attribute(source,notice-file);carry-terms(-1);keep-notice(licence)",
        "responsible-ai| show        | behavioural-restriction;carry-terms(-1)",
        "in-copyright | train        | obtain-consent",
        "guardianship | search       | obtain-consent",
      })
  void dutiesComeWithTheUsesTheyAreOwedFor(String family, String use, String duties) {
    var grant =
        LicenceMatrices.of(Tokens.require(LicenceFamily.class, family))
            .grant(Tokens.require(Use.class, use), Party.ANYONE);
    assertThat(grant.duties().stream().map(Duty::text).collect(Collectors.joining(";")))
        .isEqualTo(duties);
  }

  @Test
  void theReadingByCopyrightAloneLeavesTrainingFreeOfDuties() {
    var minimal = LicenceMatrices.of(LicenceFamily.BY_SA).copyrightMinimal();
    assertThat(row(minimal, Party.ANYONE)).isEqualTo("PPDDDDDD");
    assertThat(minimal.grant(Use.TRAIN, Party.ANYONE).flags())
        .containsExactly(Flag.WEIGHTS_UNSETTLED);
    assertThat(
            LicenceMatrices.of(LicenceFamily.BY_NC)
                .copyrightMinimal()
                .grant(Use.TRAIN, Party.ANYONE))
        .isEqualTo(LicenceMatrices.of(LicenceFamily.BY_NC).grant(Use.TRAIN, Party.ANYONE));
  }

  @Test
  void everyFamilyIsInTheTable() {
    assertThat(LicenceMatrices.families().keySet()).containsExactly(LicenceFamily.values());
  }

  @ParameterizedTest
  @CsvSource({
    "CC-BY-NC-4.0 | MIT, anyone, PPPPPPDD",
    "CC-BY-NC-4.0 & CC-BY-ND-4.0, anyone, AAAADAAA",
    "CC-BY-NC-4.0 & CC-BY-ND-4.0, non-commercial, DDDDDDDA",
    "CC0-1.0 & LicenseRef-our-own, anyone, ????????",
    "CC0-1.0 | LicenseRef-our-own, anyone, PPPPPPPP",
  })
  void ofADualLicenceTheBetterIsTakenAndOfADoubleOneTheNarrowerHolds(
      String expression, String actor, String row) {
    var parts =
        Arrays.stream(expression.split(" [|&] "))
            .map(id -> (LicenceExpression) new LicenceExpression.Id(id, false))
            .toList();
    var licence =
        Licensed.under(
            expression.contains("|") ? LicenceExpression.or(parts) : LicenceExpression.and(parts));
    var party = Party.of(Tokens.require(Actor.class, actor));
    assertThat(row(LicenceMatrices.of(licence), party)).isEqualTo(row);
    assertThat(LicenceMatrices.grant(licence, Use.ADAPT, party))
        .isEqualTo(LicenceMatrices.of(licence).grant(Use.ADAPT, party));
  }

  @Test
  void whatWasNotRecognisedGrantsNothing() {
    assertThat(LicenceMatrices.of(new Recognition.Unstated(""))).isEqualTo(UseMatrix.UNKNOWN);
    assertThat(LicenceMatrices.of(new Recognition.Unknown(""))).isEqualTo(UseMatrix.UNKNOWN);
  }

  @Test
  void anExceptionLeavesTheLicenceItIsAddedTo() {
    var gpl = new LicenceExpression.Id("GPL-3.0-only", false);
    assertThat(
            LicenceMatrices.of(
                Licensed.under(new LicenceExpression.With(gpl, "Classpath-exception-2.0"))))
        .isEqualTo(LicenceMatrices.of(LicenceFamily.SOFTWARE_COPYLEFT));
  }

  @Test
  void aDamagedTableIsNotRead() {
    assertThatThrownBy(() -> FamilyTerms.read(List.of("by", "commons")))
        .hasMessageContaining("12 columns, not 2");
    var row = Arrays.asList("x\tcommons\tY\tY\tY\tY\tY\tY\tY\tX\t\t".split("\t", -1));
    assertThatThrownBy(() -> FamilyTerms.read(row)).hasMessageContaining("'X'");
  }

  private static String row(UseMatrix matrix, Party party) {
    return Arrays.stream(Use.values())
        .map(
            use ->
                switch (matrix.grant(use, party).answer()) {
                  case PERMITTED -> "P";
                  case WITH_DUTIES -> "D";
                  case NEEDS_AGREEMENT -> "A";
                  case UNKNOWN -> "?";
                  case PROHIBITED -> "X";
                })
        .collect(Collectors.joining());
  }
}
