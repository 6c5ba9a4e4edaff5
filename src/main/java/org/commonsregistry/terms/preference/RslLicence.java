package org.commonsregistry.terms.preference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonsregistry.terms.Action;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Preference.Stance;
import org.commonsregistry.terms.Scope;

/**
 * One licence element. Of what it says about a usage, the most specific counts, and of equally
 * specific ones the prohibition. Not thread-safe.
 */
final class RslLicence {
  /** A usage, with the umbrellas above it, nearest first, and the names early drafts had for it. */
  private enum Usage {
    AI_TRAIN("ai-train", List.of("ai-all", "all"), Action.TRAIN, "train-ai", "train-genai"),
    AI_INPUT("ai-input", List.of("ai-all", "all"), Action.GROUND, "ai-use", "ai-summarize"),
    AI_INDEX("ai-index", List.of("ai-all", "all"), Action.GROUND),
    SEARCH("search", List.of("all"), Action.SEARCH),
    ACCESS("", List.of("all"), Action.ACCESS),
    EVALUATE("", List.of("all"), Action.EVALUATE),
    SHOW("", List.of("all"), Action.SHOW),
    REDISTRIBUTE("", List.of("all"), Action.REDISTRIBUTE),
    ADAPT("", List.of("all"), Action.ADAPT);

    private final String token;
    private final List<String> umbrellas;
    private final Action action;
    private final Set<String> legacy;

    Usage(String token, List<String> umbrellas, Action action, String... legacy) {
      this.token = token;
      this.umbrellas = umbrellas;
      this.action = action;
      this.legacy = Set.of(legacy);
    }
  }

  private static final Set<String> TOKENS = tokens();

  private final Set<String> permitted = new HashSet<>();
  private final Set<String> prohibited = new HashSet<>();
  private final Set<Actor> users = new HashSet<>();
  private final Set<Actor> barred = new HashSet<>();
  private final Set<Duty> duties = new HashSet<>();
  private final List<String> unread = new ArrayList<>();

  void permits(String type, List<String> tokens) {
    said(type, tokens, permitted, users);
  }

  void prohibits(String type, List<String> tokens) {
    said(type, tokens, prohibited, barred);
  }

  void payment(String type) {
    switch (type) {
      case "", "free" -> {}
      case "attribution" ->
          duties.add(new Duty.Attribute(Duty.Level.SOURCE, Duty.Form.CREDITS_PAGE));
      case "contribution" -> duties.add(new Duty.ContributeDirect());
      case "purchase" -> duties.add(new Duty.Compensate(Duty.Payment.PURCHASE));
      case "subscription" -> duties.add(new Duty.Compensate(Duty.Payment.SUBSCRIPTION));
      case "training" -> duties.add(new Duty.Compensate(Duty.Payment.TRAINING));
      case "crawl" -> duties.add(new Duty.Compensate(Duty.Payment.PER_CRAWL));
      case "use" -> duties.add(new Duty.Compensate(Duty.Payment.PER_QUERY));
      default -> {
        unread.add("payment " + type);
        duties.add(new Duty.ObtainConsent());
      }
    }
  }

  void wishes(Findings findings) {
    unread.forEach(token -> findings.note("unknown-label", token));
    var scope = new Scope(users, barred);
    for (var usage : Usage.values()) {
      var label = label(usage);
      if (label.isEmpty()) {
        continue;
      }
      var legacy = usage.legacy.contains(label.get());
      if (prohibited.contains(label.get())) {
        findings.wish(List.of(usage.action), Stance.DISALLOW, label.get(), legacy);
      } else {
        var stance = duties.isEmpty() ? Stance.ALLOW : Stance.CONDITIONAL;
        findings.wish(List.of(usage.action), stance, duties, scope, label.get(), legacy);
        if (!users.isEmpty()) {
          var others = new Scope(Set.of(), users);
          findings.wish(
              List.of(usage.action), Stance.DISALLOW, Set.of(), others, label.get(), legacy);
        }
        if (!barred.isEmpty()) {
          var theirs = new Scope(barred, Set.of());
          findings.wish(
              List.of(usage.action), Stance.DISALLOW, Set.of(), theirs, label.get(), legacy);
        }
      }
    }
  }

  /** The most specific token that was said of a usage. */
  private Optional<String> label(Usage usage) {
    var candidates = new ArrayList<>(List.of(usage.token));
    candidates.addAll(usage.legacy);
    candidates.addAll(usage.umbrellas);
    return candidates.stream()
        .filter(token -> prohibited.contains(token) || permitted.contains(token))
        .findFirst();
  }

  private void said(String type, List<String> tokens, Set<String> usages, Set<Actor> actors) {
    for (var token : tokens) {
      var actor = actor(token);
      if (type.equals("usage") && TOKENS.contains(token)) {
        usages.add(token);
      } else if (type.equals("user") && actor.isPresent()) {
        actors.add(actor.get());
      } else {
        unread.add(type + " " + token);
      }
    }
  }

  private static Optional<Actor> actor(String token) {
    return switch (token) {
      case "commercial" -> Optional.of(Actor.COMMERCIAL);
      case "non-commercial" -> Optional.of(Actor.NON_COMMERCIAL);
      case "education" -> Optional.of(Actor.EDUCATION);
      case "government" -> Optional.of(Actor.PUBLIC_BODY);
      case "personal" -> Optional.of(Actor.INDIVIDUAL);
      default -> Optional.empty();
    };
  }

  private static Set<String> tokens() {
    var tokens = new HashSet<String>();
    Arrays.stream(Usage.values())
        .forEach(
            usage -> {
              tokens.add(usage.token);
              tokens.addAll(usage.umbrellas);
              tokens.addAll(usage.legacy);
            });
    tokens.remove("");
    return tokens;
  }
}
