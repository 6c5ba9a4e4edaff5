package org.commonsregistry.search.lucene;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.commonsregistry.catalog.Texts;
import org.commonsregistry.search.FacetField;
import org.commonsregistry.search.SearchDocument;

/** Writes catalogue documents as index documents. Not thread-safe. */
final class Documents {
  private static final int LONGEST_DESCRIPTION = 32_000;
  static final int LONGEST_NAME = 1_000;
  private static final List<Locale> INTERFACE = List.of(Locale.ENGLISH, Locale.GERMAN);

  private final Words words = new Words();
  private final Stemming stemming = new Stemming();
  private final Completions completions = new Completions(words);

  Document of(SearchDocument source) {
    var out = new Document();
    out.add(new StringField(Fields.SLUG, source.slug(), Field.Store.YES));
    out.add(new SortedDocValuesField(Fields.SLUG, new BytesRef(source.slug())));
    out.add(new NumericDocValuesField(Fields.ISSUED, source.issued().toEpochMilli()));
    out.add(new NumericDocValuesField(Fields.MODIFIED, source.modified().toEpochMilli()));
    texts(out, Fields.TITLE, source.titles(), source);
    texts(out, Fields.DESCRIPTION, source.descriptions(), source);
    var languages = languages(source);
    add(out, Fields.NAME, terms(names(source), languages), Fields.POSITIONS);
    add(out, Fields.LABEL, terms(labels(source), languages), Fields.POSITIONS);
    names(source).forEach(name -> out.add(new StoredField(Fields.NAME, name)));
    vocabulary(out, source);
    completions.addTo(out, source);
    facets(out, source);
    return out;
  }

  /** Stored and indexed in the same order, the most widely read language first. */
  private void texts(
      Document out, String field, Map<String, String> byLanguage, SearchDocument source) {
    var terms = new Terms();
    var first = Texts.pick(byLanguage).orElse("");
    var ordered = new ArrayList<>(byLanguage.entrySet());
    ordered.sort((a, b) -> Boolean.compare(b.getValue().equals(first), a.getValue().equals(first)));
    for (var entry : ordered) {
      var text = cut(entry.getValue(), LONGEST_DESCRIPTION);
      out.add(new StoredField(field, text));
      terms.add(text, words.of(text), stemLanguages(entry.getKey(), source), stemming);
    }
    add(out, field, terms, Fields.OFFSETS);
  }

  private Terms terms(Collection<String> texts, Set<String> languages) {
    var terms = new Terms();
    for (var text : texts) {
      var known = cut(text, LONGEST_NAME);
      terms.add(known, words.of(known), languages, stemming);
    }
    return terms;
  }

  private static List<String> names(SearchDocument source) {
    var names = new ArrayList<>(source.keywords());
    names.addAll(source.alternativeNames());
    names.add(source.slug());
    source.titles().values().forEach(t -> names.addAll(Names.parts(t)));
    return names;
  }

  private static Collection<String> labels(SearchDocument source) {
    var labels = new LinkedHashSet<>(source.categoryNames());
    labels.add(source.stewardName());
    labels.addAll(source.categories());
    labels.addAll(source.licenceFamilies());
    labels.addAll(source.licenceTexts());
    labels.addAll(source.media());
    for (var locale : INTERFACE) {
      source.languages().forEach(tag -> labels.add(Names.ofLanguage(tag, locale)));
      source.places().forEach(code -> labels.add(Names.ofPlace(code, locale)));
    }
    return labels;
  }

  /** Languages to stem what has no language of its own in: those the dataset is described in. */
  private static Set<String> languages(SearchDocument source) {
    var languages = new TreeSet<String>();
    languages.add("en");
    source.titles().keySet().forEach(tag -> languages.addAll(stemLanguages(tag, source)));
    return languages;
  }

  /** Text of unknown language is English or in the one language of the content, in practice. */
  private static Set<String> stemLanguages(String tag, SearchDocument source) {
    var languages = new TreeSet<String>();
    languages.add(primary(tag));
    if (tag.equals("und") || tag.isEmpty()) {
      languages.add("en");
      if (source.languages().size() == 1) {
        languages.add(primary(source.languages().getFirst()));
      }
    }
    languages.removeIf(language -> !Stemming.knows(language));
    return languages;
  }

  private static String primary(String tag) {
    return tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
  }

  private void vocabulary(Document out, SearchDocument source) {
    var seen = new LinkedHashSet<String>();
    var texts = new ArrayList<>(source.titles().values());
    texts.addAll(names(source));
    texts.addAll(labels(source));
    source.descriptions().values().forEach(d -> texts.add(cut(d, LONGEST_DESCRIPTION)));
    texts.forEach(text -> words.asked(text).forEach(word -> seen.add(word.folded())));
    var terms = new Terms();
    seen.forEach(terms::add);
    add(out, Fields.WORD, terms, Fields.PRESENCE);
  }

  private static void facets(Document out, SearchDocument source) {
    for (var field : FacetField.values()) {
      for (var value : new LinkedHashSet<>(values(source, field))) {
        if (!value.isBlank()) {
          var stored = cut(value, LONGEST_NAME);
          out.add(new SortedSetDocValuesField(Fields.facet(field), new BytesRef(stored)));
          out.add(new StringField(Fields.facet(field), stored, Field.Store.NO));
        }
      }
    }
  }

  private static List<String> values(SearchDocument source, FacetField field) {
    return switch (field) {
      case ZONE -> List.of(source.zone());
      case LICENCE -> source.licenceFamilies();
      case CATEGORY -> source.categories();
      case LANGUAGE -> source.languages();
      case STEWARD -> List.of(source.stewardSlug());
      case KIND -> List.of(source.kind());
      case MEDIA -> source.media();
      case PLACE -> source.places();
      case YEAR -> source.year() == 0 ? List.of() : List.of(Integer.toString(source.year()));
    };
  }

  static void add(Document out, String field, Terms terms, FieldType type) {
    if (!terms.isEmpty()) {
      out.add(new Field(field, terms.stream(), type));
    }
  }

  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
  }
}
