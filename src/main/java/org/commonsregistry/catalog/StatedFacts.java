package org.commonsregistry.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.commonsregistry.catalog.Dataset.StatedFact;
import org.commonsregistry.vocabulary.Terms;

/**
 * Reads the facts that any source states about a dataset. Which of them a rule asks for, and with
 * which values, is the ruleset's business: every well-formed literal under a property of {@link
 * Terms#FACT_NAMESPACE} is a fact.
 */
final class StatedFacts {
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
  private static final int LONGEST_VALUE = 200;

  private StatedFacts() {}

  /** In the order of names, values and sources. */
  static List<StatedFact> about(Node dataset, StatementIndex index) {
    var facts = new ArrayList<StatedFact>();
    index
        .about(dataset)
        .forEach(
            (property, said) ->
                name(property)
                    .ifPresent(
                        name -> {
                          for (var stated : said) {
                            value(stated.object())
                                .map(value -> new StatedFact(name, value, stated.set()))
                                .ifPresent(facts::add);
                          }
                        }));
    facts.sort(
        Comparator.comparing(StatedFact::name)
            .thenComparing(StatedFact::value)
            .thenComparing(StatedFact::source));
    return facts.stream().distinct().toList();
  }

  private static Optional<String> name(Node property) {
    if (!property.isURI() || !property.getURI().startsWith(Terms.FACT_NAMESPACE)) {
      return Optional.empty();
    }
    var name = property.getURI().substring(Terms.FACT_NAMESPACE.length());
    return NAME.matcher(name).matches() ? Optional.of(name) : Optional.empty();
  }

  private static Optional<String> value(Node object) {
    if (!object.isLiteral() || !object.getLiteral().isWellFormed()) {
      return Optional.empty();
    }
    var value =
        XSDDatatype.XSDboolean.equals(object.getLiteralDatatype())
            ? object.getLiteralValue().toString() // "1" is "true"
            : object.getLiteralLexicalForm().strip();
    return value.isEmpty() || value.length() > LONGEST_VALUE
        ? Optional.empty()
        : Optional.of(value);
  }
}
