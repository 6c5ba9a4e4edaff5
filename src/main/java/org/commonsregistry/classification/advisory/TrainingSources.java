package org.commonsregistry.classification.advisory;

import static org.commonsregistry.vocabulary.Terms.*;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.commonsregistry.rdf.RdfDocument;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What is learned from and measured on, read from the project's own folders: {@code data/seed},
 * {@code ontology/categories.ttl} and the files of labelled sentences in {@code
 * classifier/advisory}.
 *
 * @param datasets each with its reviewed categories, and each category's own words
 * @param sentences of descriptions, and of what the seed says about terms
 * @param heldOut sentences that are never learned from
 * @param hash SHA-256 over names and contents of all files, in hex
 * @param records how many seed records there are
 */
record TrainingSources(
    List<Example> datasets,
    List<Example> sentences,
    List<HeldOut> heldOut,
    String hash,
    int records) {
  static final String YES = "yes";
  static final String NO = "no";

  record HeldOut(String sentence, boolean terms) {}

  static TrainingSources read(Path project) throws IOException {
    var seed = new TreeMap<String, String>();
    try (var files = Files.list(project.resolve("data/seed"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        seed.put(String.valueOf(file.getFileName()), Files.readString(file));
      }
    }
    var scheme = Files.readString(project.resolve("ontology/categories.ttl"));
    var folder = project.resolve("classifier/advisory");
    var read = Files.readString(folder.resolve("licence-sentences.tsv"));
    var heldOut = Files.readString(folder.resolve("held-out-sentences.tsv"));
    var all = new TreeMap<>(seed);
    all.put("/categories.ttl", scheme);
    all.put("/licence-sentences.tsv", read);
    var practice = Files.readString(folder.resolve("practice-sentences.tsv"));
    all.put("/practice-sentences.tsv", practice);
    all.put("/held-out-sentences.tsv", heldOut);

    var collected = new Collected(labelled(read));
    for (var text : seed.values()) {
      var settings =
          LoadSettings.builder().setMaxAliasesForCollections(0).setCodePointLimit(200_000).build();
      if (new Load(settings).loadFromString(text) instanceof Map<?, ?> record) {
        collected.add(record);
      }
    }
    collected.addCategories(scheme);
    labelled(practice).forEach((text, label) -> collected.sentence("", false, text, label));
    return new TrainingSources(
        collected.datasets,
        collected.sentences,
        labelled(heldOut).entrySet().stream()
            .map(entry -> new HeldOut(entry.getKey(), entry.getValue().equals(YES)))
            .toList(),
        hash(all),
        seed.size());
  }

  private static final class Collected {
    private final List<Example> datasets = new ArrayList<>();
    private final List<Example> sentences = new ArrayList<>();
    private final Map<String, String> read;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> used = new TreeSet<>();

    Collected(Map<String, String> read) {
      this.read = read;
    }

    void add(Map<?, ?> record) {
      var slug = String.valueOf(record.get("slug"));
      var description = english(record.get("description"));
      var categories = new TreeSet<>(texts(record.get("categories")));
      used.addAll(categories);
      var titles =
          record.get("title") instanceof Map<?, ?> map ? texts(map.values()) : List.<String>of();
      var words = Words.ofDataset(titles, description, texts(record.get("keywords")));
      datasets.add(new Example(slug, true, words, categories));
      for (var sentence : Sentences.of(description)) {
        if (read.containsKey(sentence) || !Cue.in(sentence)) {
          sentence(slug, Cue.plainlyIn(sentence), sentence, read.getOrDefault(sentence, NO));
        }
      }
      for (var says : members(record.get("uses"), "says")) {
        Sentences.of(says).forEach(sentence -> sentence(slug, false, sentence, YES));
      }
      for (var licence : members(record.get("licences"), "licence")) {
        sentence(slug, false, "Licence: " + licence, YES);
      }
      for (var says : members(record.get("provenance"), "says")) {
        for (var sentence : Sentences.of(says)) {
          if (!Cue.in(sentence)) {
            sentence(slug, false, sentence, NO);
          }
        }
      }
    }

    private void sentence(String slug, boolean measured, String text, String label) {
      if (seen.add(text)) {
        sentences.add(new Example(slug, measured, Words.ofSentence(text), Set.of(label)));
      }
    }

    /**
     * A category's own words teach what it is about; without a dataset in it, it is not learned.
     */
    void addCategories(String scheme) {
      var names = new TreeMap<String, List<String>>();
      var definitions = new HashMap<String, String>();
      var in = new ByteArrayInputStream(scheme.getBytes(StandardCharsets.UTF_8));
      for (var quad : RdfDocument.read(in, Lang.TURTLE, RdfDocument.Bounds.DEFAULT)) {
        var object = quad.getObject();
        if (object.isLiteral() && object.getLiteralLanguage().equals("en")) {
          var id = id(quad.getSubject());
          if (quad.getPredicate().equals(PREF_LABEL) || quad.getPredicate().equals(ALT_LABEL)) {
            names.computeIfAbsent(id, i -> new ArrayList<>()).add(object.getLiteralLexicalForm());
          } else if (quad.getPredicate().equals(DEFINITION)) {
            // What follows the first sentence says what belongs elsewhere.
            definitions.put(id, Sentences.of(object.getLiteralLexicalForm()).getFirst());
          }
        }
      }
      names.forEach(
          (id, labels) -> {
            if (used.contains(id)) {
              var words = Words.ofDataset(labels, definitions.getOrDefault(id, ""), List.of());
              datasets.add(new Example("", false, words, Set.of(id)));
            }
          });
    }
  }

  private static String id(Node concept) {
    return concept.isURI() ? concept.getURI().replaceFirst("^urn:commons:category:", "") : "";
  }

  private static String english(@Nullable Object texts) {
    return texts instanceof Map<?, ?> map && map.get("en") instanceof String text ? text : "";
  }

  private static List<String> texts(@Nullable Object list) {
    return list instanceof Iterable<?> items
        ? java.util.stream.StreamSupport.stream(items.spliterator(), false)
            .map(String::valueOf)
            .toList()
        : List.of();
  }

  private static List<String> members(@Nullable Object list, String member) {
    var texts = new ArrayList<String>();
    if (list instanceof Iterable<?> items) {
      for (var item : items) {
        if (item instanceof Map<?, ?> map && map.get(member) instanceof String text) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  /** Labels by sentence, in alphabetical order. */
  private static Map<String, String> labelled(String file) {
    var labels = new TreeMap<String, String>();
    file.lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .forEach(
            line -> {
              var fields = line.split("\t", -1);
              if (fields.length != 2 || !Set.of(YES, NO).contains(fields[0])) {
                throw new IllegalArgumentException(
                    "Expected yes or no, a tab and a sentence; found: " + line);
              }
              labels.put(fields[1], fields[0]);
            });
    return labels;
  }

  private static String hash(Map<String, String> files) {
    var digest = sha256();
    files.forEach(
        (name, text) -> {
          digest.update((name + "\0").getBytes(StandardCharsets.UTF_8));
          digest.update((text + "\0").getBytes(StandardCharsets.UTF_8));
        });
    return HexFormat.of().formatHex(digest.digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
