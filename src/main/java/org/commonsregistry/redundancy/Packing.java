package org.commonsregistry.redundancy;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.fingerprint.Fp1;
import org.commonsregistry.holdings.HoldingId;
import org.commonsregistry.http.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Takes hashes with their datasets out of the index: all of a scale for a pack, those of a range
 * for a range file. Only of texts that everybody may read. Thread-safe.
 */
@Singleton
final class Packing {
  private final FingerprintIndex index;
  private final Admission admission;
  private final HeldFacts facts;
  private final Boilerplate boilerplate;
  private final SourceTerms terms;

  Packing(
      FingerprintIndex index,
      Admission admission,
      HeldFacts facts,
      Boilerplate boilerplate,
      SourceTerms terms) {
    this.index = index;
    this.admission = admission;
    this.facts = facts;
    this.boilerplate = boilerplate;
    this.terms = terms;
  }

  /** Of the texts in a language and category, where given. */
  OfflinePack pack(int scale, Optional<String> language, Optional<String> category) {
    return taken(scale, 0, Portraits.end(scale), language, category);
  }

  /** Of all texts; hashes from one to another, the latter exclusive. */
  OfflinePack range(int scale, long from, long to) {
    return taken(scale, from, to, Optional.empty(), Optional.empty());
  }

  private OfflinePack taken(
      int scale, long from, long to, Optional<String> language, Optional<String> category) {
    var open = admission.now().open();
    var wanted =
        facts.wanted(category).keySet().stream().filter(open::contains).collect(Collectors.toSet());
    return index.read(
        state -> {
          var taking = new Taking(wanted, language);
          state.walk(from, to, taking);
          return taking.pack(scale, language, category, index.reached());
        });
  }

  private final class Taking implements Fingerprints.Matches {
    private final Set<HoldingId> wanted;
    private final Optional<String> language;
    private final Map<DatasetId, Integer> datasets = new HashMap<>();
    private final List<DatasetId> names = new ArrayList<>();
    private final Map<BitSet, BitSet> known = new HashMap<>();
    private long[] hashes = new long[1_024];
    private int[] in = new int[1_024];
    private int count;
    private long current;

    Taking(Set<HoldingId> wanted, Optional<String> language) {
      this.wanted = wanted;
      this.language = language;
    }

    @Override
    public void hash(long hash, int documents) {
      current = hash;
    }

    @Override
    public void text(HoldingId holding, long ordinal, String tag) {
      if (!wanted.contains(holding)
          || !language.map(asked -> HeldFacts.speaks(tag, asked)).orElse(true)) {
        return;
      }
      var dataset =
          datasets.computeIfAbsent(
              holding.dataset(),
              id -> {
                names.add(id);
                return names.size() - 1;
              });
      if (count > 0 && hashes[count - 1] == current && in[count - 1] == dataset) {
        return;
      }
      if (count == hashes.length) {
        if (count >= OfflinePack.MOST_HASHES) {
          throw ProblemException.unprocessable("This pack would be too large.")
              .expected("at most " + OfflinePack.MOST_HASHES + " hashes")
              .received("more")
              .remedy("Ask for a larger scale, or for one language or category.");
        }
        hashes = Arrays.copyOf(hashes, 2 * count);
        in = Arrays.copyOf(in, 2 * count);
      }
      hashes[count] = current;
      in[count++] = dataset;
    }

    /** Hashes of the same datasets share one set, so that a set is made once and not each time. */
    private BitSet with(@Nullable BitSet before, int dataset) {
      if (before != null && before.get(dataset)) {
        return before;
      }
      var set = before == null ? new BitSet() : (BitSet) before.clone();
      set.set(dataset);
      return known.computeIfAbsent(set, same -> same);
    }

    OfflinePack pack(
        int scale, Optional<String> language, Optional<String> category, long reached) {
      var ascending = Arrays.stream(hashes, 0, count).sorted().distinct().toArray();
      var where = new BitSet[ascending.length];
      for (var i = 0; i < count; i++) {
        var at = Arrays.binarySearch(ascending, hashes[i]);
        where[at] = with(where[at], in[i]);
      }
      var numbers = new HashMap<BitSet, Integer>();
      var sets = new ArrayList<List<Integer>>();
      sets.add(List.of());
      numbers.put(new BitSet(), 0);
      var set = new int[ascending.length];
      for (var i = 0; i < set.length; i++) {
        var members = boilerplate.licence(ascending[i]) ? new BitSet() : where[i];
        set[i] =
            numbers.computeIfAbsent(
                members,
                some -> {
                  sets.add(some.stream().boxed().toList());
                  return sets.size() - 1;
                });
      }
      return new OfflinePack(
          new OfflinePack.Header(
              Fp1.NAME,
              scale,
              language.orElse(""),
              category.orElse(""),
              reached,
              ascending.length,
              names.stream().map(Packing.this::source).toList(),
              sets),
          ascending,
          set);
    }
  }

  private OfflinePack.Source source(DatasetId id) {
    return terms
        .of(id, "en")
        .map(
            brief ->
                new OfflinePack.Source(id.slug(), brief.title(), brief.licence(), brief.zone()))
        .orElseGet(() -> new OfflinePack.Source(id.slug(), id.slug(), "", ""));
  }
}
