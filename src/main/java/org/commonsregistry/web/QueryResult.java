package org.commonsregistry.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.commonsregistry.http.Problem;
import org.commonsregistry.sparql.QueryOutcome;

/**
 * What came of a query, as its page shows it.
 *
 * @param words how it went, in a sentence
 * @param columns empty unless it is a table
 * @param graph Turtle; empty unless it is a graph
 * @param files where the whole answer is
 */
public record QueryResult(
    String words,
    List<String> columns,
    List<List<Linked>> rows,
    String graph,
    List<Linked> files,
    Optional<Problem> problem) {
  private static final int LONGEST_CELL = 2_000;
  private static final int LONGEST_ADDRESS = 60_000;

  static QueryResult of(Page page, String query, QueryOutcome outcome) {
    return switch (outcome) {
      case QueryOutcome.Table table ->
          new QueryResult(
              page.t(table.more() ? "sparql.page.more" : "sparql.page.rows", table.rows().size()),
              table.columns(),
              table.rows().stream()
                  .map(row -> row.stream().map(cell -> cell(page, cell)).toList())
                  .toList(),
              "",
              files(query, "csv", "tsv", "json", "xml"),
              Optional.empty());
      case QueryOutcome.Verdict verdict ->
          new QueryResult(
              page.t(verdict.yes() ? "sparql.true" : "sparql.false"),
              List.of(),
              List.of(),
              "",
              files(query, "json", "xml"),
              Optional.empty());
      case QueryOutcome.Graph graph ->
          new QueryResult(
              page.t(graph.more() ? "sparql.page.beginning" : "sparql.page.graph"),
              List.of(),
              List.of(),
              graph.turtle(),
              files(query, "ttl", "nt", "jsonld", "rdf"),
              Optional.empty());
      case QueryOutcome.Failed failed ->
          new QueryResult(
              page.t("sparql.page.failed"),
              List.of(),
              List.of(),
              "",
              List.of(),
              Optional.of(failed.why().problem()));
    };
  }

  private static Linked cell(Page page, Optional<Node> cell) {
    if (cell.isEmpty()) {
      return Linked.plain("");
    }
    var node = cell.get();
    if (node.isURI()) {
      return Linked.outside(node.getURI(), node.getURI());
    }
    var text = node.isLiteral() ? node.getLiteralLexicalForm() : "_:" + node.getBlankNodeLabel();
    return Linked.plain(
        text.length() <= LONGEST_CELL
            ? text
            : text.substring(0, text.offsetByCodePoints(0, LONGEST_CELL / 2))
                + page.t("sparql.page.cut", text.length()));
  }

  private static List<Linked> files(String query, String... forms) {
    var encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    return encoded.length() > LONGEST_ADDRESS
        ? List.of()
        : Stream.of(forms)
            .map(form -> new Linked(name(form), "/sparql." + form + "?query=" + encoded))
            .toList();
  }

  private static String name(String form) {
    return switch (form) {
      case "ttl" -> "Turtle";
      case "nt" -> "N-Triples";
      case "jsonld" -> "JSON-LD";
      case "rdf" -> "RDF/XML";
      default -> form.toUpperCase(java.util.Locale.ROOT);
    };
  }
}
