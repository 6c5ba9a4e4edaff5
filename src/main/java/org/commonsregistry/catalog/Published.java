package org.commonsregistry.catalog;

/** What became of a submission. */
public sealed interface Published {

  /** It is a new version (or the first), durably. */
  record Recorded(DatasetId id, long sequence, boolean first) implements Published {}

  /** The registry says exactly this already. */
  record Unchanged(DatasetId id) implements Published {}

  /** The dataset was withdrawn and stays so. */
  record KeptWithdrawn(DatasetId id, long sequence) implements Published {}

  /** It was not taken in. */
  record Refused(String record, String reason, String remedy, Cause cause) implements Published {}

  /** Why a submission was refused, for the status of an answer. */
  enum Cause {
    INVALID,
    COLLISION,
    TOO_LARGE
  }
}
