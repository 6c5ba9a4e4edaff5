package org.commonsregistry.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.commonsregistry.testing.SharedData;
import org.junit.jupiter.api.Test;

/** Dated verdicts of a library on its own scans, published by it: 48 records in two years. */
class LibraryVerdictsTest {
  private static final Place US = new Place("US");
  private static final Path PRACTICE = Path.of("src/test/resources/ruleset/library-practice");

  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "NIST-NSRDS", "nsrds",
          "NTIS", "ntis",
          "smithsonian", "smithsonian",
          "federal reserve", "federal-reserve",
          "national gallery of art", "national-gallery",
          "national research council", "nrc",
          "armed forces comm assoc", "contractor");

  @Test
  void allOfThemComeOutOfItsPracticeWrittenAsRules() throws IOException {
    var ruleset =
        Written.accepted(
            List.of(
                source(PRACTICE, "ruleset.yaml"),
                source(PRACTICE, "rules/practice.yaml"),
                source(Path.of("classifier/2026.1"), "facts.yaml")));
    assertThat(RulesetTests.run(ruleset)).allMatch(RulesetTests.Tried::passed);
    var different = new ArrayList<String>();
    var verdicts = verdicts();
    for (var verdict : verdicts) {
      var came = verdict(status(ruleset, verdict, US), status(ruleset, verdict, Place.ANYWHERE));
      if (!came.equals(verdict.path("expected").asText())) {
        different.add(came + " for " + verdict);
      }
    }
    assertThat(verdicts).hasSize(96);
    assertThat(different).isEmpty();
  }

  /** Outside the US the founding ruleset is stricter than the library: it asks for the author. */
  @Test
  void allOfThemComeOutOfTheFoundingRulesetAsFarAsTheUnitedStatesAreConcerned() throws IOException {
    var different = new ArrayList<String>();
    for (var verdict : verdicts()) {
      var expected =
          switch (verdict.path("expected").asText()) {
            case "pd", "pdus" -> Status.PD;
            case "ic" -> Status.PROTECTED;
            case "und" -> Status.UNKNOWN;
            default -> throw new AssertionError(verdict);
          };
      var came = status(Founding.ruleset(), verdict, US);
      if (came != expected) {
        different.add(came + " for " + verdict);
      }
    }
    assertThat(different).isEmpty();
  }

  private static String verdict(Status inTheUs, Status anywhere) {
    return anywhere == Status.PD
        ? "pd"
        : switch (inTheUs) {
          case PD -> "pdus";
          case PROTECTED -> "ic";
          default -> "und";
        };
  }

  private static Status status(Ruleset ruleset, JsonNode verdict, Place place) {
    var day = LocalDate.of(verdict.path("asOfYear").asInt(), 6, 1);
    return ruleset.judge(facts(verdict.path("facts")), place, day, "urn:x:y").status();
  }

  private static Facts facts(JsonNode record) {
    var facts = new TreeMap<String, FactValue>();
    facts.put("kind", FactValue.words("text"));
    facts.put("licence", FactValue.words("none"));
    facts.put("dateUncertain", FactValue.truth(record.path("dateInferred").asBoolean()));
    if (!record.path("dateUsed").asText().isEmpty()) {
      facts.put("firstPublishedYear", FactValue.years(record.path("dateUsed").asInt()));
    }
    var us = record.path("usImprint").asBoolean();
    if (us) {
      facts.put(
          "firstPublishedCountry",
          record.path("multiPlaceNonUs").asBoolean()
              ? FactValue.words("US", "XX")
              : FactValue.words("US"));
    }
    if (us && record.path("govPub").asText().equals("f")) {
      facts.put("governmentAuthor", FactValue.words("federal"));
      facts.put("governmentCountry", FactValue.words("US"));
      var exception = record.path("fedException").asText();
      if (!exception.isEmpty()) {
        facts.put("usFederalException", FactValue.words(EXCEPTIONS.get(exception)));
      }
    }
    return Facts.of(facts);
  }

  private static List<JsonNode> verdicts() throws IOException {
    var file = SharedData.file("copyright/hathitrust_facts_expected.json");
    var verdicts = new ArrayList<JsonNode>();
    new ObjectMapper().readTree(file.toFile()).forEach(verdicts::add);
    return verdicts;
  }

  private static Source source(Path folder, String path) throws IOException {
    return new Source(path, Files.readString(folder.resolve(path)));
  }
}
