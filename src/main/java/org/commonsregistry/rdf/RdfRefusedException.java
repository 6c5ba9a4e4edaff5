package org.commonsregistry.rdf;

/** An RDF file from outside was not taken in; nothing of it was kept. */
public final class RdfRefusedException extends RuntimeException {
  private final String remedy;

  public RdfRefusedException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  /** What the sender can do about it, one sentence. */
  public String remedy() {
    return remedy;
  }
}
