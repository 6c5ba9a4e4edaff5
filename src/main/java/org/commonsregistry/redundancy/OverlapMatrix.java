package org.commonsregistry.redundancy;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.commonsregistry.catalog.DatasetId;
import org.commonsregistry.rdf.BaseIri;

/** How much of one dataset is inside another, both ways. Thread-safe. */
@Singleton
public final class OverlapMatrix {
  private static final int MOST = 50;

  /** Fewer hashes in common say nothing. */
  private static final long FEWEST = 2;

  private final Portraits portraits;
  private final SourceTerms terms;
  private final BaseIri base;

  OverlapMatrix(Portraits portraits, SourceTerms terms, BaseIri base) {
    this.portraits = portraits;
    this.terms = terms;
    this.base = base;
  }

  /** With those that share most, most first. */
  public DatasetOverlap of(DatasetId id, String language) {
    var say = OverlapWords.in(language);
    var all = portraits.all();
    var own = all.hashes().getOrDefault(id, new long[0]);
    var title = terms.of(id, say.language()).map(SourceTerms.Brief::title).orElse(id.slug());
    record Common(DatasetId other, long found, long asked) {}
    var common = new ArrayList<Common>();
    all.hashes()
        .forEach(
            (other, hashes) -> {
              var found = other.equals(id) ? 0 : Portraits.common(own, hashes);
              if (found >= FEWEST) {
                common.add(new Common(other, found, hashes.length));
              }
            });
    common.sort(Comparator.comparingLong(Common::found).reversed());
    var items =
        common.stream()
            .limit(MOST)
            .flatMap(
                with ->
                    with(
                        id,
                        title,
                        with.other(),
                        DatasetOverlap.Share.of(with.found(), own.length),
                        DatasetOverlap.Share.of(with.found(), with.asked()),
                        say)
                        .stream())
            .toList();
    var notes = own.length == 0 ? List.of(say.say("overlap.nothing", Map.of())) : List.<String>of();
    return new DatasetOverlap(id.slug(), title, own.length, all.scale(), items, notes);
  }

  private java.util.Optional<DatasetOverlap.With> with(
      DatasetId id,
      String title,
      DatasetId other,
      DatasetOverlap.Share ofThis,
      DatasetOverlap.Share ofOther,
      OverlapWords say) {
    var here = terms.of(id, say.language());
    return terms
        .of(other, say.language())
        .map(
            there -> {
              var different =
                  here.filter(
                          own ->
                              own.zone().equals(there.zone())
                                  && own.licence().equals(there.licence()))
                      .isEmpty();
              var lead =
                  say.say(
                      different ? "overlap.different" : "overlap.same",
                      Map.of(
                          "share", say.percent(ofThis.share()),
                          "this", title,
                          "other", there.title()));
              return new DatasetOverlap.With(
                  lead,
                  other.slug(),
                  there.title(),
                  ofThis,
                  ofOther,
                  there.licence(),
                  there.zone(),
                  different,
                  Map.of("dataset", base.toPublic(other.iri())));
            });
  }
}
