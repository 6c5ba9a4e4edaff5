package org.commonsregistry.terms.preference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.terms.Scope;

/**
 * The ODRL policy of TDMRep: permissions to mine, with consent or payment as duties, for research
 * or for other purposes. A permission with anything else in it is not read.
 */
final class TdmPolicy {
  private static final int MOST = 100;

  /** Who may mine, in return for what. */
  record Condition(Set<Duty> duties, Scope scope) {}

  private TdmPolicy() {}

  static List<Condition> conditions(JsonNode policy) {
    var conditions = new ArrayList<Condition>();
    for (var permission : listed(policy.path("permission"))) {
      if (conditions.size() < MOST && named(permission.path("action")).contains("mine")) {
        var scope = scope(permission);
        var duties = duties(permission);
        if (scope.isPresent() && duties.isPresent()) {
          conditions.add(new Condition(duties.get(), scope.get()));
        }
      }
    }
    return conditions;
  }

  /** Those of whom no permission speaks; empty when one speaks of everybody. */
  static Optional<Scope> others(List<Condition> conditions) {
    if (conditions.stream().anyMatch(condition -> condition.scope().equals(Scope.EVERYBODY))) {
      return Optional.empty();
    }
    var covered = new HashSet<Actor>();
    conditions.forEach(condition -> covered.addAll(condition.scope().anyOf()));
    var excluded = conditions.stream().allMatch(condition -> condition.scope().anyOf().isEmpty());
    return Optional.of(excluded ? Scope.anyOf(Actor.RESEARCH) : new Scope(Set.of(), covered));
  }

  private static Optional<Set<Duty>> duties(JsonNode permission) {
    var duties = new HashSet<Duty>();
    for (var duty : listed(permission.path("duty"))) {
      var names = named(duty.isTextual() ? duty : duty.path("action"));
      if (names.contains("obtainConsent")) {
        duties.add(new Duty.ObtainConsent());
      } else if (names.contains("compensate")) {
        duties.add(new Duty.Compensate(Duty.Payment.FIXED_FEE));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(duties);
  }

  private static Optional<Scope> scope(JsonNode permission) {
    var scope = Scope.EVERYBODY;
    for (var constraint : listed(permission.path("constraint"))) {
      var purpose =
          named(constraint.path("leftOperand")).contains("purpose")
              && named(constraint.path("operator")).contains("eq");
      var value = named(constraint.path("rightOperand"));
      if (purpose && value.contains("research")) {
        scope = Scope.anyOf(Actor.RESEARCH);
      } else if (purpose && value.contains("non-research")) {
        scope = new Scope(Set.of(), Set.of(Actor.RESEARCH));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(scope);
  }

  private static List<JsonNode> listed(JsonNode node) {
    var list = new ArrayList<JsonNode>();
    if (node.isArray()) {
      node.forEach(list::add);
    } else if (!node.isMissingNode() && !node.isNull()) {
      list.add(node);
    }
    return list;
  }

  /** Local names: {@code tdm:mine}, a full IRI, {@code {"@id": …}} or a list of these. */
  private static Set<String> named(JsonNode node) {
    var names = new HashSet<String>();
    for (var one : listed(node)) {
      var text = one.isTextual() ? one.asText() : one.path("@id").asText();
      names.add(
          text.substring(
              Math.max(
                      text.lastIndexOf('#'), Math.max(text.lastIndexOf('/'), text.lastIndexOf(':')))
                  + 1));
    }
    return names;
  }
}
