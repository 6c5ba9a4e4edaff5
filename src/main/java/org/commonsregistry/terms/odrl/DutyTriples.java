package org.commonsregistry.terms.odrl;

import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.commonsregistry.terms.Duty;
import org.commonsregistry.vocabulary.Terms;

/** Duties of the profile in RDF: the token is the action, each parameter a constraint. */
public final class DutyTriples {
  private static final Map<String, XSDDatatype> TYPED =
      Map.of(
          "depth", XSDDatatype.XSDinteger,
          "days", XSDDatatype.XSDinteger,
          "interval", XSDDatatype.XSDduration,
          "list", XSDDatatype.XSDanyURI);

  private DutyTriples() {}

  static Node write(Duty duty, Graph graph) {
    var node = NodeFactory.createBlankNode();
    graph.add(node, Odrl.name("action"), Terms.commons(duty.token()));
    BiConsumer<String, String> constraint =
        (name, value) -> {
          var inner = NodeFactory.createBlankNode();
          graph.add(node, Odrl.name("constraint"), inner);
          graph.add(inner, Odrl.name("leftOperand"), Terms.commons(name));
          graph.add(inner, Odrl.name("operator"), Odrl.name("eq"));
          graph.add(inner, Odrl.name("rightOperand"), value(name, value));
        };
    duty.parameters()
        .forEach(
            (name, value) -> {
              if (!value.isEmpty()) {
                constraint.accept(name, value);
              }
            });
    return node;
  }

  /** Empty when it is not a duty of the profile, or says more than this registry understands. */
  public static Optional<Duty> read(Rule rule) {
    if (rule.actions().size() != 1) {
      return Optional.empty();
    }
    var parameters = new HashMap<String, String>();
    for (var constraint : rule.constraints()) {
      if (!(constraint instanceof Constraint.Comparison comparison)
          || !comparison.operator().equals(Odrl.name("eq"))
          || comparison.right().size() != 1
          || Odrl.ours(comparison.left()).isEmpty()) {
        return Optional.empty();
      }
      var name = Odrl.ours(comparison.left()).orElseThrow();
      parameters.put(name, text(name, comparison.right().iterator().next()));
    }
    return Odrl.ours(rule.actions().iterator().next()).flatMap(token -> duty(token, parameters));
  }

  private static Optional<Duty> duty(String token, Map<String, String> parameters) {
    try {
      var duty = Duty.parse(token + written(token, parameters));
      return duty.parameters().entrySet().stream()
              .filter(entry -> !entry.getValue().isEmpty())
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))
              .equals(parameters)
          ? Optional.of(duty)
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String written(String token, Map<String, String> parameters) {
    var values =
        switch (token) {
          case "attribute" -> parameters.get("level") + "," + parameters.get("form");
          case "report" -> parameters.get("interval") + "," + parameters.get("content");
          default -> String.join(",", parameters.values());
        };
    return values.isEmpty() ? "" : "(" + values + ")";
  }

  private static Node value(String name, String value) {
    var type = TYPED.get(name);
    return type == null
        ? Terms.commons(name + "-" + value)
        : NodeFactory.createLiteralDT(value, type);
  }

  private static String text(String name, Node value) {
    if (value.isLiteral()) {
      return value.getLiteralLexicalForm();
    }
    var local = Odrl.ours(value).orElse("");
    return local.startsWith(name + "-") ? local.substring(name.length() + 1) : "";
  }
}
