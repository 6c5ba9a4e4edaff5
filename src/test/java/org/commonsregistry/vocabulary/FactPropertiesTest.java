package org.commonsregistry.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The vocabulary declares the facts that the rules ask for, in the rules' own words. */
class FactPropertiesTest {
  private static final Path FACTS = Path.of("classifier/2026.1/facts.yaml");
  private static final Map<String, Resource> RANGES =
      Map.of("word", XSD.xstring, "year", XSD.gYear, "truth", XSD.xboolean);
  private final Model vocabulary = RDFDataMgr.loadModel("ontology/commons.ttl");

  @Test
  void everyFactHasItsPropertyAndNoOtherHas() throws IOException {
    var declared =
        vocabulary
            .listSubjectsWithProperty(RDF.type, vocabulary.createResource(Terms.NAMESPACE + "Fact"))
            .mapWith(Resource::getURI)
            .toList();
    assertThat(declared)
        .containsExactlyInAnyOrderElementsOf(
            facts().stream().map(fact -> Terms.FACT_NAMESPACE + fact.get("name")).toList());
  }

  @Test
  void aPropertyMeansWhatTheRulesMeanByTheFact() throws IOException {
    for (var fact : facts()) {
      var property = vocabulary.createResource(Terms.FACT_NAMESPACE + fact.get("name"));
      for (var language : List.of("en", "de")) {
        assertThat(text(property, RDFS.label, language)).isEqualTo(text(fact, "asks", language));
        assertThat(text(property, RDFS.comment, language)).isEqualTo(text(fact, "says", language));
      }
      assertThat(property.getProperty(RDFS.range).getResource())
          .as("range of %s", property)
          .isEqualTo(RANGES.get(String.valueOf(fact.get("type"))));
    }
  }

  @Test
  void theNamespaceHasItsPrefixWhereverPrefixesAre() throws IOException {
    for (var file : List.of("ontology/prefixes.json", "ontology/context.jsonld")) {
      assertThat(Files.readString(Path.of(file)))
          .contains("\"fact\": \"" + Terms.FACT_NAMESPACE + "\"");
    }
  }

  private static String text(Resource property, Property of, String language) {
    return property.getProperty(of, language).getString();
  }

  private static Object text(Map<String, Object> fact, String key, String language) {
    return ((Map<?, ?>) fact.get(key)).get(language);
  }

  @SuppressWarnings("unchecked") // the file is a mapping whose facts are mappings
  private static List<Map<String, Object>> facts() throws IOException {
    var settings = LoadSettings.builder().build();
    var file = (Map<String, Object>) new Load(settings).loadFromString(Files.readString(FACTS));
    return (List<Map<String, Object>>) file.get("facts");
  }
}
