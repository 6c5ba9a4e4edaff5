package org.commonsregistry.holdings;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much text there is. Immutable.
 *
 * @param documents text records
 * @param words as {@code docs/fp1.md} counts them; in scripts without spaces a word is a code point
 * @param bytes of the texts in UTF-8
 * @param languages documents by language tag, {@code und} where it could not be told
 * @param licences documents by licence as stated, the empty text where none was
 */
public record Counts(
    long documents,
    long words,
    long bytes,
    SortedMap<String, Long> languages,
    SortedMap<String, Long> licences) {
  public static final Counts NOTHING = new Counts(0, 0, 0, new TreeMap<>(), new TreeMap<>());

  public Counts {
    languages = Collections.unmodifiableSortedMap(new TreeMap<>(languages));
    licences = Collections.unmodifiableSortedMap(new TreeMap<>(licences));
  }

  public static Counts sum(Collection<Counts> all) {
    var documents = 0L;
    var words = 0L;
    var bytes = 0L;
    var languages = new TreeMap<String, Long>();
    var licences = new TreeMap<String, Long>();
    for (var counts : all) {
      documents += counts.documents;
      words += counts.words;
      bytes += counts.bytes;
      counts.languages.forEach((tag, n) -> languages.merge(tag, n, Long::sum));
      counts.licences.forEach((name, n) -> licences.merge(name, n, Long::sum));
    }
    return new Counts(documents, words, bytes, languages, licences);
  }
}
