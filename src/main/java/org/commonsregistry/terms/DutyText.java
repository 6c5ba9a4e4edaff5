package org.commonsregistry.terms;

import java.time.Period;
import java.util.List;
import java.util.regex.Pattern;

/** Duties as short texts, in tables and answers: the token, and its parameters in brackets. */
final class DutyText {
  private static final Pattern FORM = Pattern.compile("([a-z-]+)(?:\\(([^()]*)\\))?");

  private DutyText() {}

  static String write(Duty duty) {
    var parameters =
        switch (duty) {
          case Duty.Attribute d -> Tokens.of(d.level()) + "," + Tokens.of(d.form());
          case Duty.Report d -> d.interval() + "," + Tokens.of(d.content());
          case Duty.KeepNotice _,
              Duty.IndicateChanges _,
              Duty.ShareAlike _,
              Duty.CarryTerms _,
              Duty.OpenModel _,
              Duty.ContributeDirect _,
              Duty.ContributeEcosystem _,
              Duty.Compensate _,
              Duty.RegisterUse _,
              Duty.AllowAudit _,
              Duty.HonourRemoval _,
              Duty.ObtainConsent _,
              Duty.BehaviouralRestriction _ ->
              String.join("", duty.parameters().values());
        };
    return parameters.isEmpty() ? duty.token() : duty.token() + "(" + parameters + ")";
  }

  static Duty read(String text) {
    var form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not written like a duty");
    }
    var given = form.group(2) == null ? List.<String>of() : List.of(form.group(2).split(",", -1));
    return read(form.group(1), given);
  }

  private static Duty read(String token, List<String> given) {
    return switch (token) {
      case "attribute" ->
          new Duty.Attribute(
              Tokens.require(Duty.Level.class, at(given, 0)),
              Tokens.require(Duty.Form.class, at(given, 1)));
      case "keep-notice" -> new Duty.KeepNotice(Tokens.require(Duty.Notice.class, at(given, 0)));
      case "indicate-changes" -> new Duty.IndicateChanges();
      case "share-alike" -> new Duty.ShareAlike(Tokens.require(Duty.Reach.class, at(given, 0)));
      case "carry-terms" -> new Duty.CarryTerms(Integer.parseInt(at(given, 0)));
      case "open-model" -> new Duty.OpenModel(Tokens.require(Duty.Openness.class, at(given, 0)));
      case "contribute-direct" -> new Duty.ContributeDirect();
      case "contribute-ecosystem" -> new Duty.ContributeEcosystem();
      case "compensate" -> new Duty.Compensate(Tokens.require(Duty.Payment.class, at(given, 0)));
      case "report" ->
          new Duty.Report(
              Period.parse(at(given, 0)), Tokens.require(Duty.Content.class, at(given, 1)));
      case "register-use" -> new Duty.RegisterUse();
      case "allow-audit" -> new Duty.AllowAudit();
      case "honour-removal" -> new Duty.HonourRemoval(Integer.parseInt(at(given, 0)));
      case "obtain-consent" -> new Duty.ObtainConsent();
      case "behavioural-restriction" ->
          new Duty.BehaviouralRestriction(given.isEmpty() ? "" : at(given, 0));
      default -> throw new IllegalArgumentException("there is no duty '" + token + "'");
    };
  }

  private static String at(List<String> given, int place) {
    if (given.size() <= place) {
      throw new IllegalArgumentException("a parameter is missing after " + given);
    }
    return given.get(place).strip();
  }
}
