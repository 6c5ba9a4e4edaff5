package org.commonsregistry.catalog.intake;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.commonsregistry.catalog.Submission;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.vocabulary.Shapes;
import org.commonsregistry.vocabulary.Shapes.Finding;
import org.commonsregistry.vocabulary.Shapes.Weight;

/** Holds a submission against the intake shapes, in the language of who sent it. */
final class SubmissionCheck {
  private static final int MOST_NAMED = 5;

  private SubmissionCheck() {}

  /**
   * @return what could be better, each with its remedy
   * @throws ProblemException when the submission cannot be taken in as it is
   */
  static List<String> notes(Submission submission, String language) {
    var report = Shapes.intake().check(graph(submission), language);
    if (report.violated()) {
      throw ProblemException.unprocessable(
              String.join(" ", messages(report.findings(), Weight.VIOLATION)))
          .kind("shape-violated", "The description does not fit the intake shapes")
          .expected("a description that fits /ns/shapes/intake.ttl")
          .received(submission.titleOrId())
          .remedy("Mend what is named and send the whole description again.");
    }
    return messages(report.findings(), Weight.WARNING);
  }

  private static List<String> messages(List<Finding> findings, Weight weight) {
    return findings.stream()
        .filter(finding -> finding.weight() == weight)
        .map(Finding::message)
        .distinct()
        .limit(MOST_NAMED)
        .toList();
  }

  private static Graph graph(Submission submission) {
    var graph = GraphFactory.createDefaultGraph();
    for (var set : submission.sets()) {
      for (Triple triple : set.triples()) {
        graph.add(triple);
      }
    }
    return graph;
  }
}
