package org.commonsregistry.category;

import static org.commonsregistry.vocabulary.Terms.*;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.Quad;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ledger.Draft;
import org.commonsregistry.ledger.Entry;
import org.commonsregistry.ledger.EntryAppended;
import org.commonsregistry.ledger.EntryKind;
import org.commonsregistry.ledger.Ledger;
import org.commonsregistry.rdf.CanonicalQuads;
import org.commonsregistry.rdf.RdfDocument;
import org.commonsregistry.rdf.Skolem;
import org.commonsregistry.vocabulary.Ontology;

/** The standing category scheme. Thread-safe. */
@Singleton
public final class Categories {
  /** Payload: the whole scheme. */
  public static final EntryKind DESCRIBED = new EntryKind("categories.described");

  public static final String SCHEME = "urn:commons:categories";
  private static final String IRI = "urn:commons:category:";

  private final Ledger ledger;
  private final AtomicLong news = new AtomicLong();
  private volatile Read read = new Read(-1, -1, Map.of());

  Categories(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * @param news how much news there was before looking
   */
  private record Read(long news, long sequence, Map<String, Category> categories) {}

  /** Puts the founding scheme into an empty ledger. */
  public void foundOnce() {
    if (!ledger.latestNumbers(List.of(SCHEME)).isEmpty()) {
      return;
    }
    var file = new ByteArrayInputStream(Ontology.file("categories.ttl"));
    var quads = RdfDocument.read(file, Lang.TURTLE, RdfDocument.Bounds.DEFAULT);
    var graph = org.apache.jena.graph.NodeFactory.createURI(SCHEME);
    var named = quads.stream().map(quad -> Quad.create(graph, quad.asTriple())).toList();
    var payload = CanonicalQuads.of(Skolem.name(named, "urn:commons:node:categories:"));
    ledger.append(Draft.of(DESCRIBED, SCHEME, Actor.REGISTRY, payload).after(0));
  }

  @EventListener
  void onNews(EntryAppended appended) {
    news.incrementAndGet();
  }

  /** All of them by id, in the order of the scheme file's ids. */
  public Map<String, Category> all() {
    var known = read;
    var now = news.get();
    if (known.news() == now) {
      return known.categories();
    }
    var entry = ledger.standing(List.of(SCHEME), Long.MAX_VALUE).get(SCHEME);
    if (entry == null) {
      known = new Read(now, -1, Map.of());
    } else if (known.sequence() == entry.sequence()) {
      known = new Read(now, known.sequence(), known.categories());
    } else {
      known = new Read(now, entry.sequence(), parsed(entry));
    }
    read = known;
    return known.categories();
  }

  public Optional<Category> find(String id) {
    return Optional.ofNullable(all().get(id));
  }

  /** The top categories. */
  public List<Category> roots() {
    return all().values().stream().filter(category -> category.broader().isEmpty()).toList();
  }

  /** The category and everything above it, nearest first. */
  public List<Category> withBroader(String id) {
    var path = new ArrayList<Category>();
    var all = all();
    var next = all.get(id);
    while (next != null && !path.contains(next)) {
      path.add(next);
      next = next.broader().map(all::get).orElse(null);
    }
    return path;
  }

  private static Map<String, Category> parsed(Entry entry) {
    var quads = entry.payload().orElseThrow().quads();
    var categories = new LinkedHashMap<String, Category>();
    quads.stream()
        .filter(quad -> quad.getPredicate().equals(TYPE) && quad.getObject().equals(CONCEPT))
        .map(Quad::getSubject)
        .sorted((a, b) -> a.getURI().compareTo(b.getURI()))
        .forEach(concept -> categories.put(id(concept), category(concept, quads)));
    return categories;
  }

  private static Category category(Node concept, Collection<Quad> quads) {
    var labels = new TreeMap<String, String>();
    var definitions = new TreeMap<String, String>();
    var synonyms = new TreeMap<String, List<String>>();
    var narrower = new ArrayList<String>();
    Optional<String> broader = Optional.empty();
    for (var quad : quads) {
      var object = quad.getObject();
      if (quad.getPredicate().equals(BROADER) && object.equals(concept)) {
        narrower.add(id(quad.getSubject()));
      }
      if (!quad.getSubject().equals(concept)) {
        continue;
      }
      if (quad.getPredicate().equals(PREF_LABEL)) {
        labels.put(object.getLiteralLanguage(), object.getLiteralLexicalForm());
      } else if (quad.getPredicate().equals(DEFINITION)) {
        definitions.put(object.getLiteralLanguage(), object.getLiteralLexicalForm());
      } else if (quad.getPredicate().equals(ALT_LABEL)) {
        synonyms
            .computeIfAbsent(object.getLiteralLanguage(), l -> new ArrayList<>())
            .add(object.getLiteralLexicalForm());
      } else if (quad.getPredicate().equals(BROADER)) {
        broader = Optional.of(id(object));
      }
    }
    narrower.sort(null);
    return new Category(id(concept), labels, definitions, synonyms, broader, List.copyOf(narrower));
  }

  private static String id(Node concept) {
    var iri = concept.getURI();
    return iri.startsWith(IRI) ? iri.substring(IRI.length()) : iri;
  }
}
