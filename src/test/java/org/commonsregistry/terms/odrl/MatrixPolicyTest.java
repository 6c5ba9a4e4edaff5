package org.commonsregistry.terms.odrl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Answer;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Flag;
import org.commonsregistry.terms.Grant;
import org.commonsregistry.terms.LicenceMatrices;
import org.commonsregistry.terms.Party;
import org.commonsregistry.terms.Use;
import org.commonsregistry.terms.UseMatrix;
import org.commonsregistry.terms.licence.LicenceFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Matrices and policies say the same. */
class MatrixPolicyTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Node POLICY = NodeFactory.createURI("urn:example:policy");

  @ParameterizedTest
  @EnumSource(LicenceFamily.class)
  void aFamilyReadsBackAsItWasWritten(LicenceFamily family) {
    readsBack(LicenceMatrices.of(family));
  }

  @ParameterizedTest
  @CsvSource({"BY_NC, ACADEMIC", "BY_SA, BY_NC_SA", "RESPONSIBLE_AI, BY_ND", "TIERED, BY_NC"})
  void soDoesACombination(LicenceFamily one, LicenceFamily other) {
    readsBack(LicenceMatrices.of(one).meet(LicenceMatrices.of(other)));
    readsBack(LicenceMatrices.of(one).better(LicenceMatrices.of(other)));
  }

  @Test
  void soDoesAProhibition() {
    readsBack(
        UseMatrix.of(
            (use, party) ->
                use == Use.SHOW && party.facets().contains(Actor.COMMERCIAL)
                    ? Grant.PROHIBITED
                    : use == Use.TRAIN
                        ? Grant.PROHIBITED
                        : Grant.with(List.of(new Duty.CarryTerms(-1)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attribute(item,in-output-link)",
        "report(P3M,use)",
        "carry-terms(-1)",
        "honour-removal(7)",
        "behavioural-restriction",
        "behavioural-restriction(https://example.org/list)",
        "compensate(revenue-share)",
        "register-use",
      })
  void aDutyReadsBackAsItWasWritten(String duty) {
    readsBack(UseMatrix.of((_, _) -> Grant.with(List.of(Duty.parse(duty)))));
  }

  @Test
  void aPermissionForAPartIsFlagged() {
    var matrix = matrix("odrl:permission [ odrl:action commons:pretrain, commons:fine-tune ]");
    var train = matrix.grant(Use.TRAIN, Party.ANYONE);
    assertThat(train.answer()).isEqualTo(Answer.PERMITTED);
    assertThat(train.flags()).containsExactly(Flag.PART_ONLY);
    assertThat(matrix.grant(Use.FINE_TUNE, Party.ANYONE).flags()).isEmpty();
    assertThat(matrix.grant(Use.SHOW, Party.ANYONE)).isEqualTo(Grant.NEEDS_AGREEMENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "odrl:permission [ odrl:action odrl:use ]                                  | PERMITTED",
        "odrl:permission [ odrl:action commons:mine ]                              | PERMITTED",
        "odrl:permission [ odrl:action commons:distil ]                            | NEEDS_AGREEMENT",
        "odrl:permission [ odrl:action odrl:display ]                              | NEEDS_AGREEMENT",
        "odrl:permission [ odrl:action odrl:use ]; odrl:prohibition [ odrl:action commons:train ] | PROHIBITED",
        "odrl:conflict odrl:perm; odrl:permission [ odrl:action odrl:use ]; odrl:prohibition [ odrl:action commons:train ] | PERMITTED",
        "odrl:permission [ odrl:action odrl:use; odrl:constraint [ odrl:leftOperand odrl:spatial; odrl:operator odrl:eq; odrl:rightOperand \"DE\" ] ] | UNKNOWN",
        "odrl:permission [ odrl:action odrl:use ]; odrl:prohibition [ odrl:action odrl:use; odrl:constraint [ odrl:leftOperand odrl:spatial; odrl:operator odrl:eq; odrl:rightOperand \"DE\" ] ] | UNKNOWN",
        "odrl:permission [ odrl:action odrl:use; odrl:duty [ odrl:action odrl:pay ] ] | UNKNOWN",
        "odrl:permission [ odrl:action odrl:use; odrl:duty [ odrl:action commons:obtain-consent; odrl:constraint [ odrl:leftOperand commons:days; odrl:operator odrl:eq; odrl:rightOperand 7 ] ] ] | UNKNOWN",
        "odrl:permission [ odrl:action odrl:use; odrl:duty [ odrl:action commons:obtain-consent ] ] | WITH_DUTIES",
        "odrl:permission [ odrl:action odrl:use; odrl:assignee <urn:somebody> ]      | UNKNOWN",
        "odrl:permission [ odrl:action [ <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> odrl:use; odrl:refinement [ odrl:leftOperand odrl:resolution; odrl:operator odrl:lt; odrl:rightOperand 7 ] ] ] | UNKNOWN",
        "odrl:permission [ odrl:action odrl:use; odrl:constraint [ odrl:leftOperand odrl:dateTime; odrl:operator odrl:lteq; odrl:rightOperand \"2026-11-23\"^^xsd:date ] ] | PERMITTED",
        "odrl:permission [ odrl:action odrl:use; odrl:constraint [ odrl:leftOperand odrl:dateTime; odrl:operator odrl:lt; odrl:rightOperand \"2026-11-23\"^^xsd:date ] ] | NEEDS_AGREEMENT",
        "odrl:permission [ odrl:action odrl:use; odrl:constraint [ odrl:leftOperand odrl:dateTime; odrl:operator odrl:gt; odrl:rightOperand \"2026-11-22T23:00:00Z\"^^xsd:dateTime ] ] | PERMITTED",
        "odrl:permission [ odrl:action odrl:use; odrl:constraint [ odrl:leftOperand odrl:dateTime; odrl:operator odrl:gt; odrl:rightOperand \"soon\" ] ] | UNKNOWN",
        "odrl:permission [ odrl:action odrl:use; odrl:constraint [ odrl:leftOperand odrl:dateTime; odrl:operator odrl:likes; odrl:rightOperand \"soon\" ] ] | UNKNOWN",
        "odrl:permission [ odrl:action odrl:use; odrl:constraint [ odrl:leftOperand odrl:dateTime ] ] | UNKNOWN",
        "odrl:permission [ odrl:action odrl:use; odrl:assignee [ a odrl:PartyCollection; odrl:refinement [ odrl:leftOperand commons:actor; odrl:operator odrl:isAnyOf; odrl:rightOperand commons:actor-research ] ] ] | NEEDS_AGREEMENT",
      })
  void aPolicyAnswersAboutTraining(String rules, Answer answer) {
    assertThat(matrix(rules).grant(Use.TRAIN, Party.ANYONE).answer()).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({
    "XONE, SATISFIED UNSATISFIED, SATISFIED",
    "XONE, SATISFIED SATISFIED, UNSATISFIED",
    "XONE, SATISFIED SATISFIED UNKNOWN, UNSATISFIED",
    "XONE, SATISFIED UNKNOWN, UNKNOWN",
    "XONE, UNSATISFIED UNSATISFIED, UNSATISFIED",
    "AND, SATISFIED UNKNOWN, UNKNOWN",
    "AND, UNSATISFIED UNKNOWN, UNSATISFIED",
    "OR, SATISFIED UNKNOWN, SATISFIED",
    "OR, UNSATISFIED UNKNOWN, UNKNOWN",
  })
  void threeValuesGoTogether(Constraint.Junction junction, String parts, Satisfaction expected) {
    var values = Arrays.stream(parts.split(" ")).map(Satisfaction::valueOf).toList();
    assertThat(
            switch (junction) {
              case AND -> Satisfaction.all(values);
              case OR -> Satisfaction.any(values);
              case XONE -> Satisfaction.one(values);
            })
        .isEqualTo(expected);
  }

  @Test
  void membershipReachesThroughCollectionsAndCircles() {
    var a = NodeFactory.createURI("urn:a");
    var b = NodeFactory.createURI("urn:b");
    var c = NodeFactory.createURI("urn:c");
    var world = new World(Map.of(), Map.of(a, Set.of(b), b, Set.of(c, a)), Set.of());
    assertThat(world.isIn(a, c)).isTrue();
    assertThat(world.isIn(c, a)).isFalse();
  }

  @Test
  void aPolicyWithoutRulesOrWithTooManyIsNotRead() {
    var graph = GraphFactory.createDefaultGraph();
    assertThat(new PolicyReader(graph).read(POLICY)).isEmpty();
    for (var i = 0; i < 1001; i++) {
      graph.add(POLICY, Odrl.name("permission"), NodeFactory.createURI("urn:rule:" + i));
    }
    assertThat(new PolicyReader(graph).read(POLICY)).isEmpty();
  }

  private static void readsBack(UseMatrix matrix) {
    var graph = MatrixPolicy.write(matrix, POLICY);
    var policy =
        new PolicyReader(graph)
            .read(POLICY)
            .orElseGet(() -> new Policy(POLICY, false, List.of(), graph));
    var back = PolicyMatrix.of(policy, DAY);
    for (var use : Use.values()) {
      for (var party : Party.ALL) {
        var was = matrix.grant(use, party);
        var is = back.grant(use, party);
        assertThat(is.answer()).as(use + " " + party).isEqualTo(was.answer());
        if (was.answer().allows()) {
          assertThat(is.duties()).as(use + " " + party).isEqualTo(was.duties());
        }
      }
    }
  }

  private static UseMatrix matrix(String rules) {
    var graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(
            "@prefix odrl: <http://www.w3.org/ns/odrl/2/> . @prefix commons: <https://commonsregistry.org/ns#> ."
                + " @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . <urn:example:policy> "
                + rules
                + " .",
            Lang.TURTLE)
        .parse(graph);
    return PolicyMatrix.of(new PolicyReader(graph).read(POLICY).orElseThrow(), DAY);
  }
}
