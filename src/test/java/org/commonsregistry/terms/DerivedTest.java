package org.commonsregistry.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.commonsregistry.terms.ShareAlike.PassingOn;
import org.commonsregistry.terms.licence.LicenceExpression;
import org.commonsregistry.terms.licence.LicenceFamily;
import org.commonsregistry.terms.licence.Recognition;
import org.commonsregistry.testing.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DerivedTest {
  @ParameterizedTest
  @CsvSource({
    "CC0-1.0, CC-BY-4.0, any",
    "MIT, CC-BY-4.0, any",
    "CC-BY-4.0, CC-BY-SA-4.0, CC-BY-SA-4.0 FAL-1.3 GPL-3.0",
    "CC-BY-SA-3.0, CC-BY-SA-4.0, CC-BY-SA-4.0",
    "CC-BY-SA-2.0, CC-BY-SA-3.0-DE, CC-BY-SA-3.0 CC-BY-SA-4.0",
    "CC-BY-SA-1.0, CC-BY-SA-4.0, none",
    "CC-BY-SA-4.0, GPL-3.0-or-later, GPL-3.0",
    "CC-BY-SA-3.0, GPL-3.0-only, none",
    "GPL-2.0-or-later, GPL-3.0-only, AGPL-3.0 GPL-3.0",
    "GPL-2.0-only, GPL-3.0-only, none",
    "GPL-2.0+, CC0-1.0, AGPL-3.0 GPL-2.0 GPL-3.0",
    "CC-BY-SA-4.0, ODbL-1.0, none",
    "ODbL-1.0, ODbL-1.0, ODbL-1.0",
    "CC-BY-SA-4.0, GFDL-1.3-or-later, none",
    "CC-BY-SA-4.0, CDLA-Sharing-1.0, none",
    "CC-BY-SA-4.0, CC-BY-NC-SA-4.0, none",
    "CC-BY-SA-4.0, CC-BY-NC-4.0, none",
    "CC-BY-NC-4.0, CC-BY-NC-SA-4.0, CC-BY-NC-SA-4.0",
    "CC-BY-ND-4.0, CC0-1.0, none",
    "CC0-1.0, unknown, none",
  })
  void sourcesHaveACommonLicenceOrNone(String one, String other, String expected) {
    var forth = ShareAlike.passingOn(List.of(licence(one), licence(other)));
    var back = ShareAlike.passingOn(List.of(licence(other), licence(one)));
    assertThat(forth).isEqualTo(back);
    assertThat(
            switch (forth) {
              case PassingOn.AnyLicence _ -> "any";
              case PassingOn.Under under -> String.join(" ", under.licences());
              case PassingOn.Aggregate _ -> "none";
            })
        .isEqualTo(expected);
  }

  @Test
  void aDualLicenceOpensAWayAndADoubleOneClosesIt() {
    var odbl = licence("ODbL-1.0");
    var odblId = new LicenceExpression.Id("ODbL-1.0", false);
    var shareAlikeId = new LicenceExpression.Id("CC-BY-SA-4.0", false);
    var by = new LicenceExpression.Id("CC-BY-4.0", false);
    var either = Licensed.under(LicenceExpression.or(List.of(odblId, by)));
    var eitherCopyleft = Licensed.under(LicenceExpression.or(List.of(odblId, shareAlikeId)));
    var both = Licensed.under(LicenceExpression.and(List.of(odblId, shareAlikeId)));
    assertThat(ShareAlike.passingOn(List.of(either))).isEqualTo(new PassingOn.AnyLicence());
    assertThat(ShareAlike.passingOn(List.of(eitherCopyleft, odbl)))
        .isEqualTo(new PassingOn.Under(Set.of("ODbL-1.0")));
    assertThat(ShareAlike.passingOn(List.of(both))).isEqualTo(new PassingOn.Aggregate());
  }

  @Test
  void withoutACommonLicenceItShipsAsAnAggregate() {
    var derived =
        Derived.from(
            Stream.of("CC-BY-SA-4.0", "ODbL-1.0")
                .map(id -> Derived.Parent.under(licence(id)))
                .toList());
    assertThat(derived.passingOn()).isEqualTo(new PassingOn.Aggregate());
    var adapt = derived.matrix().grant(Use.ADAPT, Party.ANYONE);
    assertThat(adapt.answer()).isEqualTo(Answer.NEEDS_AGREEMENT);
    assertThat(adapt.flags()).contains(Flag.AGGREGATE_ONLY);
    var redistribute = derived.matrix().grant(Use.REDISTRIBUTE, Party.ANYONE);
    assertThat(redistribute.answer()).isEqualTo(Answer.WITH_DUTIES);
    assertThat(redistribute.flags()).contains(Flag.AGGREGATE_ONLY);
    assertThat(derived.matrix().grant(Use.TRAIN, Party.ANYONE).flags())
        .doesNotContain(Flag.AGGREGATE_ONLY);
  }

  @Test
  void withACommonLicenceNothingIsLost() {
    var parents =
        Stream.of("CC-BY-4.0", "CC-BY-SA-4.0")
            .map(id -> Derived.Parent.under(licence(id)))
            .toList();
    assertThat(Derived.from(parents).matrix())
        .isEqualTo(parents.get(0).matrix().meet(parents.get(1).matrix()));
    assertThat(Derived.from(List.of()).matrix()).isEqualTo(UseMatrix.UNKNOWN);
  }

  @Test
  void aLineageReachesThroughGenerationsAndCircles() {
    var lineage =
        new Lineage(
            Map.of(
                "child", Set.of("parent"),
                "parent", Set.of("grandparent"),
                "grandparent", Set.of("child")));
    assertThat(lineage.ancestors("child")).containsExactly("parent", "grandparent");
    assertThat(lineage.ancestors("nobody")).isEmpty();
    var own =
        Map.of(
            "child", LicenceFamily.CC0,
            "parent", LicenceFamily.BY,
            "grandparent", LicenceFamily.BY_NC);
    var effective =
        lineage.effective(
            "child", name -> LicenceMatrices.of(own.getOrDefault(name, LicenceFamily.UNSPECIFIED)));
    assertThat(effective.grant(Use.TRAIN, Party.ANYONE).answer()).isEqualTo(Answer.NEEDS_AGREEMENT);
  }

  /** Every real edge, with every kind of licence in turn on either end. */
  @Test
  void noRealDatasetExceedsWhatItWasMadeFrom() throws IOException {
    var parents = new HashMap<String, Set<String>>();
    for (var line :
        Files.readAllLines(SharedData.file("licences/derivation-edges.tsv")).stream()
            .skip(1)
            .toList()) {
      var cells = line.split("\t");
      parents.computeIfAbsent(cells[0], key -> new HashSet<>()).add(cells[2]);
    }
    assertThat(parents).hasSizeGreaterThan(100);
    var lineage = new Lineage(parents);
    var families = List.copyOf(LicenceMatrices.families().keySet());
    for (var shift = 0; shift < 3; shift++) {
      var turn = shift;
      Function<String, UseMatrix> own =
          name ->
              LicenceMatrices.of(
                  families.get(Math.floorMod(name.hashCode() + turn, families.size())));
      for (var child : parents.keySet()) {
        var effective = lineage.effective(child, own);
        for (var ancestor : lineage.ancestors(child)) {
          for (var use : Use.values()) {
            assertThat(effective.grant(use, Party.ANYONE).answer())
                .isLessThanOrEqualTo(own.apply(ancestor).grant(use, Party.ANYONE).answer());
          }
        }
      }
    }
  }

  private static Recognition licence(String id) {
    return id.equals("unknown") ? new Recognition.Unknown("") : Licensed.under(id);
  }
}
