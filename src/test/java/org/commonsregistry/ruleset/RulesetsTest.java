package org.commonsregistry.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.rdf.CanonicalQuads;
import org.commonsregistry.testing.TestHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RulesetsTest {
  private TestHome home;
  private ApplicationContext context;
  private Rulesets rulesets;

  @BeforeEach
  void open() {
    home = new TestHome();
    reopen();
  }

  private void reopen() {
    context = home.open(Map.of("commons.seed", false));
    rulesets = context.getBean(Rulesets.class);
  }

  @AfterEach
  void close() {
    context.close();
    home.close();
  }

  /** The founding ruleset with another sentence in it. */
  private static Ruleset other(String version) {
    var files = new ArrayList<Source>();
    for (var file : Founding.ruleset().files()) {
      files.add(
          file.path().equals("ruleset.yaml")
              ? new Source(file.path(), file.text().replace("2026.1", version))
              : file);
    }
    return Written.accepted(files);
  }

  @Test
  void anEmptyRegistryIsFoundedOnceWithTheRulesetThatComesWithIt() {
    assertThat(rulesets.current()).isEmpty();
    rulesets.foundOnce();
    rulesets.foundOnce();
    assertThat(rulesets.history()).hasSize(1);
    var current = rulesets.current().orElseThrow();
    assertThat(current.ruleset().hash()).isEqualTo(Founding.ruleset().hash());
    assertThat(current.by()).isEqualTo(Actor.REGISTRY);
    assertThat(current.sequence()).isEqualTo(1);
  }

  @Test
  void everyAdoptedRulesetStaysReadableAfterARestart() {
    rulesets.foundOnce();
    var later = other("2026.2");
    var adopted = rulesets.adopt(later, Actor.OPERATOR).orElseThrow();
    assertThat(adopted.sequence()).isEqualTo(2);
    context.close();
    reopen();
    assertThat(rulesets.current().orElseThrow().ruleset().hash()).isEqualTo(later.hash());
    assertThat(rulesets.byHash(Founding.ruleset().hash())).isPresent();
    assertThat(rulesets.byHash(new RulesetHash("0".repeat(64)))).isEmpty();
    assertThat(rulesets.history())
        .extracting(one -> one.ruleset().version())
        .containsExactly("2026.1", "2026.2");
  }

  @Test
  void theSameRulesetAgainRecordsNothing() {
    rulesets.foundOnce();
    assertThat(rulesets.adopt(Founding.ruleset(), Actor.OPERATOR).orElseThrow().sequence())
        .isEqualTo(1);
    assertThat(context.getBean(Ledger.class).head()).isEqualTo(1);
  }

  @Test
  void aRulesetOfAnotherNameIsNotThisRegistrys() {
    var small = Written.ruleset(Written.policy("p", "{fact: kind, is: law}", "market"));
    assertThatThrownBy(() -> rulesets.adopt(small, Actor.OPERATOR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'small'");
  }

  @Test
  void aRedactedRulesetCountsNoMore() {
    rulesets.foundOnce();
    rulesets.adopt(other("2026.2"), Actor.OPERATOR);
    context.getBean(Ledger.class).redact(2, Actor.OPERATOR, CanonicalQuads.of(List.of()));
    assertThat(rulesets.current().orElseThrow().ruleset().version()).isEqualTo("2026.1");
  }
}
