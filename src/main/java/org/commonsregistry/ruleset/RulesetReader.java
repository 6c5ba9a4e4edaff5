package org.commonsregistry.ruleset;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.commonsregistry.ledger.MerkleTree;
import org.jspecify.annotations.Nullable;

/**
 * Reads a ruleset from its files. Everything that is wrong is reported together, as far as it can
 * be told apart. Whether the rules pass their own tests is not looked at here: {@link
 * RulesetTests}.
 */
public final class RulesetReader {
  static final int SCHEMA = 1;
  static final int LARGEST = 2 * 1024 * 1024;
  private static final int MOST_FAULTS = 100;

  private static final String MANIFEST = "ruleset.yaml";
  private static final String FACTS = "facts.yaml";
  private static final String PARAMETERS = "parameters.yaml";
  private static final String MUST_STAY = "must-stay-commons.yaml";
  private static final String RULES = "rules/";

  private final List<Source> sources;
  private final Map<String, Yaml> files = new TreeMap<>();
  private final LinkedHashSet<Fault> faults = new LinkedHashSet<>();

  private RulesetReader(List<Source> sources) {
    this.sources = sources.stream().sorted(Comparator.comparing(Source::path)).toList();
  }

  /** The order of the files has no meaning. */
  public static Reading read(List<Source> files) {
    var reader = new RulesetReader(files);
    var ruleset = reader.read();
    if (ruleset.isPresent() && reader.faults.isEmpty()) {
      return new Reading.Accepted(ruleset.get());
    }
    return new Reading.Refused(reader.faults.stream().limit(MOST_FAULTS).toList());
  }

  /**
   * The YAML files in a folder and in its folder {@code rules}.
   *
   * @throws IOException when a file cannot be read
   */
  public static Reading readFolder(java.nio.file.Path folder) throws IOException {
    return RulesetFolder.of(folder).read();
  }

  /** A ruleset that comes with the registry, e.g. {@code /classifier/2026.1}. */
  public static Reading readClassPath(String folder) {
    return RulesetFolder.onClassPath(folder).read();
  }

  private Optional<Ruleset> read() {
    if (tooLarge()) {
      return Optional.empty();
    }
    for (var source : sources) {
      tried(() -> YamlReader.read(source)).ifPresent(yaml -> files.put(source.path(), yaml));
    }
    var manifest = required(MANIFEST).flatMap(yaml -> tried(() -> manifest(yaml)));
    var vocabulary = required(FACTS).flatMap(yaml -> tried(() -> VocabularyReader.read(yaml)));
    var parameters =
        file(PARAMETERS)
            .map(yaml -> tried(() -> ParameterReader.read(yaml)))
            .orElseGet(() -> Optional.of(new Parameters(List.of())));
    refuseOtherFiles();
    if (manifest.isEmpty() || vocabulary.isEmpty() || parameters.isEmpty()) {
      return Optional.empty();
    }
    var mustStay =
        file(MUST_STAY)
            .flatMap(yaml -> tried(() -> MustStayReader.read(yaml, vocabulary.get())))
            .orElse(List.of());
    var rules = rules(new RuleReader(vocabulary.get(), parameters.get()));
    refuseRepeatedIds(rules);
    if (!faults.isEmpty()) {
      return Optional.empty();
    }
    faults.addAll(OverrideGraph.faults(rules));
    return Optional.of(
        new Ruleset(
            manifest.get(),
            vocabulary.get(),
            parameters.get(),
            rules,
            mustStay,
            hash(rules),
            sources));
  }

  private boolean tooLarge() {
    var size = sources.stream().mapToLong(source -> source.text().length()).sum();
    if (size <= LARGEST) {
      return false;
    }
    faults.add(
        new Fault(
            sources.getFirst().path(),
            0,
            0,
            "The ruleset has " + size + " characters; at most " + LARGEST + " are read.",
            "Split it into rulesets, or shorten it."));
    return true;
  }

  private <T> Optional<T> tried(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (RefusedException e) {
      faults.add(e.fault());
      return Optional.empty();
    }
  }

