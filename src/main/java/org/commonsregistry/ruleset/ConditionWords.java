package org.commonsregistry.ruleset;

import java.util.List;
import java.util.stream.Collectors;

/** A condition in one English line, for comparisons; readers of pages get {@link Rule#says}. */
final class ConditionWords {
  private ConditionWords() {}

  static String of(Condition condition) {
    return switch (condition) {
      case Condition.All(var parts) when parts.isEmpty() -> "always";
      case Condition.All(var parts) -> joined(parts, " and ");
      case Condition.Any(var parts) -> joined(parts, " or ");
      case Condition.Not(var part) -> "not (" + of(part) + ")";
      case Condition.OneOf(var fact, var values) ->
          fact.name() + " is " + String.join(" or ", values.texts());
      case Condition.Compared(var fact, var comparison, int year) ->
          fact.name()
              + switch (comparison) {
                case LT -> " before ";
                case LTE -> " not after ";
                case GT -> " after ";
                case GTE -> " not before ";
              }
              + year;
      case Condition.Exists(var fact, boolean wanted) ->
          fact.name() + (wanted ? " is given" : " is not given");
      case Condition.Elapsed(var since, var term) -> of(term) + " since " + since.name();
    };
  }

  private static String of(Condition.Term term) {
    return switch (term) {
      case Condition.Term.Fixed(int years) -> years + " full years";
      case Condition.Term.Dated(var parameter) -> "the full years of " + parameter.name();
    };
  }

  private static String joined(List<Condition> parts, String with) {
    return parts.size() == 1
        ? of(parts.getFirst())
        : parts.stream()
            .map(part -> nested(part) ? "(" + of(part) + ")" : of(part))
            .collect(Collectors.joining(with));
  }

  private static boolean nested(Condition part) {
    return switch (part) {
      case Condition.All(var parts) -> parts.size() > 1;
      case Condition.Any(var parts) -> parts.size() > 1;
      case Condition.Not _,
          Condition.OneOf _,
          Condition.Compared _,
          Condition.Exists _,
          Condition.Elapsed _ ->
          false;
    };
  }
}
