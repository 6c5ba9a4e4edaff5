package org.commonsregistry.sparql;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.commonsregistry.http.Accept;
import org.commonsregistry.http.ProblemException;

/** The forms of an answer: tables for SELECT and ASK, graphs for CONSTRUCT and DESCRIBE. */
enum ResultFormat {
  JSON("json", true, ResultSetLang.RS_JSON, "application/sparql-results+json", "application/json"),
  XML(
      "xml",
      true,
      ResultSetLang.RS_XML,
      "application/sparql-results+xml",
      "application/xml",
      "text/xml"),
  CSV("csv", true, ResultSetLang.RS_CSV, "text/csv"),
  TSV("tsv", true, ResultSetLang.RS_TSV, "text/tab-separated-values"),
  TURTLE("ttl", false, RDFLanguages.TURTLE, "text/turtle", "application/x-turtle"),
  N_TRIPLES("nt", false, RDFLanguages.NTRIPLES, "application/n-triples", "text/plain"),
  JSON_LD("jsonld", false, RDFLanguages.JSONLD, "application/ld+json", "application/json"),
  RDF_XML("rdf", false, RDFLanguages.RDFXML, "application/rdf+xml", "application/xml");

  private final String suffix;
  private final boolean table;
  private final Lang lang;
  private final List<String> mediaTypes;

  ResultFormat(String suffix, boolean table, Lang lang, String... mediaTypes) {
    this.suffix = suffix;
    this.table = table;
    this.lang = lang;
    this.mediaTypes = List.of(mediaTypes);
  }

  /** In addresses, without the dot. */
  String suffix() {
    return suffix;
  }

  Lang lang() {
    return lang;
  }

  /** The media type sent, without parameters. */
  String mediaType() {
    return mediaTypes.getFirst();
  }

  /** As it goes into Content-Type. CSV also says that its first line names the columns. */
  String contentType() {
    return switch (this) {
      case CSV -> "text/csv; charset=utf-8; header=present";
      case TSV, TURTLE -> mediaType() + "; charset=utf-8";
      case JSON, XML, N_TRIPLES, JSON_LD, RDF_XML -> mediaType();
    };
  }

  /** Whether it can be written row by row, without holding the whole answer. */
  boolean streams() {
    return table || this == TURTLE || this == N_TRIPLES;
  }

  /** Everything that may be asked for, whatever the query. */
  static List<String> mediaTypesOfAll() {
    return Arrays.stream(values()).flatMap(format -> format.mediaTypes.stream()).toList();
  }

  static Stream<ResultFormat> of(Query query) {
    var table = query.isSelectType() || query.isAskType();
    return Arrays.stream(values()).filter(format -> format.table == table);
  }

  /** The form the client likes best; the first one when it does not care. */
  static ResultFormat negotiate(Query query, Accept accept, String header) {
    var mediaTypes = of(query).flatMap(format -> format.mediaTypes.stream()).toList();
    var best = accept.best(mediaTypes);
    return best.flatMap(
            type -> of(query).filter(format -> format.mediaTypes.contains(type)).findFirst())
        .orElseThrow(
            () ->
                ProblemException.notAcceptable("The answer is not available in that form.")
                    .expected(String.join(", ", of(query).map(ResultFormat::mediaType).toList()))
                    .received(header)
                    .remedy("Ask for one of these with the Accept header."));
  }
}
