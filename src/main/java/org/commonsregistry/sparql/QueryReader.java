package org.commonsregistry.sparql;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.apache.jena.update.UpdateFactory;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.rdf.BaseIri;

/**
 * Turns text into a query: SPARQL 1.1 without extensions, with the known prefixes, checked by the
 * policy. Whatever is wrong comes back with its place and a way out. Thread-safe.
 */
@Singleton
final class QueryReader {
  private static final Pattern UNEXPECTED =
      Pattern.compile("^Encountered \" (?:\"[^\"]*\"|<[^>]*>) \"(.*?) \"\"", Pattern.DOTALL);

  private final Prefixes prefixes;
  private final QueryPolicy policy;
  private final SparqlSettings settings;
  private final String base;

  QueryReader(Prefixes prefixes, QueryPolicy policy, SparqlSettings settings, BaseIri base) {
    this.prefixes = prefixes;
    this.policy = policy;
    this.settings = settings;
    this.base = base.resolve("sparql");
  }

  CheckedQuery read(QueryRequest request) {
    var bytes = request.text().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > settings.queryBytes()) {
      throw ProblemException.tooLarge("The query is too long.")
          .expected("at most " + settings.queryBytes() + " bytes")
          .received(bytes + " bytes")
          .remedy("Split it, or take a snapshot (/snapshots) and query it at home.");
    }
    try {
      var query = parsed(request.text());
      applyDataset(query, request);
      return policy.check(query, request.text());
    } catch (StackOverflowError e) {
      throw policy.tooDeep();
    }
  }

  private Query parsed(String text) {
    var query = new Query();
    // Only those mentioned, so that they do not all come back at the head of every Turtle answer.
    prefixes
        .known()
        .forEach(
            (prefix, namespace) -> {
              if (text.contains(prefix + ":")) {
                query.getPrefixMapping().setNsPrefix(prefix, namespace);
              }
            });
    try {
      return QueryFactory.parse(query, text, base, Syntax.syntaxSPARQL_11);
    } catch (QueryParseException e) {
      if (isUpdate(text)) {
        throw QueryRequest.updateRefused();
      }
      throw malformed(place(e) + firstLine(e));
    } catch (JenaException e) {
      throw malformed(firstLine(e));
    }
  }

  /** Parsed only, never executed: it decides which error to answer. */
  private static boolean isUpdate(String text) {
    try {
      return !UpdateFactory.create(text).getOperations().isEmpty();
    } catch (JenaException e) {
      return false;
    }
  }

  private static void applyDataset(Query query, QueryRequest request) {
    if (!request.defaultGraphs().isEmpty() || !request.namedGraphs().isEmpty()) {
      query.getGraphURIs().clear();
      query.getNamedGraphURIs().clear();
      request.defaultGraphs().forEach(query::addGraphURI);
      request.namedGraphs().forEach(query::addNamedGraphURI);
    }
  }

  private static String place(QueryParseException e) {
    return e.getLine() < 1 ? "" : "Line " + e.getLine() + ", column " + e.getColumn() + ": ";
  }

  /**
   * Jena repeats the place and lists every token that could follow; the first sentence is enough.
   */
  private static String firstLine(Exception e) {
    var message = e.getMessage() == null ? "It cannot be read." : e.getMessage();
    var token = UNEXPECTED.matcher(message);
    if (token.find()) {
      return "'" + token.group(1).strip() + "' is not expected here.";
    }
    if (message.startsWith("Encountered \"<EOF>\"")) {
      return "The query ends too early.";
    }
    return message
        .replaceFirst("(?s)\\R.*", "")
        .replaceFirst("^Line \\d+, column \\d+: ", "")
        .strip();
  }

  private static ProblemException malformed(String detail) {
    return ProblemException.badRequest(detail)
        .kind("query-malformed", "The query is not valid SPARQL 1.1")
        .expected("a SPARQL 1.1 query (https://www.w3.org/TR/sparql11-query/)")
        .remedy("Mend the query at that place and send it again.");
  }
}
