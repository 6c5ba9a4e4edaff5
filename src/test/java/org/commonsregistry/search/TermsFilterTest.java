package org.commonsregistry.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Use;
import org.junit.jupiter.api.Test;

class TermsFilterTest {
  @Test
  void everyKindOfDutyCanBeAvoided() {
    var kinds =
        Arrays.stream(Duty.class.getPermittedSubclasses())
            .map(type -> type.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1"))
            .map(name -> name.toLowerCase(Locale.ROOT))
            .toList();
    assertThat(TermsFilter.DUTIES).containsExactlyInAnyOrderElementsOf(kinds);
  }

  @Test
  void anActorOrADutyNeedsAUse() {
    assertThatThrownBy(
            () -> new TermsFilter(Optional.empty(), Optional.empty(), Actor.COMMERCIAL, Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new TermsFilter(
                    Optional.empty(), Optional.empty(), Actor.ANYONE, Set.of("attribute")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatAnyoneMayDoAnActorMayDoToo() {
    var filter =
        new TermsFilter(
            Optional.empty(), Optional.of(Use.FINE_TUNE), Actor.RESEARCH, Set.of("compensate"));
    assertThat(filter.permitting())
        .containsExactlyInAnyOrder("fine-tune:anyone", "fine-tune:research");
    assertThat(filter.forbidding()).containsExactly("fine-tune!compensate");
  }
}
