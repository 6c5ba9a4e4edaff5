package org.commonsregistry.catalog.intake;

import org.commonsregistry.catalog.Submission;

/** One record of an intake file: readable or refused. */
public sealed interface Taken {
  record Readable(String place, Submission submission) implements Taken {}

  record Refused(Refusal refusal) implements Taken {}
}
