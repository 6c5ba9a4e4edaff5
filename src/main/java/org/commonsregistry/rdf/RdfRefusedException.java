package org.commonsregistry.rdf;

/** An RDF file from outside was not taken in; nothing of it was kept. */
public final class RdfRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;
  private final boolean tooLarge;

  public RdfRefusedException(String message, String remedy) {
    this(message, remedy, false);
  }

  private RdfRefusedException(String message, String remedy, boolean tooLarge) {
    super(message);
    this.remedy = remedy;
    this.tooLarge = tooLarge;
  }

  /** Refused for its size alone. */
  public static RdfRefusedException tooLarge(String message, String remedy) {
    return new RdfRefusedException(message, remedy, true);
  }

  /** What the sender can do about it, one sentence. */
  public String remedy() {
    return remedy;
  }

  /** Whether a smaller input might have been taken. */
  public boolean tooLarge() {
    return tooLarge;
  }
}
