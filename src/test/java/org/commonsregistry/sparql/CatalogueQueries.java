package org.commonsregistry.sparql;

import java.util.LinkedHashMap;
import java.util.Map;

/** Twelve questions people ask a catalogue, over the registry's own vocabulary. */
final class CatalogueQueries {
  private static final String PREFIXES =
      """
      PREFIX dcat: <http://www.w3.org/ns/dcat#>
      PREFIX dct: <http://purl.org/dc/terms/>
      PREFIX foaf: <http://xmlns.com/foaf/0.1/>
      PREFIX commons: <https://commonsregistry.org/ns#>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private CatalogueQueries() {}

  static Map<String, String> all() {
    var queries = new LinkedHashMap<String, String>();
    queries.put(
        "01 everything about one dataset",
        "SELECT ?p ?o { <http://localhost:8080/datasets/wikidata> ?p ?o }");
    queries.put(
        "02 facet by licence text",
        "SELECT ?l (COUNT(*) AS ?n) { ?d commons:declaredLicence/commons:licenceText ?l }"
            + " GROUP BY ?l ORDER BY DESC(?n) ?l LIMIT 50");
    queries.put("03 count all", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
    queries.put(
        "04 newest records",
        "SELECT ?d ?m { ?r a dcat:CatalogRecord ; foaf:primaryTopic ?d ; dct:modified ?m }"
            + " ORDER BY DESC(?m) ?d LIMIT 20");
    queries.put(
        "05 optionals, first 100",
        "SELECT ?d ?x ?y { ?d a dcat:Dataset OPTIONAL { ?d dct:spatial ?x }"
            + " OPTIONAL { ?d dcat:version ?y } } LIMIT 100");
    queries.put(
        "06 title contains",
        "SELECT ?d ?t { ?d dct:title ?t FILTER CONTAINS(LCASE(STR(?t)), 'river') } ORDER BY ?d"
            + " LIMIT 50");
    queries.put(
        "07 top stewards",
        "SELECT ?p (COUNT(?d) AS ?n) { ?d dct:publisher ?p } GROUP BY ?p ORDER BY DESC(?n) ?p"
            + " LIMIT 10");
    queries.put("08 distinct keywords", "SELECT (COUNT(DISTINCT ?k) AS ?n) { ?d dcat:keyword ?k }");
    queries.put(
        "09 without any licence",
        "SELECT (COUNT(*) AS ?n) { ?d a dcat:Dataset FILTER NOT EXISTS { ?d"
            + " commons:declaredLicence|commons:concludedLicence ?l } }");
    queries.put(
        "10 sum of bytes",
        "SELECT (SUM(?b) AS ?n) { ?d commons:extent ?e . ?e <https://schema.org/unitText> 'bytes' ;"
            + " <https://schema.org/value> ?b }");
    queries.put("11 all titles", "SELECT ?d ?t { ?d a dcat:Dataset ; dct:title ?t }");
    queries.put(
        "12 who says what licence",
        "SELECT ?g ?text { GRAPH ?g { ?d commons:concludedLicence ?l } GRAPH ?g { ?l"
            + " commons:licenceText ?text } } LIMIT 500");
    queries.replaceAll((name, query) -> PREFIXES + query);
    return queries;
  }
}
