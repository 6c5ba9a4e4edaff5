package org.commonsregistry.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final Map<String, List<String>> forms = new HashMap<>();

  TextQueries(Snapshot snapshot, Stemming stemming) {
    this.snapshot = snapshot;
    this.stemming = stemming;
  }

  /** All forms a word may be indexed in: folded, and the stems that occur. */
  List<String> forms(Words.Word word) {
    var known = forms.get(word.lower());
    if (known != null) {
      return known;
    }
    var found = new ArrayList<String>();
    found.add(word.folded());
    for (var language : Stemming.languages()) {
      var stem = stemming.stem(language, word.lower());
      if (snapshot.mayHave(stem)) {
        found.add(stem);
      }
    }
    forms.put(word.lower(), found);
    return found;
  }

  Query of(String line, List<Clause> clauses, Weights weights, Breadth breadth) {
    if (clauses.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    var all = new BooleanQuery.Builder();
    var insisted = new BooleanQuery.Builder();
    var number = 0;
    for (int i = 0; i < clauses.size(); i++) {
      var query = new BoostQuery(clause(clauses.get(i), breadth), weights.of(i));
      if (clauses.get(i).optional()) {
        all.add(query, Occur.SHOULD);
      } else {
        insisted.add(query, Occur.SHOULD);
        number++;
      }
    }
    all.add(insisted.setMinimumNumberShouldMatch(breadth.required(number)).build(), Occur.MUST);
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
    return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, BESIDES_BEST);
  }

  private List<Query> word(Words.Word word, Set<List<String>> synonyms, Breadth breadth) {
    var forms = forms(word);
    var others = new LinkedHashSet<String>();
    synonyms.stream().filter(s -> s.size() == 1).forEach(s -> others.addAll(forms(s.getFirst())));
    others.removeAll(forms);
    var ways = new ArrayList<Query>();
    Fields.WEIGHTS.forEach((field, weight) -> ways.add(field(field, weight, forms, others)));
    if (breadth == Breadth.PARTS && word.folded().length() >= SHORTEST_PART) {
      ways.add(constant(new TermQuery(new Term(Fields.PREFIX, word.folded())), PREFIX));
      ways.add(constant(part(word.folded()), PART));
    }
    return ways;
  }

  List<String> forms(String folded) {
    return forms(new Words.Word(folded, folded, 0, 0, 1));
  }

  private static Query field(String field, float weight, List<String> forms, Set<String> synonyms) {
    var query = new SynonymQuery.Builder(field);
    forms.forEach(form -> query.addTerm(new BytesRef(form), 1));
    synonyms.forEach(form -> query.addTerm(new BytesRef(form), SYNONYM));
    return new BoostQuery(query.build(), weight);
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
    Fields.WEIGHTS.forEach(
        (field, weight) -> {
          var phrase = new MultiPhraseQuery.Builder();
          for (var word : synonym) {
            phrase.add(
                forms(word).stream().map(form -> new Term(field, form)).toArray(Term[]::new));
          }
          ways.add(constant(phrase.build(), weight * SYNONYM));
        });
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
  int frequency(Words.Word word) throws IOException {
    var most = 0;
    for (var form : forms(word)) {
      most = Math.max(most, snapshot.getIndexReader().docFreq(new Term(Fields.WORD, form)));
    }
    return most;
  }
}
