package org.commonsregistry.classification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import org.commonsregistry.ruleset.Judgement;
import org.commonsregistry.ruleset.Rule;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * A verdict as canonical JSON (RFC 8785): identifiers, values and hashes, no words that an editor
 * might polish. Its SHA-256 is the verdict's hash; whoever recomputes the verdict must arrive at
 * the same bytes.
 */
final class VerdictDocument {
  static final String FORMAT = "commons-verdict/1";
  static final String HEADLINE = "headline";
  private static final ObjectMapper JSON = new ObjectMapper();

  private VerdictDocument() {}

  static ObjectNode tree(Verdict verdict) {
    var root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("dataset", verdict.dataset().iri());
    root.put("sequence", verdict.sequence());
    root.put("place", verdict.place().map(place -> place.code()).orElse(HEADLINE));
    root.put("date", verdict.date().toString());
    root.put("zone", verdict.zone().token());
    var ruleset = root.putObject("ruleset");
    ruleset.put("name", verdict.ruleset().name());
    ruleset.put("version", verdict.ruleset().version());
    ruleset.put("hash", verdict.ruleset().hash().hex());
    root.put("engine", Verdict.ENGINE);
    root.put("factsHash", verdict.factsHash());
    root.set("facts", verdict.facts().toJson());
    var parents = root.putArray("parents");
    for (var parent : verdict.parents()) {
      var node = parents.addObject().put("name", parent.name());
      node.put("factsHash", parent.factsHash());
      var zones = node.putArray("zones");
      parent.zones().forEach(zone -> zones.add(zone.token()));
    }
    var judgements = root.putArray("judgements");
    verdict.judgements().forEach(judgement -> write(judgements.addObject(), judgement));
    var evidence = root.putArray("evidence");
    for (var one : verdict.evidence()) {
      evidence
          .addObject()
          .put("fact", one.fact())
          .put("value", one.value())
          .put("said", one.said())
          .put("by", one.by())
          .put("where", one.where())
          .put("when", one.when())
          .put("set", one.set());
    }
    return root;
  }

  private static void write(ObjectNode node, Judgement judgement) {
    node.put("place", judgement.place().code());
    node.put("zone", judgement.zone().token());
    node.put("status", judgement.status().token());
    node.put("ground", judgement.ground().token());
    if (judgement.ground() instanceof Judgement.Ground.Conflict conflict) {
      rules(node.putArray("conflict"), conflict.rules());
    }
    rules(node.putArray("fired"), judgement.fired().stream().map(Judgement.Fired::rule).toList());
    rules(node.putArray("overridden"), judgement.overridden());
    var undecided = node.putArray("undecided");
    for (var open : judgement.undecided()) {
      var rule = undecided.addObject().put("rule", open.rule().id());
      var missing = rule.putArray("missing");
      open.missing().forEach(missing::add);
    }
    judgement
        .nextChange()
        .ifPresent(
            change ->
                node.putObject("nextChange")
                    .put("on", change.on().toString())
                    .put("zone", change.zone().token())
                    .put("status", change.status().token()));
  }

  private static void rules(ArrayNode array, Collection<Rule> rules) {
    for (var rule : rules) {
      array.addObject().put("rule", rule.id()).put("hash", rule.hash().hex());
    }
  }

  static byte[] bytes(Verdict verdict) {
    return canonical(tree(verdict));
  }

  static byte[] canonical(ObjectNode tree) {
    try {
      return new JsonCanonicalizer(JSON.writeValueAsString(tree)).getEncodedUTF8();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree made here can be written", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String hash(Verdict verdict) {
    return sha256(bytes(verdict));
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
