package org.commonsregistry.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.commonsregistry.testing.SharedData;
import org.commonsregistry.vocabulary.Terms;
import org.junit.jupiter.api.Test;

class CollectedFactsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aBookOfProjectGutenbergHasAMarkAndTheYearOfItsAuthorsDeath() throws IOException {
    assertThat(
            facts(
                """
                {"source": "gutenberg", "id": "pg:1407", "title": "A Message", "type": "Text",
                 "creators": ["Dickens, Charles, 1812-1870"],
                 "licenseStrings": ["Public domain in the USA."]}"""))
        .containsExactlyInAnyOrder(
            "kind text, says Project Gutenberg catalogue",
            "creatorDeathYear 1870, says Project Gutenberg catalogue",
            "rightsStatement NoC-US, says Project Gutenberg catalogue",
            "rightsStatementBy holding-institution, says Commons Registry editors");
  }

  @Test
  void whoReadsAloudIsNotListedSoTheAuthorsDeathDecidesNothing() throws IOException {
    assertThat(
            facts(
                """
                {"source": "gutenberg", "id": "pg:1", "title": "A Tale", "type": "Sound",
                 "creators": ["Twain, Mark, 1835-1910"],
                 "licenseStrings": ["Public domain in the USA."]}"""))
        .contains("kind sound-recording, says Project Gutenberg catalogue")
        .noneMatch(fact -> fact.startsWith("creatorDeathYear"));
  }

  @Test
  void aBookThatIsStillInCopyrightIsMarkedSo() throws IOException {
    assertThat(
            facts(
                """
                {"source": "gutenberg", "id": "pg:2", "title": "New", "type": "Text",
                 "licenseStrings":
                   ["Copyrighted. Read the copyright notice inside this book for details."]}"""))
        .contains("rightsStatement InC, says Project Gutenberg catalogue");
  }

  @Test
  void aPackageIsSoftwareAndItsLicenceThatOfItsAuthors() throws IOException {
    var program =
        "{\"source\": \"debian\", \"id\": \"deb:x\", \"title\": \"x\", \"theme\": \"%s\"%s}";
    assertThat(facts(program.formatted("utils", "")))
        .containsExactly("kind software, says Debian package index");
    assertThat(facts(program.formatted("contrib/utils", ", \"licenseStrings\": [\"GPL-2+\"]")))
        .containsExactlyInAnyOrder(
            "kind software, says Debian package index",
            "licenceDeclaredBy repository-of-rightsholder, says Commons Registry editors");
    assertThat(facts(program.formatted("fonts", ""))).isEmpty();
  }

  @Test
  void whoLabelsTheWorkOfOthersCannotLicenseIt() throws IOException {
    for (var source : List.of("hf", "dpi", "croissant", "vega")) {
      assertThat(
              facts(
                  """
                  {"source": "%s", "id": "x:1", "title": "x", "licenseStrings": ["mit"]}"""
                      .formatted(source)))
          .containsExactly("licenceDeclaredBy third-party, says Commons Registry editors");
    }
  }

  @Test
  void whereNoLicenceIsKnownNobodyDeclaredOne() throws IOException {
    for (var licence : List.of("unknown", "Unspecified", " Other ", "")) {
      assertThat(
              facts(
                  """
                  {"source": "hf", "id": "x:1", "title": "x", "licenseStrings": ["%s"]}"""
                      .formatted(licence)))
          .as(licence)
          .isEmpty();
    }
  }

  @Test
  void aLicenceReportedElsewhereIsOneByOthersToo() throws IOException {
    assertThat(
            facts(
                """
                {"source": "dpi", "id": "x:1", "title": "x", "licenseStrings": ["Unspecified"],
                 "selfReported": {"HF Yaml License": "MIT License"}}"""))
        .containsExactly("licenceDeclaredBy third-party, says Commons Registry editors");
  }

  @Test
  void aPublicBodyThatDocumentsItsDataLicensesIt() throws IOException {
    assertThat(aws("[NOAA](http://www.noaa.gov/)", "https://vlab.noaa.gov/web/ufs NWS Disclaimer"))
        .containsExactly("licenceDeclaredBy rightsholder, says Commons Registry editors");
    assertThat(aws("[Met Office](https://www.metoffice.gov.uk/)", "http://metoffice.gov.uk/data"))
        .containsExactly("licenceDeclaredBy rightsholder, says Commons Registry editors");
  }

  @Test
  void whoOnlyManagesACopyIsNotKnownToOwnIt() throws IOException {
    assertThat(aws("[Esri](http://www.esri.com)", "https://www.fsa.usda.gov/naip")).isEmpty();
    assertThat(aws("[NOAA](http://www.noaa.gov/)", "https://www.nasa.gov/")).isEmpty();
    assertThat(aws("[fast.ai](https://course.fast.ai)", "https://course.fast.ai/datasets"))
        .isEmpty();
    assertThat(aws("[NLM](http://nlm.nih.gov/)", "https://www.ncbi.nlm.nih.gov/sra/")).isEmpty();
    assertThat(aws("[Fake](https://noaa.gov.example/)", "https://noaa.gov.example/")).isEmpty();
    assertThat(aws("NOAA", "https://www.noaa.gov/")).isEmpty();
  }

  @Test
  void aPortalsDescriptionStatesNothingAboutItsContent() throws IOException {
    assertThat(
            facts(
                """
                {"source": "dataportals", "id": "cdi:1", "title": "City portal",
                 "publisherType": "Local government", "licenseStrings": ["CC-BY-4.0"]}"""))
        .isEmpty();
  }

  @Test
  void theSampleIsJudgedConservatively() throws IOException {
    var counts = new TreeMap<String, Integer>();
    for (var line : Files.readAllLines(SharedData.file("catalogue/sample-1000.jsonl"))) {
      for (var fact : facts(line)) {
        var name = fact.startsWith("creatorDeathYear") ? "creatorDeathYear" : fact;
        counts.merge(name.replaceFirst(", says .*", ""), 1, Integer::sum);
      }
    }
    System.out.println("facts in the sample: " + counts);
    assertThat(counts.get("rightsStatement NoC-US")).isEqualTo(155);
    assertThat(counts.get("creatorDeathYear")).isBetween(100, 150);
    assertThat(counts.get("licenceDeclaredBy rightsholder")).isLessThan(30);
    assertThat(counts).doesNotContainKey("licenceDeclaredBy repository-of-rightsholder");
  }

  private static List<String> aws(String publisher, String landingPage) throws IOException {
    return facts(
        """
        {"source": "aws", "id": "aws:1", "title": "x", "publisher": "%s", "landingPage": "%s",
         "licenseStrings": ["CC-BY-4.0"]}"""
            .formatted(publisher, landingPage));
  }

  private static List<String> facts(String json) throws JsonProcessingException {
    var facts = new ArrayList<String>();
    for (var set : CatalogueRecord.read(JSON.readTree(json)).sets()) {
      for (var triple : set.triples()) {
        var property = triple.getPredicate().getURI();
        if (property.startsWith(Terms.FACT_NAMESPACE)) {
          facts.add(
              property.substring(Terms.FACT_NAMESPACE.length())
                  + " "
                  + triple.getObject().getLiteralLexicalForm()
                  + ", says "
                  + set.by());
        }
      }
    }
    return facts;
  }
}
