package org.commonsregistry.terms.preference;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonsregistry.terms.Action;
import org.commonsregistry.terms.Preference;
import org.commonsregistry.terms.Preference.Stance;
import org.commonsregistry.terms.Source;

/**
 * Reads the TDM Reservation Protocol: header fields, HTML meta elements, {@code tdmrep.json}, and
 * the policy it points to. Speaks of mining as a whole, and thereby of training.
 */
public final class TdmReservation {
  static final String PARSER = "tdmrep-2024/1";
  private static final int LONGEST = 1_000_000;
  private static final Pattern META = Pattern.compile("(?i)<meta\\s([^>]{1,2000})>");
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "([A-Za-z-]{1,40})\\s{0,20}=\\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(30).build())
              .build());

  private TdmReservation() {}

  /**
   * Of header fields or meta elements.
   *
   * @param policy address of the policy, if given
   * @param policyText the policy itself, if it was fetched
   */
  public static Preference read(
      Source source,
      String reservation,
      Optional<String> policy,
      Optional<String> policyText,
      String carrier) {
    var findings = new Findings();
    var raw =
        "tdm-reservation: "
            + reservation
            + policy.map(address -> "\ntdm-policy: " + address).orElse("");
    switch (reservation.strip()) {
      case "0" -> findings.wish(List.of(Action.MINE), Stance.ALLOW, "tdm-reservation", false);
      case "1" -> reserved(findings, policy, policyText);
      default -> findings.note("unknown-value", "tdm-reservation");
    }
    return findings.preference(source, raw, carrier, PARSER);
  }

  /** Of the meta elements of a page; empty when there is no reservation in it. */
  public static Optional<Preference> fromPage(Source source, String html) {
    Optional<String> reservation = Optional.empty();
    Optional<String> policy = Optional.empty();
    var meta = META.matcher(html.length() > LONGEST ? html.substring(0, LONGEST) : html);
    while (meta.find()) {
      var name = "";
      var content = "";
      var attribute = ATTRIBUTE.matcher(meta.group(1));
      while (attribute.find()) {
        var value =
            Optional.ofNullable(attribute.group(2))
                .or(() -> Optional.ofNullable(attribute.group(3)))
                .or(() -> Optional.ofNullable(attribute.group(4)))
                .orElse("");
        if (attribute.group(1).equalsIgnoreCase("name")) {
          name = value;
        } else if (attribute.group(1).equalsIgnoreCase("content")) {
          content = value;
        }
      }
      if (name.equalsIgnoreCase("tdm-reservation")) {
        reservation = Optional.of(content);
      } else if (name.equalsIgnoreCase("tdm-policy")) {
        policy = Optional.of(content);
      }
    }
    var address = policy;
    return reservation.map(
        value -> read(source, value, address, Optional.empty(), "HTML meta element"));
  }

  /**
   * Of {@code /.well-known/tdmrep.json}; empty when no rule speaks of the path.
   *
   * @param path with a leading slash
   */
  public static Optional<Preference> fromFile(Source source, String json, String path) {
    var rules = json(json);
    if (rules.isEmpty() || !rules.get().isArray()) {
      var findings = new Findings();
      findings.note("malformed", "tdmrep.json");
      return Optional.of(findings.preference(source, json, "tdmrep.json", PARSER));
    }
    Optional<JsonNode> best = Optional.empty();
    var longest = -1;
    for (var rule : rules.get()) {
      var pattern = new PathPattern(rule.path("location").asText());
      if (rule.path("location").isTextual()
          && pattern.matches(path)
          && pattern.length() > longest) {
        longest = pattern.length();
        best = Optional.of(rule);
      }
    }
    return best.map(
        rule ->
            read(
                source,
                rule.path("tdm-reservation").asText(),
                Optional.of(rule.path("tdm-policy").asText()).filter(text -> !text.isEmpty()),
                Optional.empty(),
                "tdmrep.json"));
  }

  private static void reserved(
      Findings findings, Optional<String> policy, Optional<String> policyText) {
    var conditions =
        policyText.flatMap(TdmReservation::json).map(TdmPolicy::conditions).orElse(List.of());
    if (conditions.isEmpty()) {
      findings.wish(List.of(Action.MINE), Stance.DISALLOW, "tdm-reservation", false);
      policy.ifPresent(
          address ->
              findings.note(policyText.isEmpty() ? "policy-not-read" : "malformed", address));
      return;
    }
    for (var condition : conditions) {
      findings.wish(
          List.of(Action.MINE),
          condition.duties().isEmpty() ? Stance.ALLOW : Stance.CONDITIONAL,
          condition.duties(),
          condition.scope(),
          "tdm-policy",
          false);
    }
    TdmPolicy.others(conditions)
        .ifPresent(
            scope ->
                findings.wish(
                    List.of(Action.MINE),
                    Stance.DISALLOW,
                    Set.of(),
                    scope,
                    "tdm-reservation",
                    false));
  }

  private static Optional<JsonNode> json(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
