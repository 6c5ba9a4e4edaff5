package org.commonsregistry.terms.preference;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonsregistry.terms.Action;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Preference;
import org.commonsregistry.terms.Preference.Stance;
import org.commonsregistry.terms.Scope;
import org.commonsregistry.terms.Source;

/** Reads {@code Content-Signal}: {@code search=yes, ai-input=no, ai-train=no}. */
public final class ContentSignal {
  private static final String PARSER = "content-signals-00/1";
  private static final Map<String, Action> LABELS =
      Map.of("search", Action.SEARCH, "ai-input", Action.GROUND, "ai-train", Action.TRAIN);
  private static final Map<String, Stance> VALUES =
      Map.of("yes", Stance.ALLOW, "no", Stance.DISALLOW);
  private static final Set<Duty> LINK =
      Set.of(new Duty.Attribute(Duty.Level.SOURCE, Duty.Form.IN_OUTPUT_LINK));

  private ContentSignal() {}

  public static Preference read(Source source, String raw, String carrier) {
    var findings = new Findings();
    var read = StructuredDictionary.read(raw);
    if (read.isEmpty()) {
      findings.note("malformed", raw);
    }
    read.orElse(Map.of())
        .forEach(
            (label, member) -> {
              var action = LABELS.get(label);
              var stance = VALUES.get(member.value());
              if (label.equals("use") && member.value().equals("reference")) {
                findings.note("provisional-label", "use=reference");
                findings.wish(
                    List.of(Action.SHOW), Stance.CONDITIONAL, LINK, Scope.EVERYBODY, label, false);
              } else if (action == null) {
                findings.note("unknown-label", label);
              } else if (stance == null) {
                findings.note("unknown-value", label);
              } else {
                findings.wish(List.of(action), stance, label, false);
              }
            });
    return findings.preference(source, raw, carrier, PARSER);
  }
}
