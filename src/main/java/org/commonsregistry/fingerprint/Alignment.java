package org.commonsregistry.fingerprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the passages that other texts share with one sample, word for word after normalisation, by
 * every shingle of the sample (so nothing of eight words or more is missed). Section 8 of {@code
 * docs/fp1.md}. Thread-safe; made once for a sample, then asked for each text.
 */
public final class Alignment {
  /** Edited words that may lie between two pieces of one passage, on either side. */
  private static final int MOST_EDITED = 2;

  /** Places of the same shingle in the sample that are tried. */
  private static final int MOST_PLACES = 4;

  private final Tokens sample;
  private final Map<Long, Integer> firstPlace = new HashMap<>();
  private final int[] nextPlace;

  public Alignment(CharSequence sample) {
    this.sample = Fp1.tokens(sample);
    var hashes = new long[this.sample.count()];
    int[] shingles = {0};
    Fp1.shingles(
        sample,
        (hash, first, last) -> {
          hashes[first] = hash;
          shingles[0]++;
        });
    nextPlace = new int[shingles[0]];
    for (int place = shingles[0] - 1; place >= 0; place--) {
      var next = firstPlace.put(hashes[place], place);
      nextPlace[place] = next == null ? -1 : next;
    }
  }

  /** In the order of the other text. */
  public List<Passage> passages(CharSequence other) {
    var tokens = Fp1.tokens(other);
    var spans = new ArrayList<Span>();
    int[] covered = {0};
    Fp1.shingles(
        other,
        (hash, first, last) -> {
          if (first >= covered[0] && firstPlace.containsKey(hash)) {
            var span = longest(firstPlace.get(hash), tokens, first, covered[0]);
            if (span.length > 0) {
              spans.add(span);
              covered[0] = span.other + span.length;
            }
          }
        });
    return merged(spans, tokens);
  }

  /** Tokens {@code sample … sample + length - 1} are those at {@code other}. */
  private record Span(int sample, int other, int length) {
    boolean goesOnIn(Span next) {
      int inSample = next.sample - (sample + length);
      int inOther = next.other - (other + length);
      return inSample >= 0 && inSample <= MOST_EDITED && inOther <= MOST_EDITED;
    }
  }

  private Span longest(int firstPlace, Tokens other, int at, int from) {
    var best = new Span(0, at, 0);
    int place = firstPlace;
    for (int tried = 0; place >= 0 && tried < MOST_PLACES; tried++) {
      int left = 0;
      while (place - left > 0
          && at - left > from
          && sample.hash(place - left - 1) == other.hash(at - left - 1)) {
        left++;
      }
      int right = 0;
      while (place + right < sample.count()
          && at + right < other.count()
          && sample.hash(place + right) == other.hash(at + right)) {
        right++;
      }
      // A shingle that only collides has no equal first token.
      if (right > 0 && left + right > best.length) {
        best = new Span(place - left, at - left, left + right);
      }
      place = nextPlace[place];
    }
    return best;
  }

  private List<Passage> merged(List<Span> spans, Tokens other) {
    var passages = new ArrayList<Passage>();
    for (int i = 0; i < spans.size(); ) {
      var parts = new ArrayList<Passage.Part>();
      int words = 0;
      do {
        var span = spans.get(i);
        parts.add(
            new Passage.Part(
                sample.start(span.sample),
                sample.end(span.sample + span.length - 1),
                other.start(span.other),
                other.end(span.other + span.length - 1)));
        words += span.length;
        i++;
      } while (i < spans.size() && spans.get(i - 1).goesOnIn(spans.get(i)));
      passages.add(new Passage(words, parts));
    }
    return passages;
  }
}
