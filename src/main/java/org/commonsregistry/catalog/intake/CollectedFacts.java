package org.commonsregistry.catalog.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;

/**
 * What a record of a collected catalogue states that rules ask for, and who its licence comes from
 * as far as the kind of catalogue shows. Where that is open nothing is said. The decisions and
 * their reasons are in docs/facts.md.
 */
final class CollectedFacts {
  private static final Map<String, String> GUTENBERG_KINDS =
      Map.of(
          "Text", "text",
          "Sound", "sound-recording",
          "Dataset", "database",
          "Image", "image",
          "StillImage", "image",
          "MovingImage", "film");

  /** Debian sections whose packages are mainly something else than programs. */
  private static final Set<String> NOT_PROGRAMS =
      Set.of("doc", "fonts", "localization", "translations", "metapackages", "introspection");

  /** Catalogues in which somebody labels the work of others. */
  private static final Set<String> LABELLED_BY_OTHERS = Set.of("hf", "dpi", "croissant", "vega");

  private static final Set<String> NO_LICENCE =
      Set.of("unknown", "unspecified", "other", "none", "n/a", "various");

  /** The host of a public body, with the part that tells it from others. */
  private static final Pattern PUBLIC_BODY =
      Pattern.compile("https?://(?:[\\w-]+\\.)*([\\w-]+\\.gov(?:\\.[a-z]{2})?)(?=[:/,\\s]|$)");

  /** What people deposit there is not the work of the body that keeps it. */
  private static final Set<String> KEEPERS = Set.of("nih.gov", "loc.gov", "archives.gov");

  private CollectedFacts() {}

  /** What the catalogue itself says. */
  static void stated(JsonRecord record, CollectedFrom source, Statements says) {
    switch (source.key()) {
      case "gutenberg" -> {
        var kind = GUTENBERG_KINDS.get(record.text("type"));
        if (kind != null) {
          word(says, "kind", kind);
        }
        if (record.text("type").equals("Text")) { // readers and performers are not listed
          LifeDates.lastDeath(record.texts("creators")).ifPresent(year -> deathYear(says, year));
        }
        gutenbergMark(record).ifPresent(mark -> word(says, "rightsStatement", mark));
      }
      case "debian" -> {
        var section = record.text("theme").replaceFirst("^.*/", "");
        if (!section.isEmpty() && !NOT_PROGRAMS.contains(section)) {
          word(says, "kind", "software");
        }
      }
      default -> {
        // The other catalogues describe the medium, not the kind of work.
      }
    }
  }

  /** What this registry concludes from the kind of catalogue; may be empty. */
  static Statements concluded(JsonRecord record, CollectedFrom source) {
    var says = new Statements();
    if (source.key().equals("gutenberg")) {
      if (gutenbergMark(record).isPresent()) {
        word(says, "rightsStatementBy", "holding-institution");
      }
    } else if (hasLicence(record)) {
      declaredBy(record, source).ifPresent(who -> word(says, "licenceDeclaredBy", who));
    }
    return says;
  }

  private static Optional<String> gutenbergMark(JsonRecord record) {
    var licences = record.texts("licenseStrings");
    if (licences.equals(List.of("Public domain in the USA."))) {
      return Optional.of("NoC-US");
    }
    return licences.size() == 1 && licences.getFirst().startsWith("Copyrighted.")
        ? Optional.of("InC")
        : Optional.empty();
  }

  private static Optional<String> declaredBy(JsonRecord record, CollectedFrom source) {
    if (LABELLED_BY_OTHERS.contains(source.key())) {
      return Optional.of("third-party");
    }
    return switch (source.key()) {
      case "debian" -> Optional.of("repository-of-rightsholder");
      case "aws" -> documentedByItsManager(record) ? Optional.of("rightsholder") : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean hasLicence(JsonRecord record) {
    var licences = new ArrayList<>(record.texts("licenseStrings"));
    licences.addAll(record.texts("licenseText"));
    licences.addAll(record.fields("selfReported").values());
    return licences.stream()
        .map(text -> text.strip().toLowerCase(Locale.ROOT))
        .anyMatch(text -> !text.isEmpty() && !NO_LICENCE.contains(text));
  }

  /**
   * The registry of AWS names who manages the copy, which is often somebody who mirrors or collects
   * the data of others. Only a public body that documents the data on its own site counts as its
   * maker.
   */
  private static boolean documentedByItsManager(JsonRecord record) {
    var manager = publicBody(MarkdownLink.of(record.text("publisher")).address());
    return manager.isPresent()
        && !KEEPERS.contains(manager.get())
        && publicBody(record.text("landingPage")).equals(manager);
  }

  private static Optional<String> publicBody(String address) {
    var host = PUBLIC_BODY.matcher(address.strip().toLowerCase(Locale.ROOT));
    return host.lookingAt() ? Optional.of(host.group(1)) : Optional.empty();
  }

  private static void deathYear(Statements says, int year) {
    says.fact("creatorDeathYear", String.format(Locale.ROOT, "%04d", year), XSDDatatype.XSDgYear);
  }

  private static void word(Statements says, String name, String value) {
    says.fact(name, value, XSDDatatype.XSDstring);
  }
}
