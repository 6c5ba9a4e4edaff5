package org.commonsregistry.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.Map;
import org.commonsregistry.catalog.DatasetListing;
import org.commonsregistry.catalog.Datasets;
import org.commonsregistry.catalog.Publishing;
import org.commonsregistry.catalog.Publishing.OnCollision;
import org.commonsregistry.catalog.Submission;
import org.commonsregistry.home.HomeFullException;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.testing.TestHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A first start that did not get to its end is made up for at the next. */
class SeedTest {
  private TestHome home;

  @BeforeEach
  void open() {
    home = new TestHome();
  }

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void whatAnInterruptedStartLeftOutIsAddedAndNothingTwice() {
    var seed = seed();
    try (var interrupted = home.open(Map.of())) {
      interrupted
          .getBean(Publishing.class)
          .publish(seed.subList(0, seed.size() / 3), Actor.REGISTRY, OnCollision.RENAME);
    }
    try (var next = home.open(Map.of())) {
      next.getBean(Founding.class).found();
      assertComplete(next, seed);
      var head = next.getBean(Ledger.class).head();
      next.getBean(Founding.class).found();
      assertThat(next.getBean(Ledger.class).head()).isEqualTo(head);
    }
  }

  @Test
  void aStartThatStoppedJustBeforeItsLastNoteAddsNothingAgain() {
    var seed = seed();
    long recorded;
    try (var interrupted = home.open(Map.of())) {
      interrupted.getBean(Publishing.class).publish(seed, Actor.REGISTRY, OnCollision.RENAME);
      recorded = interrupted.getBean(Ledger.class).head();
    }
    try (var next = home.open(Map.of())) {
      next.getBean(Seed.class).loadOnce();
      assertComplete(next, seed);
      assertThat(next.getBean(Ledger.class).head()).isEqualTo(recorded + 1);
    }
  }

  @Test
  void aStartThatFoundNoRoomIsMadeUpForAtTheNext() {
    try (var full = home.open(Map.of("commons.free-space", Long.MAX_VALUE))) {
      var founding = full.getBean(Founding.class);
      assertThatThrownBy(founding::found).isInstanceOf(HomeFullException.class);
      assertThat(founding.done()).isFalse();
      assertThat(full.getBean(Ledger.class).head()).isZero();
    }
    try (var next = home.open(Map.of())) {
      next.getBean(Founding.class).found();
      assertComplete(next, seed());
    }
  }

  private static ArrayList<Submission> seed() {
    var submissions = new ArrayList<Submission>();
    ClassPathFolder.texts("seed", ".yaml")
        .forEach((name, text) -> submissions.add(SeedRecord.read(text)));
    return submissions;
  }

  private static void assertComplete(ApplicationContext context, ArrayList<Submission> seed) {
    var datasets = context.getBean(Datasets.class);
    for (var submission : seed) {
      assertThat(datasets.history(submission.named().orElseThrow()))
          .as(submission.origin())
          .hasSize(1);
    }
    var listed = context.getBean(DatasetListing.class).total();
    assertThat(listed).isEqualTo(seed.size()).isGreaterThan(300);
  }
}
