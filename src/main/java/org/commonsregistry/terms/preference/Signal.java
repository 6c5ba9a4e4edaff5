package org.commonsregistry.terms.preference;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.commonsregistry.terms.Action;

/** The labels of usage signals, those in force and those that are still met. */
enum Signal {
  TRAIN_AI("train-ai", false, Action.TRAIN_GENERATIVE),
  SEARCH("search", false, Action.SEARCH),
  TRAIN_GENAI("train-genai", true, Action.TRAIN_GENERATIVE),
  AI_USE("ai-use", true, Action.GROUND),
  BOTS("bots", true, Action.ACCESS, Action.MINE),
  TDM("tdm", true, Action.MINE),
  AI_SUMMARIZE("ai-summarize", true, Action.GROUND, Action.SHOW);

  private final String label;
  private final boolean legacy;
  private final List<Action> actions;

  Signal(String label, boolean legacy, Action... actions) {
    this.label = label;
    this.legacy = legacy;
    this.actions = List.of(actions);
  }

  static Optional<Signal> labelled(String label) {
    return Arrays.stream(values()).filter(signal -> signal.label.equals(label)).findFirst();
  }

  /** Whether no draft in force has it any more. */
  boolean legacy() {
    return legacy;
  }

  List<Action> actions() {
    return actions;
  }
}
