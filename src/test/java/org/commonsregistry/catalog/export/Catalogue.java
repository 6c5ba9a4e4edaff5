package org.commonsregistry.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.catalog.DatasetKinds;
import org.commonsregistry.catalog.DatasetVersion;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.catalog.intake.ImportTally;
import org.commonsregistry.catalog.intake.Importing;
import org.commonsregistry.catalog.intake.IntakeFile;
import org.commonsregistry.catalog.intake.IntakeFormat;
import org.commonsregistry.catalog.intake.Refusal;
import org.commonsregistry.catalog.intake.Seed;
import org.commonsregistry.category.Categories;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Draft;
import org.commonsregistry.ledger.EntryKind;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.rdf.CanonicalQuads;
import org.commonsregistry.vocabulary.Terms;

/** A catalogue filled for a test. */
record Catalogue(ApplicationContext context) {
  static final Path SAMPLE = Path.of("../shared/data/catalogue/sample-1000.jsonl");

  /** The server finds the seed loaded already, so that a test sees its own datasets only. */
  Catalogue unseeded() {
    var seed = NodeFactory.createURI("urn:commons:seed");
    var note =
        Quad.create(
            Quad.defaultGraphIRI, seed, Terms.DESCRIPTION, NodeFactory.createLiteralString("none"));
    get(Ledger.class)
        .append(
            Draft.of(
                new EntryKind("seed.loaded"),
                seed.getURI(),
                Actor.REGISTRY,
                CanonicalQuads.of(List.of(note))));
    return this;
  }

  Catalogue seeded() {
    get(Categories.class).foundOnce();
    get(Seed.class).loadOnce();
    return this;
  }

  Catalogue sampled() {
    try (var in = Files.newInputStream(SAMPLE)) {
      take(in, IntakeFormat.JSON_LINES);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Catalogue turtle(String text) {
    return take(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), IntakeFormat.TURTLE);
  }

  Catalogue take(InputStream in, IntakeFormat format) {
    var refusals = new ArrayList<Refusal>();
    var origin = new IntakeFile.Origin("Test desk", "https://desk.example/");
    get(Importing.class).run(in, format, origin, Actor.OPERATOR, listener(refusals));
    assertThat(refusals).isEmpty();
    return this;
  }

  /** Every standing version, in the order of the ledger. */
  List<DatasetVersion> all() {
    var versions = new ArrayList<DatasetVersion>();
    for (var entry : get(Ledger.class).after(0, Integer.MAX_VALUE)) {
      if (entry.kind().equals(DatasetKinds.DESCRIBED)) {
        versions.add(current(DatasetId.ofIri(entry.subject()).orElseThrow().slug()));
      }
    }
    return versions;
  }

  DatasetVersion current(String slug) {
    return get(Datasets.class).current(new DatasetId(slug)).orElseThrow();
  }

  <T> T get(Class<T> type) {
    return ((BeanContext) context).getBean(type);
  }

  private static Importing.Listener listener(List<Refusal> refusals) {
    return new Importing.Listener() {
      @Override
      public void progress(ImportTally tally) {
        // nobody watches
      }

      @Override
      public void refused(Refusal refusal) {
        refusals.add(refusal);
      }
    };
  }
}
