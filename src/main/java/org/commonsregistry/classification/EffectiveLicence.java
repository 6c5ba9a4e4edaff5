package org.commonsregistry.classification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.commonsregistry.catalog.Dataset;
import org.commonsregistry.catalog.Dataset.LicenceStatement;
import org.commonsregistry.terms.licence.LicenceExpression;
import org.commonsregistry.terms.licence.LicenceFamily;
import org.commonsregistry.terms.licence.Licences;
import org.commonsregistry.terms.licence.Recognition;

/**
 * What follows from all licence statements about a dataset together. Statements about different
 * parts hold side by side, so the strictest counts; statements about the same part must agree in
 * what they open, or nothing is concluded. A statement that is not understood leaves its part
 * unclear: the registry never picks the friendlier reading.
 */
sealed interface EffectiveLicence {

  /**
   * @param family the strictest that applies to any part
   * @param licences SPDX identifiers of the statements that name it, may be empty
   * @param statements those it follows from
   */
  record Clear(LicenceFamily family, Set<String> licences, List<LicenceStatement> statements)
      implements EffectiveLicence {}

  /** Statements about the same part contradict each other in what they open. */
  record Conflict(List<LicenceStatement> statements) implements EffectiveLicence {}

  /** Something is stated that is not understood; the reason says what. */
  record Unclear(String reason, List<LicenceStatement> statements) implements EffectiveLicence {}

  /** Nobody states any licence. */
  record None() implements EffectiveLicence {}

  static EffectiveLicence of(Dataset dataset) {
    var parts = new LinkedHashMap<String, List<LicenceStatement>>();
    for (var statement : deciding(dataset.licences())) {
      var part = statement.covers().strip().toLowerCase(Locale.ROOT);
      if (Weighing.dataPart(part)) {
        parts.computeIfAbsent(part, p -> new ArrayList<>()).add(statement);
      }
    }
    if (parts.isEmpty()) {
      return new None();
    }
    var found = new ArrayList<Clear>();
    var unclear = new ArrayList<Unclear>();
    for (var part : parts.values()) {
      switch (Weighing.part(part)) {
        case Clear clear -> found.add(clear);
        case Conflict conflict -> {
          return conflict;
        }
        case Unclear reason -> unclear.add(reason);
        case None none -> {}
      }
    }
    if (!unclear.isEmpty()) {
      return unclear.getFirst();
    }
    return found.isEmpty() ? new None() : Weighing.strictest(found);
  }

  /** An effective licence that somebody weighed and stated replaces what it was weighed from. */
  static List<LicenceStatement> deciding(List<LicenceStatement> all) {
    var effective = all.stream().filter(s -> s.role() == Dataset.Role.EFFECTIVE).toList();
    return effective.isEmpty() ? all : effective;
  }

  /** How families compare. */
  final class Weighing {
    private static final Pattern NOT_DATA =
        Pattern.compile("\\b(software|code|scripts?|tools?|website|separate collection)\\b");

    /** From the friendliest to the strictest; what is not here is not understood. */
    private static final List<LicenceFamily> ORDER =
        List.of(
            LicenceFamily.CC0,
            LicenceFamily.PERMISSIVE_DATA,
            LicenceFamily.SOFTWARE_PERMISSIVE,
            LicenceFamily.BY,
            LicenceFamily.SOFTWARE_COPYLEFT,
            LicenceFamily.BY_SA,
            LicenceFamily.OFFICIAL_WORK,
            LicenceFamily.PUBLIC_DOMAIN,
            LicenceFamily.COMPUTATIONAL,
            LicenceFamily.BY_ND,
            LicenceFamily.RESPONSIBLE_AI,
            LicenceFamily.TIERED,
            LicenceFamily.BY_NC,
            LicenceFamily.BY_NC_SA,
            LicenceFamily.BY_NC_ND,
            LicenceFamily.ACADEMIC,
            LicenceFamily.GUARDIANSHIP,
            LicenceFamily.PLATFORM_TERMS,
            LicenceFamily.IN_COPYRIGHT);

    private static final Set<LicenceFamily> OPEN =
        EnumSet.copyOf(ORDER.subList(0, ORDER.indexOf(LicenceFamily.COMPUTATIONAL)));
    private static final Set<LicenceFamily> CLOSED =
        EnumSet.of(LicenceFamily.PLATFORM_TERMS, LicenceFamily.IN_COPYRIGHT);

    private Weighing() {}

    static boolean dataPart(String part) {
      return !NOT_DATA.matcher(part).find() || part.contains("data");
    }

    /** Statements about one and the same part. */
    static EffectiveLicence part(List<LicenceStatement> statements) {
      var read = new ArrayList<Clear>();
      for (var statement : statements) {
        switch (Licences.recognise(statement.text(), statement.iri())) {
          case Recognition.Licence licence -> {
            var family = family(licence.expression());
            if (family.isEmpty()) {
              return new Unclear(
                  licence.expression().text() + " belongs to no known family", statements);
            }
            var ids = new TreeSet<String>();
            licence.expression().licences().forEach(id -> ids.add(id.text()));
            read.add(new Clear(family.get(), ids, List.of(statement)));
          }
          case Recognition.Family family -> {
            if (!ORDER.contains(family.family())) {
              return new Unclear(family.reason(), statements);
            }
            read.add(new Clear(family.family(), Set.of(), List.of(statement)));
          }
          case Recognition.Unstated unstated -> {}
          case Recognition.Unknown unknown -> {
            return new Unclear(unknown.reason(), statements);
          }
        }
      }
      if (read.isEmpty()) {
        return new None();
      }
      var classes = new TreeSet<Integer>();
      read.forEach(clear -> classes.add(opens(clear.family())));
      return classes.size() > 1 ? new Conflict(statements) : strictest(read);
    }

    /** A choice (OR) is as friendly as its friendliest, a sum (AND) as strict as its strictest. */
    private static Optional<LicenceFamily> family(LicenceExpression expression) {
      var strictness = Comparator.<LicenceFamily>comparingInt(ORDER::indexOf);
      return switch (expression) {
        case LicenceExpression.Or or ->
            or.choices().stream().flatMap(part -> family(part).stream()).min(strictness);
        case LicenceExpression.And and -> {
          var families = and.parts().stream().map(Weighing::family).toList();
          yield families.stream().anyMatch(Optional::isEmpty)
              ? Optional.empty()
              : families.stream().flatMap(Optional::stream).max(strictness);
        }
        case LicenceExpression.With with -> family(with.licence());
        case LicenceExpression.Id id ->
            Licences.families(id).stream().filter(ORDER::contains).max(strictness);
      };
    }

    private static int opens(LicenceFamily family) {
      return OPEN.contains(family) ? 0 : CLOSED.contains(family) ? 2 : 1;
    }

    static Clear strictest(List<Clear> all) {
      var strictest =
          all.stream().max(Comparator.comparing(c -> ORDER.indexOf(c.family()))).orElseThrow();
      var licences = new TreeSet<String>();
      var statements = new ArrayList<LicenceStatement>();
      for (var clear : all) {
        statements.addAll(clear.statements());
        if (clear.family() == strictest.family()) {
          licences.addAll(clear.licences());
        }
      }
      return new Clear(strictest.family(), licences, List.copyOf(statements));
    }
  }
}
