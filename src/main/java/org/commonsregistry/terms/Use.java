package org.commonsregistry.terms;

/**
 * What people do with data: the eight columns of the matrix. Training means first of all
 * pretraining a generative model; a statement that covers only that covers the column in part.
 */
public enum Use {
  TRAIN(Action.TRAIN, Action.PRETRAIN),
  FINE_TUNE(Action.FINE_TUNE, Action.FINE_TUNE),
  GROUND(Action.GROUND, Action.GROUND),
  EVALUATE(Action.EVALUATE, Action.EVALUATE),
  SEARCH(Action.SEARCH, Action.SEARCH),
  SHOW(Action.SHOW, Action.SHOW),
  REDISTRIBUTE(Action.REDISTRIBUTE, Action.REDISTRIBUTE),
  ADAPT(Action.ADAPT, Action.ADAPT);

  private final Action whole;
  private final Action typical;

  Use(Action whole, Action typical) {
    this.whole = whole;
    this.typical = typical;
  }

  public String token() {
    return Tokens.of(this);
  }

  /** The use in all its forms, as an action. */
  public Action whole() {
    return whole;
  }

  /** What a statement has to reach to be about this use at all. */
  public Action typical() {
    return typical;
  }
}
