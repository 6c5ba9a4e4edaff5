package org.commonsregistry.terms;

import java.util.Locale;
import java.util.Set;

/**
 * What a community requires: a Traditional Knowledge or Biocultural label, or words. Never a
 * licence, and never a permission.
 *
 * @param label IRI of the label, may be empty
 * @param words of the community
 */
public record CommunityProtocol(Source source, String label, String words)
    implements TermStatement {
  /** What a protocol means for whoever wants to act. */
  public enum Effect {
    /** Tells where the data come from or how to treat them. */
    INFORMS,
    /** Not for commercial purposes. */
    NON_COMMERCIAL,
    /** The community is asked first. */
    ASK,
    /** Not for people outside of those it is meant for. */
    CLOSED
  }

  private static final Set<String> CLOSED = Set.of("tk-ss", "tk-mr", "tk-wr");
  private static final Set<String> NON_COMMERCIAL = Set.of("tk-nc", "bc-nc");
  private static final Set<String> INFORMING =
      Set.of(
          "tk-a", "tk-cl", "tk-f", "tk-mc", "tk-cv", "tk-cr", "tk-v", "tk-nv", "tk-oc", "tk-cb",
          "tk-o", "bc-p", "bc-mc", "bc-cl", "bc-cv", "bc-oc", "bc-cb", "bc-o", "bc-r", "bc-cnv");

  /** A label this registry does not know restricts: only the community can say otherwise. */
  public Effect effect() {
    var name = name();
    if (CLOSED.contains(name)) {
      return Effect.CLOSED;
    }
    if (NON_COMMERCIAL.contains(name)) {
      return Effect.NON_COMMERCIAL;
    }
    return INFORMING.contains(name) ? Effect.INFORMS : Effect.ASK;
  }

  private String name() {
    var path = label.replaceAll("[?#].*$", "").replaceAll("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }
}
