package org.commonsregistry.classification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ruleset.Facts;
import org.commonsregistry.ruleset.FactsRefusedException;
import org.commonsregistry.ruleset.JudgementJson;
import org.commonsregistry.ruleset.Ruleset;

/** What the rules in force say about facts that somebody gives, whatever they are about. */
@Controller
@Tag(name = "Classification")
final class ClassifyApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST = 64 << 10;
  private static final String ITEM = "urn:commons:item";
  private static final String EXPECTED =
      "a JSON object of facts, such as {\"kind\": \"text\", \"creatorDeathYear\": 1955}; the names are"
          + " those of the ruleset's facts.yaml";

  private final Verdicts verdicts;

  ClassifyApi(Verdicts verdicts) {
    this.verdicts = verdicts;
  }

  @Post("/api/v1/classify")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "classifyFacts",
      summary = "In which zone something would be, by the facts given, and why")
  @ApiResponse(responseCode = "200", description = "The judgement with its reasons")
  @ApiResponse(responseCode = "400", description = "Facts that cannot be read or are not known")
  String classify(
      @Body byte[] body,
      @Parameter(description = "Country code; missing for the headline") @Nullable @QueryValue
          String place,
      @Parameter(description = "Missing for today") @Nullable @QueryValue String date) {
    var ruleset = verdicts.ruleset();
    var facts = facts(body, ruleset);
    var where = AskedPlace.place(place);
    var day = AskedPlace.date(date, verdicts.today());
    var vocabulary = ruleset.vocabulary();
    ObjectNode answer =
        where
            .map(at -> JudgementJson.of(ruleset.judge(facts, at, day, ITEM), vocabulary))
            .orElseGet(() -> JudgementJson.of(ruleset.headline(facts, day, ITEM), vocabulary));
    return answer.put("ruleset", ruleset.hash().hex()).toString();
  }

  private static Facts facts(byte[] body, Ruleset ruleset) {
    if (body.length > LARGEST) {
      throw ProblemException.tooLarge("Facts about one item have at most 64 KiB.")
          .received(body.length + " bytes");
    }
    try {
      var facts = Facts.fromJson(read(body));
      var faults = ruleset.vocabulary().faults(facts);
      if (!faults.isEmpty()) {
        throw ProblemException.badRequest("Not all of these facts can be judged.")
            .expected(EXPECTED)
            .received(String.join(" ", faults))
            .remedy("GET /api/v1/rulesets/" + ruleset.hash().hex() + " has the file facts.yaml.");
      }
      return facts;
    } catch (FactsRefusedException e) {
      throw ProblemException.badRequest("These are no facts.")
          .expected(EXPECTED)
          .received(String.valueOf(e.getMessage()));
    }
  }

  private static JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw ProblemException.badRequest("The request is no JSON.")
          .expected(EXPECTED)
          .received(e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
