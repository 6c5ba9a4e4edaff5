package org.commonsregistry.redundancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.fingerprint.Sketch;
import org.commonsregistry.holdings.HoldingId;
import org.junit.jupiter.api.Test;

/** What every fingerprint index promises. */
public abstract class FingerprintIndexContract {
  protected static final HoldingId ONE = new HoldingId(new DatasetId("one"), 1);
  protected static final HoldingId TWO = new HoldingId(new DatasetId("two"), 1);

  protected abstract FingerprintIndex index();

  /** What was in it, after it was closed and opened again. */
  protected abstract FingerprintIndex reopened();

  protected static Fingerprint text(long ordinal, long... hashes) {
    return new Fingerprint(
        ordinal, "en", new Sketch(16, 10L * hashes.length, 8L * hashes.length, hashes));
  }

  protected static void put(FingerprintIndex index, long upTo, HoldingId id, Fingerprint... texts) {
    index.apply(
        Set.of(id),
        sink -> {
          for (var text : texts) {
            sink.put(id, text);
          }
        },
        upTo);
  }

  protected record In(HoldingId holding, long ordinal) {}

  protected static Map<Long, Set<In>> find(FingerprintIndex index, long... hashes) {
    return index.read(
        state -> {
          var found = new Collecting();
          state.find(hashes, found);
          return found.in;
        });
  }

  private static final class Collecting implements Fingerprints.Matches {
    private final Map<Long, Set<In>> in = new TreeMap<>();
    private final Map<Long, Integer> documents = new HashMap<>();
    private long current;

    @Override
    public void hash(long hash, int some) {
      current = hash;
      documents.merge(hash, some, Integer::sum);
    }

    @Override
    public void text(HoldingId holding, long ordinal, String language) {
      in.computeIfAbsent(current, h -> new HashSet<>()).add(new In(holding, ordinal));
    }
  }

  @Test
  void textsAreFoundByTheirHashesAndOnlyByThem() {
    put(index(), 7, ONE, text(0, 1, 5, 9), text(1, 5, 12));
    put(index(), 9, TWO, text(0, 9));
    assertThat(find(index(), 0, 5, 9, 13))
        .isEqualTo(
            Map.of(
                5L,
                Set.of(new In(ONE, 0), new In(ONE, 1)),
                9L,
                Set.of(new In(ONE, 0), new In(TWO, 0))));
    assertThat(index().reached()).isEqualTo(9);
  }

  @Test
  void whatIsTakenOutIsGoneAndComingAnewReplaces() {
    put(index(), 1, ONE, text(0, 1, 2), text(1, 3));
    put(index(), 2, TWO, text(0, 1));
    put(index(), 3, ONE, text(0, 4));
    assertThat(find(index(), 1, 2, 3, 4))
        .isEqualTo(Map.of(1L, Set.of(new In(TWO, 0)), 4L, Set.of(new In(ONE, 0))));
    index().apply(List.of(ONE, TWO), sink -> {}, 4);
    assertThat(find(index(), 1, 2, 3, 4)).isEmpty();
    assertThat(index().read(Fingerprints::tallies)).isEmpty();
  }

  @Test
  void aChangeThatBreaksOffLeavesNothing() {
    put(index(), 1, ONE, text(0, 1));
    assertThatThrownBy(
            () ->
                index()
                    .apply(
                        Set.of(ONE),
                        sink -> {
                          sink.put(TWO, text(0, 2));
                          throw new IllegalStateException("the source ended early");
                        },
                        5))
        .hasMessage("the source ended early");
    assertThat(index().reached()).isEqualTo(1);
    assertThat(find(index(), 1, 2)).isEqualTo(Map.of(1L, Set.of(new In(ONE, 0))));
    put(index(), 6, TWO, text(0, 2));
    assertThat(find(index(), 1, 2)).hasSize(2);
  }

  @Test
  void aReaderSeesOneStateWhileItIsWritten() {
    put(index(), 1, ONE, text(0, 1));
    index()
        .read(
            state -> {
              put(index(), 2, TWO, text(0, 1));
              var found = new Collecting();
              state.find(new long[] {1}, found);
              assertThat(found.in.get(1L)).containsExactly(new In(ONE, 0));
              return state;
            });
    assertThat(find(index(), 1).get(1L)).hasSize(2);
  }

  @Test
  void itIsThereAfterItWasClosed() {
    put(index(), 3, ONE, text(0, 1, 1L << 59));
    var again = reopened();
    assertThat(again.reached()).isEqualTo(3);
    assertThat(find(again, 1L << 59)).hasSize(1);
    again.clear();
    assertThat(again.reached()).isZero();
    assertThat(find(again, 1)).isEmpty();
  }

  @Test
  void walkingTellsEveryHashOfARangeAndTalliesCountTheTexts() {
    var random = new Random(1);
    var wanted = new TreeSet<Long>();
    var documents = new ArrayList<Fingerprint>();
    for (var d = 0; d < 300; d++) {
      var hashes = random.longs(40, 0, 10_000).sorted().distinct().toArray();
      documents.add(text(d, hashes));
      for (var hash : hashes) {
        if (hash >= 2_000 && hash < 3_000) {
          wanted.add(hash);
        }
      }
    }
    put(index(), 1, ONE, documents.subList(0, 150).toArray(Fingerprint[]::new));
    put(index(), 2, TWO, documents.subList(150, 300).toArray(Fingerprint[]::new));
    index()
        .read(
            state -> {
              var found = new Collecting();
              state.walk(2_000, 3_000, found);
              assertThat(found.in.keySet()).isEqualTo(wanted);
              found.documents.forEach(
                  (hash, count) -> assertThat(found.in.get(hash)).hasSize(count));
              return state;
            });
    var tallies = index().read(Fingerprints::tallies);
    assertThat(tallies).hasSize(2).allMatch(t -> t.documents() == 150 && t.language().equals("en"));
    assertThat(tallies.stream().mapToLong(Fingerprints.Tally::hashes).sum())
        .isEqualTo(documents.stream().mapToLong(d -> d.sketch().hashes().length).sum());
  }
}
