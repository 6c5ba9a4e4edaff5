package org.commonsregistry.redundancy.lucene;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.apache.lucene.util.packed.PackedLongValues;
import org.commonsregistry.holdings.HoldingId;
import org.commonsregistry.redundancy.Fingerprints.Tally;

/**
 * Which text each document of a segment is, for access in any order; packed, since there is one for
 * every text. Immutable.
 */
final class TextColumns {
  private final LongValues holdings;
  private final LongValues ordinals;
  private final LongValues languages;
  private final HoldingId[] names;
  private final String[] tags;

  private TextColumns(
      LongValues holdings,
      LongValues ordinals,
      LongValues languages,
      HoldingId[] names,
      String[] tags) {
    this.holdings = holdings;
    this.ordinals = ordinals;
    this.languages = languages;
    this.names = names;
    this.tags = tags;
  }

  static TextColumns of(LeafReader reader) throws IOException {
    var holdings = PackedLongValues.packedBuilder(PackedInts.FAST);
    var ordinals = PackedLongValues.packedBuilder(PackedInts.FAST);
    var languages = PackedLongValues.packedBuilder(PackedInts.FAST);
    var holding = DocValues.getSorted(reader, Fields.HOLDING);
    var ordinal = DocValues.getNumeric(reader, Fields.ORDINAL);
    var language = DocValues.getSorted(reader, Fields.LANGUAGE);
    for (var doc = 0; doc < reader.maxDoc(); doc++) {
      holdings.add(holding.advanceExact(doc) ? holding.ordValue() : 0);
      ordinals.add(ordinal.advanceExact(doc) ? ordinal.longValue() : 0);
      languages.add(language.advanceExact(doc) ? language.ordValue() : 0);
    }
    var tags = new String[language.getValueCount()];
    for (var i = 0; i < tags.length; i++) {
      tags[i] = language.lookupOrd(i).utf8ToString();
    }
    var names = new HoldingId[holding.getValueCount()];
    for (var i = 0; i < names.length; i++) {
      names[i] = HoldingId.ofIri(holding.lookupOrd(i).utf8ToString()).orElseThrow();
    }
    return new TextColumns(holdings.build(), ordinals.build(), languages.build(), names, tags);
  }

  HoldingId holding(int doc) {
    return names[(int) holdings.get(doc)];
  }

  long ordinal(int doc) {
    return ordinals.get(doc);
  }

  String language(int doc) {
    return tags[(int) languages.get(doc)];
  }

  void tally(LeafReader reader, Map<Snapshot.Key, Tally> tallies) throws IOException {
    var words = DocValues.getNumeric(reader, Fields.WORDS);
    var kept = DocValues.getNumeric(reader, Fields.KEPT);
    var live = reader.getLiveDocs();
    for (var doc = 0; doc < reader.maxDoc(); doc++) {
      if (live == null || live.get(doc)) {
        var key = new Snapshot.Key(holding(doc), language(doc));
        var one =
            new Tally(
                key.holding(),
                key.language(),
                1,
                words.advanceExact(doc) ? words.longValue() : 0,
                kept.advanceExact(doc) ? kept.longValue() : 0);
        tallies.merge(
            key,
            one,
            (a, b) ->
                new Tally(
                    a.holding(),
                    a.language(),
                    a.documents() + b.documents(),
                    a.words() + b.words(),
                    a.hashes() + b.hashes()));
      }
    }
  }
}
