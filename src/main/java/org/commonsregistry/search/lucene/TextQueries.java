package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Turns clauses into a query. A word is looked for in every text field, in its folded form, its
 * stems and its synonyms; the best field counts. Not thread-safe.
 */
final class TextQueries {
  private static final float BESIDES_BEST = 0.125f;
  private static final float SYNONYM = 0.5f;
  private static final float PREFIX = 1;
  private static final float PART = 0.25f;
  private static final float WHOLE = 16;
  private static final float NEAR = 4;
  private static final int NEAR_SLOP = 2;
  private static final int SHORTEST_PART = 3;

  private final Snapshot snapshot;
  private final Stemming stemming;

  TextQueries(Snapshot snapshot, Stemming stemming) {
    this.snapshot = snapshot;
    this.stemming = stemming;
  }

  /** All forms a word is indexed in: folded, and as stems. */
  List<String> forms(Words.Word word) {
    return forms(word.lower(), Stemming.languages());
  }

  /** Synonyms are in the languages of the synonym file only. */
  List<String> synonymForms(String word) {
    return forms(word, Synonyms.LANGUAGES);
  }

  private List<String> forms(String word, List<String> languages) {
    return snapshot
        .knownWords()
        .forms(
            new KnownWords.Asked(word, languages),
            asked ->
                Stream.concat(
                        Stream.of(Words.fold(word)),
                        languages.stream().map(language -> stemming.stem(language, word)))
                    .filter(form -> snapshot.mayHave(Fields.WORD, form))
                    .toList());
  }

  Query of(String line, List<Clause> clauses, Weights weights, Breadth breadth) {
    if (clauses.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    var all = new BooleanQuery.Builder();
    var wanted = new BooleanQuery.Builder();
    for (int i = 0; i < clauses.size(); i++) {
      wanted.add(new BoostQuery(clause(clauses.get(i), breadth), weights.of(i)), Occur.SHOULD);
    }
    wanted.setMinimumNumberShouldMatch(breadth.required(clauses.size()));
    all.add(wanted.build(), Occur.MUST);
    all.add(constant(new TermQuery(new Term(Fields.WHOLE, line)), WHOLE), Occur.SHOULD);
    if (clauses.size() > 1) {
      all.add(constant(near(clauses), NEAR), Occur.SHOULD);
    }
    return all.build();
  }

  private Query clause(Clause clause, Breadth breadth) {
    var ways = new ArrayList<Query>();
    if (clause.quoted() && clause.words().size() > 1) {
      Fields.WEIGHTS.forEach((field, weight) -> ways.add(constant(quoted(field, clause), weight)));
    } else if (clause.words().size() > 1) {
      var together = new BooleanQuery.Builder();
      clause.words().forEach(w -> together.add(anyField(word(w, Set.of(), breadth)), Occur.MUST));
      ways.add(together.build());
    } else {
      var word = clause.words().getFirst();
      ways.addAll(word(word, clause.synonyms(), clause.quoted() ? Breadth.EXACT : breadth));
    }
    clause.synonyms().stream()
        .filter(synonym -> synonym.size() > 1 || clause.words().size() > 1)
        .forEach(synonym -> addSynonym(ways, synonym));
    return anyField(ways);
  }

  private static Query anyField(List<Query> ways) {
    if (ways.isEmpty()) {
      return new MatchNoDocsQuery("unknown word");
    }
    return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, BESIDES_BEST);
  }

  private List<Query> word(Words.Word word, Set<List<String>> synonyms, Breadth breadth) {
    var forms = forms(word);
    var others = new LinkedHashSet<String>();
    synonyms.stream()
        .filter(s -> s.size() == 1)
        .forEach(s -> others.addAll(synonymForms(s.getFirst())));
    others.removeAll(forms);
    var ways = new ArrayList<Query>();
    Fields.WEIGHTS.forEach(
        (field, weight) -> field(field, weight, forms, others).ifPresent(ways::add));
    if (breadth == Breadth.PARTS && word.folded().length() >= SHORTEST_PART) {
      ways.add(constant(new TermQuery(new Term(Fields.PREFIX, word.folded())), PREFIX));
      ways.add(constant(part(word.folded()), PART));
    }
    return ways;
  }

  private Optional<Query> field(
      String field, float weight, List<String> forms, Set<String> synonyms) {
    var query = new SynonymQuery.Builder(field);
    var there = new ArrayList<String>();
    for (var form : forms) {
      if (snapshot.mayHave(field, form)) {
        there.add(form);
        query.addTerm(new BytesRef(form), 1);
      }
    }
    for (var form : synonyms) {
      if (snapshot.mayHave(field, form)) {
        there.add(form);
        query.addTerm(new BytesRef(form), SYNONYM);
      }
    }
    return there.isEmpty() ? Optional.empty() : Optional.of(new BoostQuery(query.build(), weight));
  }

  private static Query quoted(String field, Clause clause) {
    var phrase = new PhraseQuery.Builder();
    var position = 0;
    for (var word : clause.words()) {
      phrase.add(new Term(field, word.folded()), position++);
    }
    return phrase.build();
  }

  /** A synonym of several words, as a phrase in any inflection. */
  private void addSynonym(List<Query> ways, List<String> synonym) {
    for (var field : Fields.WEIGHTS.entrySet()) {
      var phrase = new MultiPhraseQuery.Builder();
      for (var word : synonym) {
        var there =
            synonymForms(word).stream()
                .filter(form -> snapshot.mayHave(field.getKey(), form))
                .map(form -> new Term(field.getKey(), form))
                .toArray(Term[]::new);
        phrase.add(there.length > 0 ? there : new Term[] {new Term(field.getKey(), word)});
      }
      ways.add(constant(phrase.build(), field.getValue() * SYNONYM));
    }
  }

  private static Query part(String folded) {
    var phrase = new PhraseQuery.Builder();
    Terms.grams(folded).forEach(gram -> phrase.add(new Term(Fields.GRAM, gram)));
    return phrase.build();
  }

  private static Query near(List<Clause> clauses) {
    var phrase = new PhraseQuery.Builder();
    phrase.setSlop(NEAR_SLOP);
    clauses.stream()
        .flatMap(clause -> clause.words().stream())
        .forEach(word -> phrase.add(new Term(Fields.TITLE, word.folded())));
    return phrase.build();
  }

  private static Query constant(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }

  /** In how many documents the most frequent form of the word is. */
  int frequency(Words.Word word) {
    var most = 0;
    for (var form : forms(word)) {
      most = Math.max(most, snapshot.knownWords().frequency(form, this::documentsWith));
    }
    return most;
  }

  private int documentsWith(String form) {
    try {
      return snapshot.getIndexReader().docFreq(new Term(Fields.WORD, form));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
