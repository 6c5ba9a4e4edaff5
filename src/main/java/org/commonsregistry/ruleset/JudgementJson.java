package org.commonsregistry.ruleset;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A judgement with its whole explanation as JSON, for commands and APIs. */
public final class JudgementJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JudgementJson() {}

  public static ObjectNode of(Judgement judgement, FactVocabulary vocabulary) {
    var json = JSON.objectNode();
    json.put("place", judgement.place().code());
    json.put("date", judgement.asOf().toString());
    json.put("zone", judgement.zone().token());
    json.put("ground", judgement.ground().token());
    json.put("status", judgement.status().token());
    var fired = json.putArray("fired");
    judgement.fired().forEach(one -> fired(fired, one));
    var overridden = json.putArray("overridden");
    judgement.overridden().forEach(rule -> rule(overridden, rule));
    var undecided = json.putArray("undecided");
    judgement.undecided().forEach(one -> undecided(undecided, one, vocabulary));
    judgement.nextChange().ifPresent(change -> json.set("nextChange", of(change)));
    return json;
  }

  public static ObjectNode of(Headline headline, FactVocabulary vocabulary) {
    var json = JSON.objectNode();
    json.put("zone", headline.zone().token());
    json.put("status", headline.status().token());
    json.put("deciding", headline.deciding().place().code());
    headline.nextChange().ifPresent(change -> json.set("nextChange", of(change)));
    var places = json.putArray("places");
    headline.judgements().forEach(judgement -> places.add(of(judgement, vocabulary)));
    return json;
  }

  private static ObjectNode of(Judgement.Change change) {
    return JSON.objectNode()
        .put("date", change.on().toString())
        .put("zone", change.zone().token())
        .put("status", change.status().token());
  }

  private static void fired(ArrayNode all, Judgement.Fired fired) {
    var json = rule(all, fired.rule());
    json.put("then", fired.rule().then().token());
    if (fired.rule().then() instanceof Consequence.OfZone(_, var conditions)) {
      conditions.forEach(json.putArray("conditions")::add);
    }
    var facts = json.putObject("facts");
    fired.factsUsed().forEach((name, value) -> facts.set(name, FactsJson.node(value)));
  }

  private static void undecided(
      ArrayNode all, Judgement.Undecided undecided, FactVocabulary vocabulary) {
    var json = rule(all, undecided.rule());
    var missing = json.putArray("missing");
    for (var name : undecided.missing()) {
      var fact = missing.addObject().put("fact", name);
      vocabulary.find(name).ifPresent(known -> fact.set("asks", wording(known.asks())));
    }
  }

  private static ObjectNode rule(ArrayNode all, Rule rule) {
    var json = all.addObject();
    json.put("rule", rule.id());
    json.put("layer", rule.layer().token());
    json.set("title", wording(rule.title()));
    json.put("cite", rule.basis().cite());
    rule.basis().url().ifPresent(url -> json.put("url", url));
    json.put("hash", rule.hash().hex());
    return json;
  }

  private static ObjectNode wording(Wording wording) {
    return JSON.objectNode().put("en", wording.en()).put("de", wording.de());
  }
}
