package org.commonsregistry.redundancy;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.holdings.Holdings;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.rdf.BaseIri;

/**
 * Answers how much of a sample is already in the commons. Keeps nothing of what it is asked, not
 * even for the length of a log line. Thread-safe.
 */
@Singleton
public final class Checks {
  /** Whole texts in memory at a time. */
  private static final int TEXTS = 3;

  private final FingerprintIndex index;
  private final Holdings holdings;
  private final Admission admission;
  private final Boilerplate boilerplate;
  private final HeldFacts facts;
  private final SourceTerms terms;
  private final BaseIri base;
  private final Semaphore texts = new Semaphore(TEXTS);

  Checks(
      FingerprintIndex index,
      Holdings holdings,
      Admission admission,
      Boilerplate boilerplate,
      HeldFacts facts,
      SourceTerms terms,
      BaseIri base) {
    this.index = index;
    this.holdings = holdings;
    this.admission = admission;
    this.boilerplate = boilerplate;
    this.facts = facts;
    this.terms = terms;
    this.base = base;
  }

  /**
   * @param body a question as {@code docs/redundancy.md} describes it
   * @param language of the sentences, {@code en} or {@code de}
   * @throws org.commonsregistry.http.ProblemException when the question is not valid
   */
  public OverlapReport sketches(byte[] body, String language) {
    return report(SampleReader.read(body), language, Optional.empty());
  }

  /**
   * @param text itself, which is held in memory only
   * @param about what the asker says of it: {@code language} and {@code category}, where given
   * @param bytes of the request
   */
  public OverlapReport text(String text, Map<String, String> about, long bytes, String language) {
    if (!texts.tryAcquire()) {
      throw ProblemException.unavailable("Other texts are being checked.", Duration.ofSeconds(2))
          .remedy("Ask again in a moment, or send a sketch, which is checked at once.");
    }
    try {
      return report(SampleText.sample(text, about, bytes), language, Optional.of(text));
    } finally {
      texts.release();
    }
  }

  /**
   * What is held in a category and language, for those who have only a description yet.
   *
   * @throws org.commonsregistry.http.ProblemException when there is no such category
   */
  public HeldHere held(Optional<String> category, Optional<String> language) {
    return index.read(state -> facts.of(category, language, state.tallies()));
  }

  private OverlapReport report(Sample sample, String language, Optional<String> text) {
    return index.read(state -> report(sample, language, text, state));
  }

  private OverlapReport report(
      Sample sample, String language, Optional<String> text, Fingerprints state) {
    var say = OverlapWords.in(language);
    var admitted = admission.now();
    var tallies = state.tallies();
    var held = facts.of(sample.category(), sample.language(), tallies);
    var hashes = sample.hashes();
    var lookup = new Lookup(hashes, admitted.open()::contains);
    state.find(hashes, lookup);
    var heldTexts = tallies.stream().mapToLong(Fingerprints.Tally::documents).sum();
    var overlap = Overlap.of(sample, lookup, boilerplate, heldTexts);
    var comparison = text.flatMap(t -> Comparison.of(t, overlap, holdings));
    var band = Band.of(overlap.share(), overlap.shown(), sample.words());
    var unchecked = new ArrayList<String>();
    unchecked.add(say.say("unchecked.meaning", Map.of()));
    unchecked.add(say.say("unchecked.translation", Map.of()));
    unchecked.add(say.say("unchecked.pictures", Map.of()));
    if (!admitted.closed().isEmpty()) {
      var closed = admitted.closed().stream().mapToLong(h -> h.counts().documents()).sum();
      unchecked.add(say.say("unchecked.closed", Map.of("closed", closed)));
    }
    var indexed = tallies.stream().map(Fingerprints.Tally::holding).toList();
    if (!indexed.containsAll(admitted.open())) {
      unchecked.add(say.say("unchecked.behind", Map.of()));
    }
    if (text.isPresent() && comparison.isEmpty()) {
      unchecked.add(say.say("unchecked.long", Map.of("characters", Comparison.MOST_CHARACTERS)));
    }
    var verified = comparison.map(Comparison::words).orElse(-1L);
    return new OverlapReport(
        Lead.of(overlap, band, sample.words(), verified, say),
        band.token(),
        sample.words(),
        shares(overlap, say),
        new OverlapReport.Similar(
            part(overlap.similar(), overlap.asked()), overlap.near(), overlap.edited()),
        new OverlapReport.Left(
            part(overlap.boilerplate(), overlap.asked() + overlap.boilerplate()),
            overlap.boilerplate()),
        overlap.parts().stream()
            .flatMap(part -> source(part, overlap, say.language()).stream())
            .toList(),
        overlap.texts().stream().flatMap(one -> candidate(one).stream()).toList(),
        comparison.map(Comparison::passages).orElse(null),
        held,
        List.copyOf(unchecked),
        new OverlapReport.Sent(lookup.size(), sample.bytes(), "nothing"));
  }

  private static double part(long some, long all) {
    return all == 0 ? 0 : (double) some / all;
  }

  private static OverlapReport.Shares shares(Overlap overlap, OverlapWords say) {
    var planned =
        overlap
            .planned()
            .map(
                interval ->
                    new OverlapReport.Planned(
                        interval.low(), interval.high(), overlap.documents(), null))
            .orElseGet(
                () ->
                    new OverlapReport.Planned(
                        null,
                        null,
                        overlap.documents(),
                        say.say(
                            "planned.few",
                            Map.of(
                                "documents",
                                overlap.documents(),
                                "fewest",
                                PlannedInterval.FEWEST))));
    return new OverlapReport.Shares(
        overlap.asked() == 0 ? null : overlap.share(),
        overlap.shown().low(),
        overlap.shown().high(),
        overlap.asked(),
        overlap.found(),
        planned);
  }

  private Optional<OverlapReport.Source> source(
      Overlap.Explained part, Overlap overlap, String language) {
    return terms
        .of(part.dataset(), language)
        .map(
            known ->
                new OverlapReport.Source(
                    part.dataset().slug(),
                    known.title(),
                    part(part.hashes(), overlap.asked()),
                    part(part.shared(), overlap.asked()),
                    known.licence(),
                    known.zone(),
                    known.uses(),
                    links(part.dataset())));
  }

  private Map<String, String> links(DatasetId id) {
    var page = base.toPublic(id.iri());
    return Map.of("dataset", page, "terms", page + "/terms", "provenance", page + "/provenance");
  }

  private Optional<OverlapReport.Candidate> candidate(Overlap.Shared shared) {
    var id = shared.text().holding();
    return holdings
        .record(id, shared.text().ordinal())
        .map(
            record ->
                new OverlapReport.Candidate(
                    id.slug(),
                    id.number(),
                    record.ordinal(),
                    record.title().orElse(record.id()),
                    record.language(),
                    shared.hashes(),
                    Map.of(
                        "text",
                        base.resolve("api/v1/holdings/" + id + "/records/" + record.ordinal()),
                        "dataset",
                        base.toPublic(id.dataset().iri()))));
  }
}
