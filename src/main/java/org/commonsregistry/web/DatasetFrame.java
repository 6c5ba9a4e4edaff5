package org.commonsregistry.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every part of a dataset's page.
 *
 * @param titleLanguage of the title, null when it is the page's
 * @param otherTitles what else sources call it
 * @param kind of thing and of steward, in words
 * @param crumbs categories above it
 * @param verdict the headline, empty for what was withdrawn and before any rules are in force
 * @param unclassified whether it has none because there are no rules yet
 * @param older set when an old version is shown
 * @param withdrawn set when it was taken out
 * @param tabs the parts of the page
 */
public record DatasetFrame(
    String slug,
    String title,
    @Nullable String titleLanguage,
    OtherWordings otherTitles,
    Optional<Linked> steward,
    String kind,
    List<Linked> crumbs,
    Optional<VerdictLine> verdict,
    boolean unclassified,
    Optional<Older> older,
    Optional<Withdrawn> withdrawn,
    List<Tab> tabs,
    Rail rail) {

  /**
   * @param words which version, since when
   * @param currentHref the standing one
   */
  public record Older(String words, String currentHref) {}

  /**
   * @param reason may be empty
   */
  public record Withdrawn(String when, String reason) {}

  public record Tab(String label, String href, boolean current) {}

  /** The column beside it. */
  public record Rail(
      List<Download> downloads,
      String citation,
      List<Linked> citationFiles,
      List<Linked> forms,
      List<Snippet> snippets) {}

  /**
   * @param note format and size, may be empty
   * @param checksum may be empty
   * @param file whether it is the data itself and not a page about it
   */
  public record Download(Linked link, String note, String checksum, boolean file) {}

  public record Snippet(String name, String code) {}
}
