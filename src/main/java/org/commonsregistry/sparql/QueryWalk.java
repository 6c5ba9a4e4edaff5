package org.commonsregistry.sparql;

import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.E_Random;
import org.apache.jena.sparql.expr.E_StrUUID;
import org.apache.jena.sparql.expr.E_UUID;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggCustom;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.commonsregistry.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * One walk over a parsed query that knows every form SPARQL 1.1 has and refuses all others. An
 * allow-list: what a later version of the parser adds is refused until somebody has looked at it.
 * Not thread-safe.
 */
final class QueryWalk {
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  private static final String XPATH = "http://www.w3.org/2005/xpath-functions#";
  private static final String XPATH_MATH = "http://www.w3.org/2005/xpath-functions/math#";
  private static final Set<String> EXTENSION_PREFIXES =
      Set.of("java:", "http://jena.apache.org/", "http://jena.hpl.hp.com/");

  private final SparqlSettings settings;
  private final String text;
  private int rows;
  private boolean changing;
  private boolean guarded;

  QueryWalk(SparqlSettings settings, String text) {
    this.settings = settings;
    this.text = text;
  }

  boolean changing() {
    return changing;
  }

  /** Whether it calls a function that must be guarded while it runs. */
  boolean guarded() {
    return guarded;
  }

  void query(Query query) {
    query(query, 0);
    if (query.isConstructType()) {
      query.getConstructTemplate().getTriples().forEach(triple -> predicate(triple.getPredicate()));
    }
    if (query.isConstructQuad() || query.isJsonType()) {
      throw refused(
          "This form of query is not SPARQL 1.1.", "SELECT, ASK, CONSTRUCT or DESCRIBE", "");
    }
  }

  private void query(Query query, int depth) {
    deeper(depth);
    query.getProject().getExprs().values().forEach(it -> expression(it, depth + 1));
    query.getGroupBy().getExprs().values().forEach(it -> expression(it, depth + 1));
    query.getHavingExprs().forEach(it -> expression(it, depth + 1));
    query.getAggregators().forEach(it -> expression(it, depth + 1));
    if (query.getOrderBy() != null) {
      query.getOrderBy().forEach(it -> expression(it.getExpression(), depth + 1));
    }
    if (query.hasValues()) {
      values(query.getValuesData().size());
    }
    if (query.getQueryPattern() != null) {
      element(query.getQueryPattern(), depth + 1);
    }
  }

  private void element(Element element, int depth) {
    deeper(depth);
    var next = depth + 1;
    switch (element) {
      case ElementGroup it -> it.getElements().forEach(part -> element(part, next));
      case ElementUnion it -> it.getElements().forEach(part -> element(part, next));
      case ElementOptional it -> element(it.getOptionalElement(), next);
      case ElementMinus it -> element(it.getMinusElement(), next);
      case ElementNamedGraph it -> element(it.getElement(), next);
      case ElementFilter it -> expression(it.getExpr(), next);
      case ElementBind it -> expression(it.getExpr(), next);
      case ElementData it -> values(it.getRows().size());
      case ElementSubQuery it -> query(it.getQuery(), next);
      case ElementPathBlock it -> it.patternElts().forEachRemaining(path -> triple(path, next));
      case ElementTriplesBlock it ->
          it.patternElts().forEachRemaining(triple -> predicate(triple.getPredicate()));
      case ElementService it ->
          throw refused(
              "SERVICE is not available: this endpoint calls no other server.",
              "a query over this registry's own data",
              "SERVICE " + it.getServiceNode() + place(text, "service"));
      default ->
          throw refused(
              element.getClass().getSimpleName() + " is not part of SPARQL 1.1.", "SPARQL 1.1", "");
    }
  }

  private void triple(TriplePath path, int depth) {
    if (path.getPath() != null) {
      path(path.getPath(), depth);
    } else {
      predicate(path.getPredicate());
    }
  }

