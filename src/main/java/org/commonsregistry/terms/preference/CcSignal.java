package org.commonsregistry.terms.preference;

import java.util.Optional;
import java.util.Set;
import org.commonsregistry.terms.Duty;

/** The four CC signals of version 0.1: what is asked in return, always starting with credit. */
final class CcSignal {
  private static final Duty CREDIT = new Duty.Attribute(Duty.Level.SOURCE, Duty.Form.CREDITS_PAGE);

  private CcSignal() {}

  /** Empty when there is no such signal. */
  static Optional<Set<Duty>> duties(String code) {
    return switch (code) {
      case "cc-cr" -> Optional.of(Set.of(CREDIT));
      case "cc-cr-dc" -> Optional.of(Set.of(CREDIT, new Duty.ContributeDirect()));
      case "cc-cr-ec" -> Optional.of(Set.of(CREDIT, new Duty.ContributeEcosystem()));
      case "cc-cr-op" -> Optional.of(Set.of(CREDIT, new Duty.OpenModel(Duty.Openness.MOF_II)));
      default -> Optional.empty();
    };
  }
}
