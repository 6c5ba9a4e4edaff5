package org.commonsregistry.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.commonsregistry.home.Home;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.search.SearchQuery.Sort;
import org.commonsregistry.search.lucene.LuceneSearchIndex;
import org.commonsregistry.terms.Actor;
import org.commonsregistry.terms.Use;

/**
 * Measures the embedded index with all shared catalogue records, fourteen kinds of questions with
 * facets and eight clients at once. Run {@code main} from the project folder.
 */
final class SearchBenchmark {
  private static final int CLIENTS = 8;
  private static final int ROUNDS = Integer.getInteger("rounds", 40);
  private static final int BATCH = 1_000;

  private static final Map<FacetField, Set<String>> NONE = Map.of();
  private static final List<SearchQuery> QUESTIONS =
      List.of(
          question("", NONE, Sort.NEWEST),
          question(
              "",
              Map.of(FacetField.LANGUAGE, Set.of("en"), FacetField.ZONE, Set.of("commons")),
              Sort.TITLE),
          question("data", NONE, Sort.RELEVANCE),
          permitted("", NONE),
          permitted("climate data", Map.of(FacetField.ZONE, Set.of("commons"))),
          question("python library", NONE, Sort.RELEVANCE),
          question("climate change", NONE, Sort.RELEVANCE),
          question("machine learning speech recognition", NONE, Sort.RELEVANCE),
          question("wikipeida corpus", NONE, Sort.RELEVANCE),
          question("gutenb", NONE, Sort.RELEVANCE),
          question("\"united states\" census", NONE, Sort.MODIFIED),
          question("bible", Map.of(FacetField.LANGUAGE, Set.of("en", "de")), Sort.RELEVANCE),
          question("Bücher über Geschichte", NONE, Sort.RELEVANCE),
          question(
              "where can i find open data about air quality in european cities",
              NONE,
              Sort.RELEVANCE));

  private SearchBenchmark() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var home = Files.createTempDirectory("search-benchmark");
    var index = new LuceneSearchIndex(new Home(home.toString()));
    var documents = CatalogueRecords.read();
    var started = System.nanoTime();
    for (int from = 0; from < documents.size(); from += BATCH) {
      var to = Math.min(from + BATCH, documents.size());
      index.apply(documents.subList(from, to), List.of(), to);
    }
    System.out.printf(
        "%d records indexed in %.1f s, process CPU %.1f s%n",
        documents.size(), (System.nanoTime() - started) / 1e9, cpuSeconds());
    documents = List.of();
    run(index);
    var measured = run(index);
    report(index, measured);
    for (var typed : List.of("d", "wik", "python lib", "wikipeda")) {
      time("suggest " + typed, () -> index.suggest(typed, 8));
    }
    time("similar", () -> index.similar("gutenberg-1342", 6));
    System.gc();
    System.out.printf(
        "heap after: %d MB%n",
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
  }

  private static SearchQuery permitted(String text, Map<FacetField, Set<String>> filters) {
    var terms =
        new TermsFilter(
            Place.of("DE"), Optional.of(Use.TRAIN), Actor.COMMERCIAL, Set.of("share-alike"));
    return new SearchQuery(
        text, filters, Optional.of(terms), Sort.RELEVANCE, Optional.empty(), 20, 12);
  }

  private static SearchQuery question(
      String text, Map<FacetField, Set<String>> filters, Sort sort) {
    return new SearchQuery(text, filters, sort, Optional.empty(), 20, 12);
  }

  /** Nanoseconds by question. */
  private static List<List<Long>> run(SearchIndex index) throws InterruptedException {
    List<List<Long>> times = new ArrayList<>();
    QUESTIONS.forEach(q -> times.add(new ArrayList<>()));
    var work = new ArrayList<Future<?>>();
    try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
      for (int client = 0; client < CLIENTS; client++) {
        var offset = client;
        work.add(clients.submit(() -> ask(index, offset, times)));
      }
      for (var one : work) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return times;
  }

  private static void ask(SearchIndex index, int offset, List<List<Long>> times) {
    for (int i = 0; i < ROUNDS * QUESTIONS.size(); i++) {
      var number = (i + offset * 5) % QUESTIONS.size();
      var begin = System.nanoTime();
      index.search(QUESTIONS.get(number));
      var took = System.nanoTime() - begin;
      synchronized (times) {
        times.get(number).add(took);
      }
    }
  }

  private static void report(SearchIndex index, List<List<Long>> times) {
    var all = new ArrayList<Long>();
    System.out.printf("%8s %8s %8s %9s  %s%n", "p50 ms", "p95 ms", "CPU ms", "hits", "question");
    for (int i = 0; i < times.size(); i++) {
      all.addAll(times.get(i));
      var question = QUESTIONS.get(i);
      var found = index.search(question);
      System.out.printf(
          "%8.1f %8.1f %8.2f %9d  %s %s%s%n",
          percentile(times.get(i), 0.5),
          percentile(times.get(i), 0.95),
          cpu(() -> index.search(question)),
          found.total(),
          question.text(),
          question.filters() + question.terms().map(Record::toString).orElse(""),
          found.corrected().map(c -> " -> " + c).orElse(""));
    }
    System.out.printf(
        "%8.1f %8.1f %9s  all, %d clients%n",
        percentile(all, 0.5), percentile(all, 0.95), "", CLIENTS);
  }

  private static void time(String name, Runnable work) {
    var times = new ArrayList<Long>();
    for (int i = 0; i < 200; i++) {
      var begin = System.nanoTime();
      work.run();
      times.add(System.nanoTime() - begin);
    }
    System.out.printf(
        "%8.1f %8.1f %9s  %s, 1 client%n",
        percentile(times, 0.5), percentile(times, 0.95), "", name);
  }

  /** Processor time of one call, whatever else the machine does. */
  private static double cpu(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    var begin = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < ROUNDS; i++) {
      work.run();
    }
    return (threads.getCurrentThreadCpuTime() - begin) / 1e6 / ROUNDS;
  }

  private static double percentile(List<Long> times, double part) {
    var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    return sorted.length == 0 ? Double.NaN : sorted[(int) (part * (sorted.length - 1))] / 1e6;
  }

  private static double cpuSeconds() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }
}
