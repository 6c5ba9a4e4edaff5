package org.commonsregistry.redundancy;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.holdings.Holding;
import org.commonsregistry.holdings.Holdings;
import org.commonsregistry.holdings.Purpose;
import org.commonsregistry.rdf.BaseIri;

/** The standing bulletin of contamination, by benchmark and by dataset. Thread-safe. */
@Singleton
public final class Bulletins {
  /** In one answer. */
  static final int MOST_EVIDENCE = 1_000;

  private final Holdings holdings;
  private final Findings findings;
  private final BaseIri base;

  Bulletins(Holdings holdings, Findings findings, BaseIri base) {
    this.holdings = holdings;
    this.findings = findings;
    this.base = base;
  }

  /** Of every benchmark in everything held. */
  public Bulletin all() {
    return bulletin(benchmark -> true, other -> true);
  }

  /** Of a benchmark in everything, or of every benchmark in a dataset, whichever it is. */
  public Bulletin of(DatasetId dataset) {
    var is = is(dataset);
    var benchmark = holdings.of(dataset).stream().anyMatch(h -> h.purpose() == Purpose.EVALUATION);
    return benchmark ? bulletin(is, other -> true) : bulletin(any -> true, is);
  }

  /** The canary of a benchmark: always the same for one dataset, and nowhere else by chance. */
  public static String canary(DatasetId benchmark) {
    var name = "commons-registry benchmark canary " + benchmark.slug();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Predicate<Holding> is(DatasetId dataset) {
    return holding -> holding.id().dataset().equals(dataset);
  }

  private Bulletin bulletin(Predicate<Holding> benchmarks, Predicate<Holding> others) {
    var all = holdings.all();
    var texts = all.stream().filter(h -> h.purpose() == Purpose.TRAINING).filter(others).toList();
    var counts = new long[2];
    var told = new ArrayList<Bulletin.Benchmark>();
    for (var benchmark : all) {
      if (benchmark.purpose() == Purpose.EVALUATION && benchmarks.test(benchmark)) {
        told.add(told(benchmark, texts, counts));
      }
    }
    return new Bulletin(counts[0], counts[1], told);
  }

  private Bulletin.Benchmark told(Holding benchmark, List<Holding> texts, long[] counts) {
    var found = new HashSet<Long>();
    var in = new HashMap<DatasetId, Set<Long>>();
    var tooShort = 0L;
    for (var holding : texts) {
      var pair = findings.of(benchmark.id(), holding.id());
      counts[pair.isPresent() ? 0 : 1]++;
      if (pair.isPresent()) {
        tooShort = pair.get().tooShort();
        for (var finding : pair.get().found()) {
          found.add(finding.item());
          in.computeIfAbsent(holding.id().dataset(), id -> new HashSet<>()).add(finding.item());
        }
      }
    }
    var items = benchmark.counts().documents();
    var lookedFor = Math.max(1, items - tooShort);
    return new Bulletin.Benchmark(
        benchmark.slug(),
        benchmark.id().number(),
        canary(benchmark.id().dataset()),
        items,
        tooShort,
        found.size(),
        (double) found.size() / lookedFor,
        in.entrySet().stream()
            .map(
                entry ->
                    new Bulletin.In(
                        entry.getKey().slug(),
                        entry.getValue().size(),
                        (double) entry.getValue().size() / lookedFor,
                        Map.of(
                            "dataset",
                            base.toPublic(entry.getKey().iri()),
                            "evidence",
                            evidence(benchmark.slug(), entry.getKey().slug()))))
            .sorted(
                Comparator.comparingLong(Bulletin.In::found)
                    .reversed()
                    .thenComparing(Bulletin.In::dataset))
            .toList(),
        Map.of(
            "dataset",
            base.toPublic(benchmark.id().dataset().iri()),
            "evidence",
            evidence(benchmark.slug(), "")));
  }

  private String evidence(String benchmark, String dataset) {
    return base.resolve(
        "api/v1/contamination/evidence?benchmark="
            + benchmark
            + (dataset.isEmpty() ? "" : "&dataset=" + dataset));
  }

  /** Item by item, from a place in the list on, at most {@value #MOST_EVIDENCE}. */
  public List<Bulletin.Evidence> evidence(
      Optional<DatasetId> benchmark, Optional<DatasetId> dataset, long from) {
    var all = holdings.all();
    var evidence = new ArrayList<Bulletin.Evidence>();
    var passed = 0L;
    for (var exam : all) {
      if (exam.purpose() != Purpose.EVALUATION
          || !benchmark.map(b -> is(b).test(exam)).orElse(true)) {
        continue;
      }
      for (var holding : all) {
        if (holding.purpose() != Purpose.TRAINING
            || !dataset.map(d -> is(d).test(holding)).orElse(true)) {
          continue;
        }
        var found =
            findings.of(exam.id(), holding.id()).map(Findings.Pair::found).orElse(List.of());
        for (var finding : found) {
          if (passed++ >= from) {
            evidence.add(told(exam, holding, finding));
          }
          if (evidence.size() == MOST_EVIDENCE) {
            return evidence;
          }
        }
      }
    }
    return evidence;
  }

  private Bulletin.Evidence told(Holding exam, Holding holding, Finding finding) {
    return new Bulletin.Evidence(
        exam.slug(),
        exam.id().number(),
        finding.item(),
        holding.slug(),
        holding.id().number(),
        finding.text(),
        finding.share(),
        finding.answer(),
        finding.start(),
        finding.end(),
        Map.of(
            "text",
            base.resolve("api/v1/holdings/" + holding.id() + "/records/" + finding.text())));
  }
}
