package org.commonsregistry.vocabulary;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;

/**
 * Checks a graph against the registry's own SHACL shapes and says what is wrong in plain words.
 * Bounded: a graph that is too large is not checked, and a report stops at a number of findings; a
 * report says when it is not complete. Thread-safe.
 */
public final class Shapes {
  static final int MOST_TRIPLES = 200_000;
  static final int MOST_FINDINGS = 100;
  private static final Node MESSAGE = NodeFactory.createURI("http://www.w3.org/ns/shacl#message");

  private static final class Intake {
    static final Shapes SHAPES = new Shapes("intake");
  }

  private static final class Emitted {
    static final Shapes SHAPES = new Shapes("emitted");
  }

  private final Graph graph;
  private final org.apache.jena.shacl.Shapes shapes;

  private Shapes(String name) {
    var file = new ByteArrayInputStream(Ontology.file("shapes/" + name + ".ttl"));
    graph = RDFParser.source(file).lang(Lang.TURTLE).toGraph();
    shapes = org.apache.jena.shacl.Shapes.parse(graph);
  }

  /** What may come in: a violation refuses it, a warning is told to who sent it. */
  public static Shapes intake() {
    return Intake.SHAPES;
  }

  /** What goes out: a violation is a fault of this registry. */
  public static Shapes emitted() {
    return Emitted.SHAPES;
  }

  /** How much a finding weighs. */
  public enum Weight {
    VIOLATION,
    WARNING,
    NOTE
  }

  /**
   * @param message what is wrong and how to mend it
   * @param focus the thing it is about
   * @param path the property in question, may be empty
   * @param value the offending value, may be empty
   */
  public record Finding(Weight weight, String message, String focus, String path, String value) {}

  /**
   * @param findings without repetitions
   * @param complete whether all was checked and everything found is here
   */
  public record Report(List<Finding> findings, boolean complete) {
    public boolean violated() {
      return findings.stream().anyMatch(finding -> finding.weight() == Weight.VIOLATION);
    }
  }

  /**
   * @param language of the messages; English where there is none in it
   */
  public Report check(Graph data, String language) {
    if (data.size() > MOST_TRIPLES) {
      return new Report(List.of(), false);
    }
    var findings = new LinkedHashSet<Finding>();
    for (var entry : ShaclValidator.get().validate(shapes, data).getEntries()) {
      if (findings.size() == MOST_FINDINGS) {
        return new Report(List.copyOf(findings), false);
      }
      findings.add(finding(entry, language));
    }
    return new Report(List.copyOf(findings), true);
  }

  private Finding finding(ReportEntry entry, String language) {
    return new Finding(
        weight(entry.severity()),
        message(entry, language),
        text(entry.focusNode()),
        entry.resultPath() == null ? "" : entry.resultPath().toString(),
        entry.value() == null ? "" : text(entry.value()));
  }

  /** The report itself may name either language, so the words come from the shape. */
  private String message(ReportEntry entry, String language) {
    var messages = new ArrayList<Node>();
    graph
        .find(entry.source(), MESSAGE, Node.ANY)
        .forEachRemaining(t -> messages.add(t.getObject()));
    for (var wanted : List.of(language, "en")) {
      for (var message : messages) {
        if (message.getLiteralLanguage().equals(wanted)) {
          return message.getLiteralLexicalForm();
        }
      }
    }
    return entry.message();
  }

  private static Weight weight(Severity severity) {
    if (severity.equals(Severity.Violation)) {
      return Weight.VIOLATION;
    }
    return severity.equals(Severity.Warning) ? Weight.WARNING : Weight.NOTE;
  }

  private static String text(Node node) {
    return node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralLexicalForm() : "";
  }
}
