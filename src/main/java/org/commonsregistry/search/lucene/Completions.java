package org.commonsregistry.search.lucene;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.util.ULocale;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.util.BytesRef;
import org.commonsregistry.catalog.Texts;
import org.commonsregistry.search.SearchDocument;

/** The fields behind suggestions, parts of words and the order of titles. Not thread-safe. */
final class Completions {
  static final int LONGEST_PREFIX = 15;
  private static final int LONGEST_START = 30;
  private static final int LONGEST_ORDER = 80;

  private final Words words;
  private final RuleBasedCollator collator = collator();

  Completions(Words words) {
    this.words = words;
  }

  void addTo(Document out, SearchDocument source) {
    var prefixes = new LinkedHashSet<String>();
    var starts = new LinkedHashSet<String>();
    var whole = new LinkedHashSet<String>();
    var grams = new Terms();
    var texts = new LinkedHashSet<>(source.titles().values());
    texts.addAll(source.alternativeNames());
    texts.add(source.slug());
    texts.add(source.stewardName());
    for (var text : texts) {
      var cut = words.of(Documents.cut(text, Documents.LONGEST_NAME));
      cut.forEach(word -> addBeginnings(prefixes, word.folded(), LONGEST_PREFIX));
      grams.addGrams(cut);
      var line = Words.line(cut);
      whole.add(Documents.cut(line, Documents.LONGEST_NAME));
      if (source.titles().containsValue(text)) {
        addBeginnings(starts, line, LONGEST_START);
      }
    }
    Documents.add(out, Fields.PREFIX, Terms.of(prefixes), Fields.PRESENCE);
    Documents.add(out, Fields.START, Terms.of(starts), Fields.PRESENCE);
    Documents.add(out, Fields.WHOLE, Terms.of(whole), Fields.PRESENCE);
    Documents.add(out, Fields.GRAM, grams, Fields.SEQUENCES);
    addOrder(out, Texts.pick(source.titles()).orElse(source.slug()));
  }

  private void addOrder(Document out, String title) {
    out.add(new FeatureField(Fields.BREVITY, Fields.BREVITY, 1f / (8 + title.length())));
    var key = collator.getCollationKey(Documents.cut(title, LONGEST_ORDER)).toByteArray();
    out.add(new SortedDocValuesField(Fields.TITLE_ORDER, new BytesRef(key)));
  }

  private static void addBeginnings(Set<String> beginnings, String text, int longest) {
    for (int end = 1; end <= Math.min(text.length(), longest); end++) {
      beginnings.add(text.substring(0, end));
    }
  }

  /** Ignores case, spaces and punctuation; one order for all languages. */
  private static RuleBasedCollator collator() {
    var collator = (RuleBasedCollator) Collator.getInstance(ULocale.ROOT);
    collator.setStrength(Collator.SECONDARY);
    collator.setAlternateHandlingShifted(true);
    collator.setNumericCollation(true);
    return collator;
  }
}
