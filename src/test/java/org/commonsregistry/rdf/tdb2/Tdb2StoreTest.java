package org.commonsregistry.rdf.tdb2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.AbstractList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.home.Home;
import org.commonsregistry.testing.TestHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Tdb2StoreTest {
  private TestHome home;
  private Tdb2Store store;

  @BeforeEach
  void open() {
    home = new TestHome();
    store = new Tdb2Store(new Home(home.folder().toString()));
  }

  @AfterEach
  void close() {
    store.close();
    home.close();
  }

  @Test
  void replaceDropsWholeGraphsAndAddsQuads() {
    store.replace(List.of(), List.of(quad("a", 1), quad("a", 2), quad("b", 3)));
    store.replace(List.of(graph("a")), List.of(quad("a", 4), quad("c", 5)));
    assertThat(all()).isEqualTo(Set.of(quad("a", 4), quad("b", 3), quad("c", 5)));
  }

  @Test
  void replaceIsAllOrNothing() {
    store.replace(List.of(), List.of(quad("a", 1)));
    var before = store.version();
    var failing =
        new AbstractList<Quad>() {
          @Override
          public Quad get(int index) {
            if (index == 700) {
              throw new IllegalStateException("half-way");
            }
            return quad("b", index);
          }

          @Override
          public int size() {
            return 1_000;
          }
        };
    assertThatThrownBy(() -> store.replace(List.of(graph("a")), failing)).hasMessage("half-way");
    assertThat(all()).isEqualTo(Set.of(quad("a", 1)));
    assertThat(store.version()).isEqualTo(before);
    store.replace(List.of(), List.of(quad("c", 2)));
    assertThat(all()).hasSize(2);
  }

  @Test
  void everyWriteChangesTheVersion() {
    var versions = new HashSet<Long>();
    versions.add(store.version());
    store.replace(List.of(), List.of(quad("a", 1)));
    versions.add(store.version());
    store.replace(List.of(graph("a")), List.of());
    versions.add(store.version());
    store.clear();
    versions.add(store.version());
    assertThat(versions).hasSize(4);
  }

  @Test
  void aReaderThatHasBegunFinishesOnTheOldStoreWhileOthersSeeTheNewOne() throws Exception {
    store.replace(List.of(), IntStream.range(0, 100).mapToObj(i -> quad("a", i)).toList());
    var reading = new CountDownLatch(1);
    var cleared = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(1)) {
      var slow =
          threads.submit(
              () ->
                  store.read(
                      connection -> {
                        reading.countDown();
                        try {
                          cleared.await();
                        } catch (InterruptedException e) {
                          throw new IllegalStateException(e);
                        }
                        return count(connection.fetchDataset().asDatasetGraph().find());
                      }));
      reading.await();
      store.clear(); // does not wait for the reader
      store.replace(List.of(), List.of(quad("new", 1)));
      assertThat(all()).isEqualTo(Set.of(quad("new", 1)));
      cleared.countDown();
      assertThat(slow.get()).isEqualTo(100);
    }
    assertThat(folders()).containsExactly("2");
  }

  @Test
  void readersAndClearingDoNotDisturbEachOther() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      var readers =
          IntStream.range(0, 3)
              .mapToObj(
                  t ->
                      threads.submit(
                          () -> {
                            for (var i = 0; i < 150; i++) {
                              assertThat(all().size()).isIn(0, 20);
                            }
                            return true;
                          }))
              .toList();
      for (var i = 0; i < 8; i++) {
        store.replace(List.of(), IntStream.range(0, 20).mapToObj(n -> quad("a", n)).toList());
        store.clear();
      }
      for (var reader : readers) {
        assertThat(reader.get()).isTrue();
      }
    }
    assertThat(folders()).hasSize(1);
  }

  @Test
  void aRestartKeepsWhatWasWritten() {
    store.replace(List.of(), List.of(quad("a", 1)));
    store.clear();
    store.replace(List.of(), List.of(quad("b", 2)));
    store.close();
    store = new Tdb2Store(new Home(home.folder().toString()));
    assertThat(all()).isEqualTo(Set.of(quad("b", 2)));
  }

  @Test
  void whatAnEndedProcessLeftIsSweptAway() throws IOException {
    store.close();
    Files.createDirectories(home.folder().resolve("rdf/7/Data-0001"));
    store = new Tdb2Store(new Home(home.folder().toString()));
    assertThat(folders()).containsExactly("1");
  }

  @Test
  void queriesSeeTheUnionOfAllGraphs() {
    store.replace(List.of(), List.of(quad("a", 1), quad("b", 2)));
    assertThat(
            store.<Boolean>read(
                connection -> connection.queryAsk("ASK { ?s <http://p/> 1 . ?s <http://p/> 2 }")))
        .isTrue();
  }

  private List<String> folders() throws IOException {
    try (var files = Files.list(home.folder().resolve("rdf"))) {
      return files
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .toList();
    }
  }

  private Set<Quad> all() {
    return store.read(
        connection -> {
          var quads = new HashSet<Quad>();
          connection.fetchDataset().asDatasetGraph().find().forEachRemaining(quads::add);
          return quads;
        });
  }

  private static int count(java.util.Iterator<Quad> quads) {
    var count = 0;
    while (quads.hasNext()) {
      quads.next();
      count++;
    }
    return count;
  }

  private static Node graph(String name) {
    return NodeFactory.createURI("http://g/" + name);
  }

  private static Quad quad(String graph, int number) {
    return Quad.create(
        graph(graph),
        NodeFactory.createURI("http://s/"),
        NodeFactory.createURI("http://p/"),
        NodeFactory.createLiteralDT(
            Integer.toString(number), org.apache.jena.datatypes.xsd.XSDDatatype.XSDinteger));
  }
}
