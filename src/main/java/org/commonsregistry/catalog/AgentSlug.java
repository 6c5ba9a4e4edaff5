package org.commonsregistry.catalog;

/** The name of a steward or speaker in addresses. */
public final class AgentSlug {
  private AgentSlug() {}

  /** Made from the name; from its hash when no Latin letters are in it. Never empty. */
  public static String of(String name) {
    return DatasetId.suggestedBy(name)
        .map(DatasetId::slug)
        .orElseGet(() -> "agent-" + VersionDraft.sha256(name).substring(0, 10));
  }
}