  private Optional<Yaml> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  private Optional<Yaml> required(String path) {
    if (sources.stream().noneMatch(source -> source.path().equals(path))) {
      faults.add(new Fault(path, 0, 0, "The ruleset has no file " + path + ".", "Add it."));
    }
    return file(path);
  }

  private void refuseOtherFiles() {
    var seen = new HashMap<String, Source>();
    for (var source : sources) {
      var path = source.path();
      var known =
          List.of(MANIFEST, FACTS, PARAMETERS, MUST_STAY).contains(path)
              || path.startsWith(RULES) && path.endsWith(".yaml");
      if (!known || seen.put(path, source) != null) {
        faults.add(
            new Fault(
                path,
                0,
                0,
                "The file is not part of a ruleset, or there twice.",
                "Rules are in rules/*.yaml; beside them only "
                    + String.join(", ", MANIFEST, FACTS, PARAMETERS, MUST_STAY)
                    + " are read."));
      }
    }
  }

  private static Ruleset.Manifest manifest(Yaml yaml) {
    var fields =
        Fields.of(yaml, "The ruleset", "ruleset", "version", "schema", "title", "headline");
    fields.whole("schema", SCHEMA, SCHEMA);
    return new Ruleset.Manifest(
        token(fields, "ruleset", "[a-z0-9]+(-[a-z0-9]+)*"),
        token(fields, "version", "[0-9]{4}\\.[0-9]{1,4}([.-][A-Za-z0-9-]{1,20})?"),
        fields.wording("title"),
        headline(fields.get("headline")));
  }

  private static String token(Fields fields, String name, String pattern) {
    var token = fields.text(name);
    if (token.length() > 80 || !token.matches(pattern)) {
      throw new RefusedException(
          fields.at(name),
          "'" + token + "' is not a " + name + ".",
          name.equals("version") ? "Write it as \"2026.1\"." : "Use small letters and hyphens.");
    }
    return token;
  }

  private static HeadlinePolicy headline(Yaml yaml) {
    var fields = Fields.of(yaml, "'headline'", "places");
    var places = new ArrayList<Place>();
    var sources = false;
    for (var place : fields.list("places")) {
      if (place instanceof Yaml.Scalar scalar && scalar.text().equals("source")) {
        sources = true;
      } else {
        places.add(Fields.place("places", place));
      }
    }
    return new HeadlinePolicy(places, sources);
  }

  private List<Rule> rules(RuleReader reader) {
    var rules = new ArrayList<Rule>();
    for (var file : files.entrySet()) {
      if (file.getKey().startsWith(RULES)) {
        tried(() -> Fields.of(file.getValue(), "A file of rules", "rules").list("rules"))
            .ifPresent(
                list -> list.forEach(yaml -> tried(() -> reader.read(yaml)).ifPresent(rules::add)));
      }
    }
    if (rules.isEmpty() && faults.isEmpty()) {
      faults.add(
          new Fault(RULES, 0, 0, "The ruleset has no rules.", "Add at least one in rules/*.yaml."));
    }
    return rules;
  }

  private void refuseRepeatedIds(List<Rule> rules) {
    var seen = new HashMap<String, Rule>();
    for (var rule : rules) {
      @Nullable Rule before = seen.putIfAbsent(rule.id(), rule);
      if (before != null) {
        faults.add(
            new RefusedException(
                    rule.position(),
                    "The id '" + rule.id() + "' is used before, at " + before.position() + ".",
                    "Give one of the two rules another id.")
                .fault());
      }
    }
  }

  /** One leaf per rule, by id, and one for everything else. */
  private RulesetHash hash(List<Rule> rules) {
    var leaves = new ArrayList<byte[]>();
    rules.stream()
        .sorted(Comparator.comparing(Rule::id))
        .forEach(rule -> leaves.add(Sha256.bytes(rule.hash().hex())));
    var rest = JsonNodeFactory.instance.objectNode();
    files.forEach(
        (path, yaml) -> {
          if (!path.startsWith(RULES)) {
            rest.set(path, CanonicalJson.of(yaml));
          }
        });
    leaves.add(Sha256.of(CanonicalJson.bytes(rest)));
    return new RulesetHash(Sha256.hex(MerkleTree.root(leaves)));
  }
}
