package org.commonsregistry.redundancy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commonsregistry.catalog.DatasetId;

/**
 * How much of a sample is in what was looked through. Boilerplate is left out of both sides.
 * Immutable.
 *
 * @param asked distinct hashes that count
 * @param found those of them that are there
 * @param boilerplate distinct hashes left out
 * @param shown interval for the texts shown
 * @param planned interval for what they are a sample of; empty with too few documents
 * @param documents that have any hash
 * @param near documents of which at least {@value #NEAR} is in one text
 * @param edited documents of which less than that, but at least {@value #EDITED} is in one text
 * @param similar hashes not found, of documents that are near or edited
 * @param parts what each dataset explains, without overlap
 * @param texts that share most, most first
 */
record Overlap(
    long asked,
    long found,
    long boilerplate,
    Interval shown,
    Optional<Interval> planned,
    int documents,
    int near,
    int edited,
    long similar,
    List<Explained> parts,
    List<Shared> texts) {
  static final double NEAR = 0.8;
  static final double EDITED = 0.3;
  static final int MOST_TEXTS = 20;

  /** What a dataset alone is credited with, and all it has of what was found. */
  record Explained(DatasetId dataset, long hashes, long shared) {}

  /** A text and how many hashes of the sample it has. */
  record Shared(Lookup.Text text, int hashes) {}

  double share() {
    return asked == 0 ? 0 : (double) found / asked;
  }

  static Overlap of(Sample sample, Lookup lookup, Boilerplate boilerplate, long held) {
    return new Reckoning(sample, lookup, boilerplate, held).overlap();
  }

  private static final class Reckoning {
    private final Sample sample;
    private final Lookup lookup;
    private final BitSet leftOut = new BitSet();
    private final BitSet there = new BitSet();
    private int documents;
    private int near;
    private int edited;
    private long similar;

    Reckoning(Sample sample, Lookup lookup, Boilerplate boilerplate, long held) {
      this.sample = sample;
      this.lookup = lookup;
      for (var i = 0; i < lookup.size(); i++) {
        var datasets = lookup.where(i).cardinality();
        if (boilerplate.licence(lookup.hash(i))
            || boilerplate.frequent(lookup.frequency(i), datasets, held)) {
          leftOut.set(i);
        } else if (datasets > 0) {
          there.set(i);
        }
      }
    }

    Overlap overlap() {
      var asked = lookup.size() - leftOut.cardinality();
      var planned = byDocument();
      return new Overlap(
          asked,
          there.cardinality(),
          leftOut.cardinality(),
          Interval.wilson(there.cardinality(), asked),
          planned,
          documents,
          near,
          edited,
          similar,
          parts(),
          texts());
    }

    private Optional<Interval> byDocument() {
      var found = new long[sample.documents().size()];
      var asked = new long[found.length];
      var counts = new int[lookup.textCount()];
      for (var d = 0; d < found.length; d++) {
        var best = 0;
        var places = places(sample.documents().get(d).hashes());
        for (var place : places) {
          asked[d]++;
          found[d] += there.get(place) ? 1 : 0;
          for (var text : lookup.texts(place)) {
            best = Math.max(best, ++counts[text]);
          }
        }
        for (var place : places) {
          for (var text : lookup.texts(place)) {
            counts[text] = 0;
          }
        }
        count(best, found[d], asked[d]);
      }
      return PlannedInterval.of(found, asked);
    }

    private int[] places(long[] hashes) {
      return java.util.Arrays.stream(hashes)
          .mapToInt(lookup::place)
          .filter(place -> !leftOut.get(place))
          .toArray();
    }

    /** Two hashes in common are the least that says a document is in a text. */
    private void count(int best, long found, long asked) {
      if (asked > 0) {
        documents++;
      }
      if (best >= 2 && best >= EDITED * asked) {
        if (best >= NEAR * asked) {
          near++;
        } else {
          edited++;
        }
        similar += asked - found;
      }
    }

    private List<Explained> parts() {
      var where = there.stream().mapToObj(lookup::where).toList();
      return Attribution.of(where, lookup.datasets().size()).stream()
          .map(
              part ->
                  new Explained(
                      lookup.datasets().get(part.collection()), part.explained(), part.shared()))
          .toList();
    }

    private List<Shared> texts() {
      var counts = new int[lookup.textCount()];
      there.stream()
          .flatMap(i -> java.util.Arrays.stream(lookup.texts(i)))
          .forEach(text -> counts[text]++);
      var ranked = new ArrayList<Shared>();
      IntStream.range(0, counts.length)
          .boxed()
          .filter(text -> counts[text] > 0)
          .sorted(
              Comparator.comparingInt((Integer text) -> -counts[text])
                  .thenComparing(text -> lookup.text(text).holding())
                  .thenComparing(text -> lookup.text(text).ordinal()))
          .limit(MOST_TEXTS)
          .forEach(text -> ranked.add(new Shared(lookup.text(text), counts[text])));
      return ranked;
    }
  }
}
