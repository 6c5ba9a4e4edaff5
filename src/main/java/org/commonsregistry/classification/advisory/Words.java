package org.commonsregistry.classification.advisory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import opennlp.tools.stemmer.PorterStemmer;

/**
 * What the models see of a text: English stems, each with a weight. Immutable.
 *
 * @param weights by stem, in alphabetical order
 */
record Words(Map<String, Float> weights) {
  private static final int LONGEST = 40;

  /** Titles and keywords say more about the subject than a word of the description. */
  private static final float TITLE = 2;

  private static final float PAIR = 0.7f;
  private static final Set<String> EMPTY_WORDS =
      Set.of(
          ("the of and in a an is are to for with by from on at as it its that which this or be was"
                  + " were has have their they them can may not also one each other than been who")
              .split(" "));

  /** The subject of a dataset. */
  static Words ofDataset(Collection<String> titles, String description, List<String> keywords) {
    var weights = new TreeMap<String, Float>();
    titles.forEach(title -> subject(title, TITLE, weights));
    subject(description, 1, weights);
    keywords.forEach(keyword -> subject(keyword, TITLE, weights));
    return new Words(weights);
  }

  private static void subject(String text, float weight, Map<String, Float> weights) {
    for (var stem : stems(plain(text), false)) {
      weights.merge(stem, weight, Math::max);
    }
  }

  /** A sentence: small words count too, and neighbours, since "may not" differs from "may". */
  static Words ofSentence(String sentence) {
    var weights = new TreeMap<String, Float>();
    var before = "";
    for (var stem : stems(plain(sentence), true)) {
      weights.merge(stem, 1f, Math::max);
      if (!before.isEmpty()) {
        weights.merge(before + "_" + stem, PAIR, Math::max);
      }
      before = stem;
    }
    return new Words(weights);
  }

  private static List<String> stems(List<String> plain, boolean all) {
    var stemmer = new PorterStemmer();
    var stems = new ArrayList<String>();
    for (var word : plain) {
      if (all || !EMPTY_WORDS.contains(word)) {
        stems.add(stemmer.stem(word));
      }
    }
    return stems;
  }

  /** Lower-case words of two characters or more that are not only digits. */
  static List<String> plain(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    var words = new ArrayList<String>();
    var from = 0;
    var letters = false;
    for (var i = 0; i <= lower.length(); i++) {
      var c = i < lower.length() ? lower.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        letters |= Character.isLetter(c);
        continue;
      }
      if (letters && i - from >= 2 && i - from <= LONGEST) {
        words.add(lower.substring(from, i));
      }
      from = i + 1;
      letters = false;
    }
    return words;
  }
}
