package org.commonsregistry.classification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commonsregistry.http.ProblemException;
import org.commonsregistry.ledger.Actor;
import org.commonsregistry.ruleset.Reading;
import org.commonsregistry.ruleset.Ruleset;
import org.commonsregistry.ruleset.RulesetReader;
import org.commonsregistry.ruleset.Rulesets;
import org.commonsregistry.ruleset.Source;

/** What a changed ruleset would move, before anybody votes on it; and putting one in force. */
@Controller
@Tag(name = "Rules")
final class DryRunApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST = 4 << 20;
  private static final String EXPECTED =
      "{\"files\": {\"rules/policy.yaml\": \"rules: …\"}}: each file replaces the one of that name"
          + " in the ruleset in force, null takes it away";

  private final DryRuns dryRuns;
  private final Rulesets rulesets;
  private final Verdicts verdicts;

  DryRunApi(DryRuns dryRuns, Rulesets rulesets, Verdicts verdicts) {
    this.dryRuns = dryRuns;
    this.rulesets = rulesets;
    this.verdicts = verdicts;
  }

  @Post("/api/v1/rules/dry-runs")
  @Operation(
      operationId = "beginDryRun",
      summary = "Judge the whole catalogue under a changed ruleset beside the one in force",
      description = "Answers at once; follow Location for the progress and the report.")
  @ApiResponse(responseCode = "202", description = "Begun, or begun before")
  @ApiResponse(responseCode = "422", description = "The changed ruleset cannot be read")
  HttpResponse<DryRuns.State> begin(@Body byte[] body) {
    var state = dryRuns.begin(changed(body));
    return HttpResponse.<DryRuns.State>accepted(URI.create("/api/v1/rules/dry-runs/" + state.id()))
        .body(state);
  }

  @Get("/api/v1/rules/dry-runs")
  @Operation(operationId = "listDryRuns", summary = "The last dry runs, newest first")
  List<DryRuns.State> all() {
    return dryRuns.all();
  }

  @Get("/api/v1/rules/dry-runs/{id}")
  @Operation(operationId = "getDryRun", summary = "A dry run's progress, then its report")
  DryRuns.State one(String id) {
    return dryRuns
        .find(id)
        .orElseThrow(
            () ->
                ProblemException.notFound("There is no dry run of that name.")
                    .remedy(
                        "Only the last ones are kept. Begin it again: the same change over the"
                            + " same catalogue gives the same report."));
  }

  @Post("/api/v1/rulesets")
  @Operation(
      operationId = "adoptRuleset",
      summary = "Put a changed ruleset in force",
      description =
          "For the operator, until communities vote. Its own tests must pass and what must stay"
              + " commons must stay; everything is classified anew without blocking readers.")
  @ApiResponse(responseCode = "200", description = "In force")
  @ApiResponse(responseCode = "409", description = "Somebody was faster")
  @ApiResponse(responseCode = "422", description = "It cannot be read, or fails its own tests")
  DryRunReport.Side adopt(@Body byte[] body) {
    var ruleset = changed(body);
    var failing = RulesetChecks.failing(ruleset, verdicts.today());
    if (!failing.isEmpty()) {
      throw ProblemException.unprocessable("The ruleset fails its own tests.")
          .received(failing.stream().limit(20).collect(Collectors.joining("; ")))
          .remedy("Run `commons rules test` on its folder and mend what fails.");
    }
    return rulesets
        .adopt(ruleset, Actor.OPERATOR)
        .map(
            adopted ->
                new DryRunReport.Side(
                    adopted.ruleset().version(),
                    adopted.ruleset().hash().hex(),
                    adopted.ruleset().rules().size()))
        .orElseThrow(
            () ->
                ProblemException.conflict("Another ruleset was adopted meanwhile.")
                    .remedy("Compare with the one in force now, and send yours again."));
  }

  /** The ruleset in force with some files replaced. */
  private Ruleset changed(byte[] body) {
    if (body.length > LARGEST) {
      throw ProblemException.tooLarge("A ruleset has at most 2 million characters.")
          .received(body.length + " bytes");
    }
    var files = new TreeMap<String, String>();
    verdicts.ruleset().files().forEach(file -> files.put(file.path(), file.text()));
    var wanted = read(body).path("files");
    if (!wanted.isObject()) {
      throw ProblemException.badRequest("No files came.").expected(EXPECTED);
    }
    wanted
        .properties()
        .forEach(
            file -> {
              if (file.getValue().isNull()) {
                files.remove(file.getKey());
              } else {
                files.put(file.getKey(), file.getValue().asText());
              }
            });
    var sources = new ArrayList<Source>();
    files.forEach((path, text) -> sources.add(new Source(path, text)));
    return switch (RulesetReader.read(sources)) {
      case Reading.Accepted(var ruleset) -> ruleset;
      case Reading.Refused(var faults) -> {
        var first = faults.getFirst();
        throw ProblemException.unprocessable("The changed ruleset cannot be read.")
            .received(
                faults.stream()
                    .limit(20)
                    .map(fault -> fault.file() + ":" + fault.line() + ": " + fault.what())
                    .collect(Collectors.joining(" ")))
            .remedy(first.fix());
      }
    };
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
