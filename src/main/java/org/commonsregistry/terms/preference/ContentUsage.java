package org.commonsregistry.terms.preference;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Preference;
import org.commonsregistry.terms.Preference.Stance;
import org.commonsregistry.terms.Scope;
import org.commonsregistry.terms.Source;
import org.commonsregistry.terms.preference.StructuredDictionary.Member;

/**
 * Reads {@code Content-Usage} twice: strictly, as the drafts in force say (which no longer know
 * most of the labels that publishers use, and ignore parameters), and as declared, with labels of
 * earlier drafts and the parameter {@code exceptions} of CC signals. What only the second reading
 * sees is marked.
 */
public final class ContentUsage {
  static final String PARSER = "aipref-vocab-08+cc-signals-0.1/1";

  private ContentUsage() {}

  /** Of one header field or one rule of robots.txt, without its path. */
  public static Preference read(Source source, String raw, String carrier) {
    var findings = new Findings();
    var strict = StructuredDictionary.read(raw);
    if (strict.isPresent()) {
      strict.get().forEach((label, member) -> strict(findings, label, member));
    } else {
      findings.note("malformed", raw);
      loose(findings, raw);
    }
    return findings.preference(source, raw, carrier, PARSER);
  }

  private static void strict(Findings findings, String label, Member member) {
    var signal = Signal.labelled(label);
    if (signal.isEmpty()) {
      findings.note("unknown-label", label);
      return;
    }
    var stance = stance(member.value());
    if (stance.isEmpty()) {
      findings.note("unknown-value", label);
      return;
    }
    var exceptions = member.parameters().get("exceptions");
    if (stance.get() == Stance.DISALLOW && exceptions != null) {
      var duties = CcSignal.duties(exceptions);
      if (duties.isPresent()) {
        findings.note("only-as-declared", label + ";exceptions=" + exceptions);
        conditional(findings, signal.get(), label, duties.get());
        return;
      }
      findings.note("unknown-exception", exceptions);
    }
    findings.wish(signal.get().actions(), stance.get(), label, signal.get().legacy());
  }

  private static void conditional(
      Findings findings, Signal signal, String label, Set<Duty> duties) {
    findings.wish(
        signal.actions(), Stance.CONDITIONAL, duties, Scope.EVERYBODY, label, signal.legacy());
  }

  private static Optional<Stance> stance(String value) {
    return Optional.ofNullable(Map.of("y", Stance.ALLOW, "n", Stance.DISALLOW).get(value));
  }

  /** Whoever wrote {@code Train-AI=no} meant something; it is marked as not being in the draft. */
  private static void loose(Findings findings, String raw) {
    var bounded = raw.length() > 10_000 ? raw.substring(0, 10_000) : raw;
    Arrays.stream(bounded.toLowerCase(Locale.ROOT).split("[,\\r\\n]"))
        .map(part -> part.replaceFirst(";.*", "").split("=", 2))
        .filter(pair -> pair.length == 2)
        .forEach(
            pair -> {
              var signal = Signal.labelled(pair[0].strip());
              var no = Set.of("n", "no", "\"n\"", "\"no\"", "?0").contains(pair[1].strip());
              // A yes that the draft does not know is no yes.
              if (signal.isPresent() && no) {
                findings.wish(signal.get().actions(), Stance.DISALLOW, pair[0].strip(), true);
              }
            });
  }
}
