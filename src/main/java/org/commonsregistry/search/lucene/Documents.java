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
    out.add(new StringField(Fields.SLUG, source.slug(), Field.Store.NO));
    out.add(new SortedDocValuesField(Fields.SLUG, new BytesRef(source.slug())));
    out.add(new NumericDocValuesField(Fields.ISSUED, source.issued().toEpochMilli()));
    out.add(new NumericDocValuesField(Fields.MODIFIED, source.modified().toEpochMilli()));
    names(source).forEach(name -> out.add(new StoredField(Fields.NAME, name)));
    var languages = languages(source);
    var vocabulary = new LinkedHashSet<String>();
    var head = new ArrayList<>(List.of(source.slug()));
    var title = texts(head, source.titles(), source);
    StoredTexts.add(out, Fields.HEAD, head);
    var descriptions = new ArrayList<String>();
    var description = texts(descriptions, source.descriptions(), source);
    StoredTexts.add(out, Fields.DESCRIPTION, descriptions);
    var name = terms(names(source), languages);
    var label = terms(labels(source), languages);
    List.of(title, description, name, label).forEach(t -> t.addDistinctTo(vocabulary));
    add(out, Fields.TITLE, title, Fields.OFFSETS);
    add(out, Fields.DESCRIPTION, description, Fields.OFFSETS);
    add(out, Fields.NAME, name, Fields.POSITIONS);
    add(out, Fields.LABEL, label, Fields.POSITIONS);
    add(out, Fields.WORD, Terms.of(vocabulary), Fields.PRESENCE);
    add(out, Fields.TERMS, Terms.of(source.terms()), Fields.PRESENCE);
    completions.addTo(out, source);
    facets(out, source);
    return out;
  }

  /** Stored and cut in the same order, the most widely read language first. */
  private Terms texts(List<String> stored, Map<String, String> byLanguage, SearchDocument source) {
    var terms = new Terms();
    var first = Texts.pick(byLanguage).orElse("");
    var ordered = new ArrayList<>(byLanguage.entrySet());
    ordered.sort((a, b) -> Boolean.compare(b.getValue().equals(first), a.getValue().equals(first)));
    for (var entry : ordered) {
      var text = cut(entry.getValue(), LONGEST_DESCRIPTION);
      stored.add(text);
      terms.add(text, words.of(text), stemLanguages(entry.getKey(), source), stemming);
    }
    return terms;
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
  private Set<String> languages(SearchDocument source) {
    var languages = new TreeSet<String>();
    languages.add("en");
    source.titles().keySet().forEach(tag -> languages.addAll(stemLanguages(tag, source)));
    return languages;
  }

  /**
   * Text of unknown language is in English or in the one language of the content, in practice:
   * whichever has more of its common words there, both when none has any.
   */
  private Set<String> stemLanguages(String tag, SearchDocument source) {
    if (!tag.equals("und") && !tag.isEmpty()) {
      return Stemming.knows(primary(tag)) ? Set.of(primary(tag)) : Set.of();
    }
    var other = source.languages().size() == 1 ? primary(source.languages().getFirst()) : "en";
    if (other.equals("en") || !Stemming.knows(other)) {
      return Set.of("en");
    }
    var text =
        source.titles().getOrDefault(tag, "") + " " + source.descriptions().getOrDefault(tag, "");
    var cut = words.asked(cut(text, LONGEST_NAME));
    var english = CommonWords.count("en", cut);
    var foreign = CommonWords.count(other, cut);
    return foreign > english ? Set.of(other) : english > 0 ? Set.of("en") : Set.of("en", other);
  }

  private static String primary(String tag) {
    return tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
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
      case SERIES -> List.of(source.series());
      case MEDIA -> source.media();
      case JURISDICTION -> source.places();
      case YEAR -> source.year() == 0 ? List.of() : List.of(Integer.toString(source.year()));
    };
  }

  /** Also without terms: a field that is stored must be indexed in every document alike. */
  static void add(Document out, String field, Terms terms, FieldType type) {
    out.add(new Field(field, terms.stream(), type));
  }

  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
  }
}
