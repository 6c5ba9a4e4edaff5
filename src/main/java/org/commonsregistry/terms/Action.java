package org.commonsregistry.terms;

/**
 * Everything that signals and policies speak of, as a tree: what is said of an action holds for all
 * within it. People are shown the eight {@link Use}s instead.
 */
public enum Action {
  USE(null),
  ACCESS(USE),
  SEARCH(USE),
  MINE(USE),
  TRAIN(MINE),
  TRAIN_GENERATIVE(TRAIN),
  PRETRAIN(TRAIN_GENERATIVE),
  FINE_TUNE(TRAIN_GENERATIVE),
  DISTIL(TRAIN_GENERATIVE),
  TRAIN_DISCRIMINATIVE(TRAIN),
  GROUND(USE),
  EVALUATE(USE),
  SHOW(USE),
  REDISTRIBUTE(USE),
  ADAPT(USE);

  private final @org.jspecify.annotations.Nullable Action within;

  Action(@org.jspecify.annotations.Nullable Action within) {
    this.within = within;
  }

  public String token() {
    return Tokens.of(this);
  }

  /** Whether the other action is this one or part of it. */
  public boolean includes(Action other) {
    for (var at = other; at != null; at = at.within) {
      if (at == this) {
        return true;
      }
    }
    return false;
  }

  /** Whether what is said of this action is said of that use, be it of a part of the use only. */
  public boolean reaches(Use use) {
    return includes(use.typical());
  }

  /** Whether what is said of this action is said of that use in all its forms. */
  public boolean whollyCovers(Use use) {
    return includes(use.whole());
  }
}