  private void path(Path path, int depth) {
    deeper(depth);
    switch (path) {
      case P_Path0 it -> predicate(it.getNode());
      case P_Inverse it -> path(it.getSubPath(), depth + 1);
      case P_Path1 it -> path(it.getSubPath(), depth + 1);
      case P_Path2 it -> {
        path(it.getLeft(), depth + 1);
        path(it.getRight(), depth + 1);
      }
      case P_NegPropSet it -> it.getNodes().forEach(node -> path(node, depth + 1));
      default -> throw refused("This property path is not part of SPARQL 1.1.", "SPARQL 1.1", "");
    }
  }

  /** Jena reads some predicates as calls ("property functions"). */
  private void predicate(@Nullable Node predicate) {
    if (predicate != null && predicate.isURI()) {
      for (var prefix : EXTENSION_PREFIXES) {
        if (predicate.getURI().regionMatches(true, 0, prefix, 0, prefix.length())) {
          throw refusedFunction(predicate.getURI());
        }
      }
    }
  }

  private void expression(@Nullable Expr expression, int depth) {
    deeper(depth);
    switch (expression) {
      case null -> {}
      case ExprVar variable -> {}
      case NodeValue constant -> {}
      case ExprFunctionOp it -> element(it.getElement(), depth + 1);
      case ExprAggregator it -> aggregator(it, depth);
      case ExprFunction it -> function(it, depth);
      default -> throw refused("This expression is not part of SPARQL 1.1.", "SPARQL 1.1", "");
    }
  }

  private void aggregator(ExprAggregator expression, int depth) {
    if (expression.getAggregator() instanceof AggCustom custom) {
      throw refusedFunction(custom.getIRI());
    }
    var arguments = expression.getAggregator().getExprList();
    if (arguments != null) {
      arguments.forEach(it -> expression(it, depth + 1));
    }
  }

  private void function(ExprFunction function, int depth) {
    guarded |= GuardedFunction.concerns(function);
    switch (function) {
      case E_Function it -> called(it.getFunctionIRI());
      case E_Now it -> changing = true;
      case E_Random it -> changing = true;
      case E_UUID it -> changing = true;
      case E_StrUUID it -> changing = true;
      default -> builtIn(function);
    }
    for (var i = 1; i <= function.numArgs(); i++) {
      expression(function.getArg(i), depth + 1);
    }
  }

  private void builtIn(ExprFunction function) {
    // CALL and its kind take the function's name from the data.
    var name = function.getClass().getSimpleName();
    if (name.equals("E_Call") || name.equals("E_FunctionDynamic")) {
      throw refusedFunction(name.substring(2));
    }
  }

  private void called(String iri) {
    if (!(iri.startsWith(XSD) || iri.startsWith(XPATH) || iri.startsWith(XPATH_MATH))) {
      throw refusedFunction(iri);
    }
  }

  private void values(int more) {
    rows += more;
    if (rows > settings.valuesRows()) {
      throw ProblemException.badRequest("VALUES holds too many rows.")
          .kind("query-too-large", "The query is too large")
          .expected("at most " + settings.valuesRows() + " rows in all")
          .received("at least " + rows)
          .remedy("Send the rows in several queries, or take a snapshot (/snapshots).");
    }
  }

  private void deeper(int depth) {
    if (depth > settings.nesting()) {
      // Unwound as the same problem that a really exhausted stack gives.
      throw new StackOverflowError();
    }
  }

  private ProblemException refusedFunction(String iri) {
    return refused(
        "The function <" + iri + "> is not available.",
        "the functions of SPARQL 1.1, XPath functions and XSD casts",
        "<" + iri + ">" + place(text, iri));
  }

  private static ProblemException refused(String detail, String expected, String received) {
    var problem =
        ProblemException.forbidden(detail)
            .kind("query-refused", "The query asks for something not offered")
            .expected(expected)
            .remedy("Leave it out; a snapshot (/snapshots) can be queried at home without limits.");
    return received.isEmpty() ? problem : problem.received(received);
  }

  /** Where a word stands in the query, as far as it can be found. */
  static String place(String text, String word) {
    var index = text.toLowerCase(Locale.ROOT).indexOf(word.toLowerCase(Locale.ROOT));
    if (index < 0) {
      return "";
    }
    var before = text.substring(0, Math.min(index, text.length()));
    var line = before.chars().filter(c -> c == '\n').count() + 1;
    return " at line " + line + ", column " + (before.length() - before.lastIndexOf('\n'));
  }
}
