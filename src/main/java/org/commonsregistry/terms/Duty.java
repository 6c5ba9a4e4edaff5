package org.commonsregistry.terms;

import java.time.Period;
import java.util.Map;

/**
 * What has to be done in return. Each has a token and parameters, from which the plain words are
 * made, and a text form that reads back.
 */
public sealed interface Duty {
  enum Level {
    DATASET,
    SOURCE,
    ITEM,
    CONTRIBUTOR
  }

  enum Form {
    CREDITS_PAGE,
    IN_OUTPUT_LINK,
    NOTICE_FILE
  }

  enum Notice {
    LICENCE,
    CANARY,
    PROVENANCE_MARK
  }

  enum Reach {
    DATA,
    ADAPTED_DATA,
    WEIGHTS,
    OUTPUTS
  }

  enum Openness {
    MOF_II,
    MOF_I,
    OSAID
  }

  enum Payment {
    FIXED_FEE,
    PER_QUERY,
    PER_CRAWL,
    REVENUE_SHARE,
    SUBSCRIPTION,
    PURCHASE,
    TRAINING
  }

  enum Content {
    USE,
    CONTAMINATION
  }

  /** Give credit. */
  record Attribute(Level level, Form form) implements Duty {}

  /** Keep what marks the data. */
  record KeepNotice(Notice notice) implements Duty {}

  /** Say what was changed. */
  record IndicateChanges() implements Duty {}

  /** Pass on under the same or a compatible licence. */
  record ShareAlike(Reach reach) implements Duty {}

  /**
   * Bind those who come after.
   *
   * @param depth generations of derivation; {@link #UNBOUNDED} for all
   */
  record CarryTerms(int depth) implements Duty {
    public static final int UNBOUNDED = -1;

    public CarryTerms {
      if (depth < UNBOUNDED) {
        throw new IllegalArgumentException("depth is -1 or more, not " + depth);
      }
    }
  }

  /** Publish the model as openly as this class of openness asks. */
  record OpenModel(Openness openness) implements Duty {}

  /** Give back to whoever made the data. */
  record ContributeDirect() implements Duty {}

  /** Give back to the commons at large. */
  record ContributeEcosystem() implements Duty {}

  /** Pay. The amount is in the agreement. */
  record Compensate(Payment payment) implements Duty {}

  /**
   * Report regularly.
   *
   * @param interval zero for once
   */
  record Report(Period interval, Content content) implements Duty {}

  /** Enter the use in the public register. */
  record RegisterUse() implements Duty {}

  /** Let others check. */
  record AllowAudit() implements Duty {}

  /** Drop what was removed, within days. */
  record HonourRemoval(int days) implements Duty {}

  /** Ask first. */
  record ObtainConsent() implements Duty {}

  /**
   * Do not use for what a list forbids.
   *
   * @param list where it is, may be empty: the list of the licence itself
   */
  record BehaviouralRestriction(String list) implements Duty {}

  /** The kind, e.g. {@code share-alike}. */
  default String token() {
    return switch (this) {
      case Attribute _ -> "attribute";
      case KeepNotice _ -> "keep-notice";
      case IndicateChanges _ -> "indicate-changes";
      case ShareAlike _ -> "share-alike";
      case CarryTerms _ -> "carry-terms";
      case OpenModel _ -> "open-model";
      case ContributeDirect _ -> "contribute-direct";
      case ContributeEcosystem _ -> "contribute-ecosystem";
      case Compensate _ -> "compensate";
      case Report _ -> "report";
      case RegisterUse _ -> "register-use";
      case AllowAudit _ -> "allow-audit";
      case HonourRemoval _ -> "honour-removal";
      case ObtainConsent _ -> "obtain-consent";
      case BehaviouralRestriction _ -> "behavioural-restriction";
    };
  }

  /** Named parameters as tokens and numbers; empty where there are none. */
  default Map<String, String> parameters() {
    return switch (this) {
      case Attribute d -> Map.of("level", Tokens.of(d.level()), "form", Tokens.of(d.form()));
      case KeepNotice d -> Map.of("notice", Tokens.of(d.notice()));
      case ShareAlike d -> Map.of("reach", Tokens.of(d.reach()));
      case CarryTerms d -> Map.of("depth", Integer.toString(d.depth()));
      case OpenModel d -> Map.of("openness", Tokens.of(d.openness()));
      case Compensate d -> Map.of("payment", Tokens.of(d.payment()));
      case Report d ->
          Map.of("interval", d.interval().toString(), "content", Tokens.of(d.content()));
      case HonourRemoval d -> Map.of("days", Integer.toString(d.days()));
      case BehaviouralRestriction d -> Map.of("list", d.list());
      case IndicateChanges _,
          ContributeDirect _,
          ContributeEcosystem _,
          RegisterUse _,
          AllowAudit _,
          ObtainConsent _ ->
          Map.of();
    };
  }

  /** E.g. {@code attribute(source,notice-file)}. */
  default String text() {
    return DutyText.write(this);
  }

  /** Reads {@link #text()} back; an unreadable text is an {@link IllegalArgumentException}. */
  static Duty parse(String text) {
    return DutyText.read(text);
  }
}
