package org.commonsregistry.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.apache.jena.graph.NodeFactory;
import org.commonsregistry.ruleset.Facts;
import org.commonsregistry.ruleset.FactsRefusedException;
import org.commonsregistry.ruleset.Judgement;
import org.commonsregistry.ruleset.JudgementJson;
import org.commonsregistry.ruleset.Place;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges one item by facts given in a file. Exits 0 whatever the zone. */
@Command(
    name = "classify",
    description = "Say in which zone something is, by the facts in a file, and why.",
    mixinStandardHelpOptions = true)
final class ClassifyCommand implements Callable<Integer> {
  private static final long LARGEST = 1 << 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--facts",
      required = true,
      paramLabel = "FILE",
      description = "The facts, as YAML or JSON: names of classifier/*/facts.yaml with values.")
  private Path file = Path.of("");

  @Option(
      names = "--place",
      paramLabel = "COUNTRY",
      description =
          "A country's ISO 3166-1 code, or * (default: the places that decide the headline).")
  private @Nullable String place;

  @Option(names = "--date", paramLabel = "DAY", description = "As 2026-01-31 (default: today).")
  private LocalDate day = LocalDate.now(Clock.systemUTC());

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      defaultValue = RulesetArgument.FOUNDING,
      description = "The ruleset's folder or version (default: ${DEFAULT-VALUE}).")
  private String rules = RulesetArgument.FOUNDING;

  @Option(
      names = "--item",
      paramLabel = "IRI",
      defaultValue = "urn:commons:item",
      description = "The item's IRI; orders name items by it, and it is part of the facts' hash.")
  private String item = "urn:commons:item";

  @Option(names = "--json", description = "Answer in JSON, for machines.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    var ruleset = RulesetArgument.accepted(rules);
    var facts = facts(ruleset);
    var hash = facts.hash(NodeFactory.createURI(item));
    if (json) {
      var answer = JsonNodeFactory.instance.objectNode();
      answer.put("item", item);
      answer.put("ruleset", ruleset.hash().hex());
      answer.put("factsHash", hash.hex());
      answer.set("facts", facts.toJson());
      answer.set("verdict", verdict(ruleset, facts));
      spec.commandLine().getOut().println(answer.toPrettyString());
    } else {
      print(ruleset, facts);
      spec.commandLine()
          .getOut()
          .println(
              "ruleset "
                  + ruleset.name()
                  + " "
                  + ruleset.version()
                  + " "
                  + ruleset.hash()
                  + "\nfacts "
                  + hash);
    }
    return Commons.DONE;
  }

  private Facts facts(Ruleset ruleset) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CannotRunException("There is no readable file " + file + ".");
    }
    if (Files.size(file) > LARGEST) {
      throw new CannotRunException(file + " has more than " + LARGEST + " bytes.");
    }
    try {
      return Facts.read(new Source(file.toString(), Files.readString(file)), ruleset.vocabulary());
    } catch (FactsRefusedException e) {
      throw new CannotRunException(String.valueOf(e.getMessage()));
    } catch (CharacterCodingException e) {
      throw new CannotRunException(file + " is not UTF-8.");
    }
  }

  private ObjectNode verdict(Ruleset ruleset, Facts facts) {
    return place == null
        ? JudgementJson.of(ruleset.headline(facts, day, item), ruleset.vocabulary())
        : JudgementJson.of(ruleset.judge(facts, chosen(place), day, item), ruleset.vocabulary());
  }

  private void print(Ruleset ruleset, Facts facts) {
    var out = spec.commandLine().getOut();
    if (place != null) {
      print(ruleset, ruleset.judge(facts, chosen(place), day, item), out);
      return;
    }
    var headline = ruleset.headline(facts, day, item);
    out.println("zone " + headline.zone().token() + " (the strictest of these places)");
    headline
        .nextChange()
        .ifPresent(
            change -> out.println("  next change " + change.on() + ": " + change.zone().token()));
    headline.judgements().forEach(judgement -> print(ruleset, judgement, out));
  }

  private static Place chosen(String code) {
    return Place.of(code)
        .orElseThrow(
            () ->
                new CannotRunException(
                    "'" + code + "' is not a country. Use two letters, such as DE, or *."));
  }

  private static void print(Ruleset ruleset, Judgement judgement, PrintWriter out) {
    out.printf(
        "%s on %s: zone %s (%s), status %s%n",
        judgement.place().anywhere() ? "anywhere" : judgement.place().code(),
        judgement.asOf(),
        judgement.zone().token(),
        judgement.ground().token(),
        judgement.status().token());
    for (var fired : judgement.fired()) {
      out.printf(
          "  fired %s: %s (%s)%n    because %s%n",
          fired.rule().id(),
          fired.rule().title().en(),
          fired.rule().basis().cite(),
          fired.factsUsed().isEmpty() ? "nothing speaks against it" : fired.factsUsed());
    }
    judgement.overridden().forEach(rule -> out.println("  overridden " + rule.id()));
    for (var undecided : judgement.undecided()) {
      out.println(
          "  undecided " + undecided.rule().id() + ": missing " + missing(ruleset, undecided));
    }
    judgement
        .nextChange()
        .ifPresent(
            change ->
                out.printf(
                    "  next change %s: zone %s, status %s%n",
                    change.on(), change.zone().token(), change.status().token()));
  }

  private static String missing(Ruleset ruleset, Judgement.Undecided undecided) {
    if (undecided.missing().isEmpty()) {
      return "a term for this day";
    }
    return String.join(
        ", ",
        undecided.missing().stream()
            .map(
                name ->
                    name
                        + ruleset
                            .vocabulary()
                            .find(name)
                            .map(fact -> " (" + fact.asks().en() + ")")
                            .orElse(""))
            .toList());
  }
}
