package org.commonsregistry.catalog.export;

import static org.commonsregistry.vocabulary.Terms.*;

import java.time.Instant;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.StatementIndex;

/** Who said it, where and when; and since when this registry says so. */
final class SourceTriples {
  private static final String PROFILE = "https://semiceu.github.io/DCAT-AP/releases/3.0.1/";

  private final Triples out;
  private final Names names;
  private final StatementIndex said;

  SourceTriples(Triples out, Names names, StatementIndex said) {
    this.out = out;
    this.names = names;
    this.said = said;
  }

  void statementSets(DatasetVersion version) {
    var agents = new AgentTriples(out, names, said);
    for (var source : version.dataset().sources().values()) {
      var set = names.set(source.key());
      var ledgerName =
          NodeFactory.createURI("urn:commons:statements:" + names.id().slug() + ":" + source.key());
      out.type(set, STATEMENT_SET).add(set, SUBJECT, names.self());
      said.first(ledgerName, ATTRIBUTED_TO)
          .ifPresent(
              speaker ->
                  out.add(set, ATTRIBUTED_TO, agents.write(speaker.object(), source.key(), 1)));
      // What was told to this registry directly can be checked in its own statements only.
      out.add(
          set,
          PRIMARY_SOURCE,
          WebAddress.of(source.where())
              .orElseGet(
                  () ->
                      NodeFactory.createURI(
                          names.self().getURI() + ".nq?asOf=" + version.sequence())));
      if (source.when().contains("T") && XSDDatatype.XSDdateTime.isValid(source.when())) {
        out.typed(set, GENERATED_AT, source.when(), XSDDatatype.XSDdateTime);
      } else {
        DateLiterals.of(source.when()).ifPresent(day -> out.add(set, DATE, day));
      }
    }
  }

  void record(DatasetVersion version, Optional<Instant> firstRecorded) {
    var record = names.record();
    var profile = NodeFactory.createURI(PROFILE);
    out.type(record, CATALOG_RECORD).add(record, PRIMARY_TOPIC, names.self());
    firstRecorded.ifPresent(
        at -> out.typed(record, ISSUED, at.toString(), XSDDatatype.XSDdateTime));
    out.typed(record, MODIFIED, version.recordedAt().toString(), XSDDatatype.XSDdateTime);
    out.add(record, CONFORMS_TO, profile).type(profile, STANDARD);
    out.typed(
        record, SEQUENCE, Long.toString(version.sequence()), XSDDatatype.XSDnonNegativeInteger);
  }
}
