package org.commonsregistry.sparql;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.expr.nodevalue.XSDFuncOp;
import org.jspecify.annotations.Nullable;

/**
 * A text function of SPARQL that cannot be made to run for ever or to fill the memory: REGEX and
 * REPLACE with a pattern that backtracks, CONCAT, REPLACE and ENCODE_FOR_URI chained until a
 * literal has gigabytes. Otherwise it does what Jena's does.
 */
final class GuardedFunction extends ExprFunctionN {
  private final Kind kind;
  private final int longest;
  private @Nullable Pattern constant;

  private enum Kind {
    REGEX,
    REPLACE,
    CONCAT,
    ENCODE_FOR_URI
  }

  private GuardedFunction(Kind kind, ExprList arguments, int longest) {
    super(kind.name(), arguments);
    this.kind = kind;
    this.longest = longest;
  }

  /** Whether this is one of the functions that are guarded. */
  static boolean concerns(ExprFunction function) {
    return function instanceof E_Regex
        || function instanceof E_StrReplace
        || function instanceof E_StrConcat
        || function instanceof E_StrEncodeForURI;
  }

  /**
   * Puts guarded functions in the place of Jena's.
   *
   * @param longest characters of a literal
   */
  static ExprTransformCopy guarding(int longest) {
    return new ExprTransformCopy() {
      @Override
      public Expr transform(ExprFunctionN function, ExprList arguments) {
        return switch (function) {
          case E_Regex it -> new GuardedFunction(Kind.REGEX, arguments, longest);
          case E_StrReplace it -> new GuardedFunction(Kind.REPLACE, arguments, longest);
          case E_StrConcat it -> new GuardedFunction(Kind.CONCAT, arguments, longest);
          default -> super.transform(function, arguments);
        };
      }

      @Override
      public Expr transform(ExprFunction1 function, Expr argument) {
        return function instanceof E_StrEncodeForURI
            ? new GuardedFunction(Kind.ENCODE_FOR_URI, ExprList.create(List.of(argument)), longest)
            : super.transform(function, argument);
      }
    };
  }

  @Override
  public NodeValue eval(List<NodeValue> values) {
    return switch (kind) {
      case REGEX -> regex(values);
      case REPLACE -> replace(values);
      case CONCAT -> {
        bound(values.stream().mapToLong(value -> value.asUnquotedString().length()).sum());
        yield XSDFuncOp.strConcat(values);
      }
      case ENCODE_FOR_URI -> {
        bound(values.getFirst().asUnquotedString().length());
        yield XSDFuncOp.strEncodeForURI(values.getFirst());
      }
    };
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new GuardedFunction(kind, arguments, longest);
  }

  private NodeValue regex(List<NodeValue> values) {
    var text = text("REGEX", values.getFirst());
    var pattern = pattern(values.get(1), values.size() > 2 ? values.get(2) : null, "REGEX");
    return NodeValue.booleanReturn(pattern.matcher(new GuardedText(text)).find());
  }

  private NodeValue replace(List<NodeValue> values) {
    var text = values.getFirst().asUnquotedString();
    var replacement = values.get(2).asUnquotedString();
    var references = replacement.chars().filter(c -> c == '$').count();
    var pattern = pattern(values.get(1), values.size() > 3 ? values.get(3) : null, "REPLACE");
    var matcher = pattern.matcher(new GuardedText(text));
    var length = (long) text.length();
    while (matcher.find()) {
      var widest = matcher.end() - matcher.start();
      for (var group = 1; group <= matcher.groupCount(); group++) {
        widest = Math.max(widest, matcher.end(group) - matcher.start(group));
      }
      length += replacement.length() + references * widest;
      bound(length);
    }
    return XSDFuncOp.strReplace(values.getFirst(), pattern, values.get(2));
  }

  private Pattern pattern(NodeValue expression, @Nullable NodeValue flags, String name) {
    var known = constant;
    if (known != null) {
      return known;
    }
    var pattern = compiled(name, text(name, expression), flags == null ? null : text(name, flags));
    if (getArg(2).isConstant()
        && (flags == null || getArg(name.equals("REGEX") ? 3 : 4).isConstant())) {
      constant = pattern;
    }
    return pattern;
  }

  private static Pattern compiled(String name, String expression, @Nullable String flags) {
    try {
      return RegexEngine.makePattern(name, expression, flags);
    } catch (PatternSyntaxException e) {
      throw new ExprEvalException("not a regular expression: " + expression, e);
    }
  }

  private static String text(String name, NodeValue value) {
    return NodeValueOps.checkAndGetStringLiteral(name, value).getLiteralLexicalForm();
  }

  private void bound(long length) {
    if (length > longest) {
      throw new QueryEndedException(Ending.LITERAL_TOO_LONG);
    }
  }
}
