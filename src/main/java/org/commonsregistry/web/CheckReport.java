package org.commonsregistry.web;

import java.util.List;

/**
 * What came of checking a text, in the reader's words.
 *
 * @param band token of the verdict
 * @param lead the verdict in one sentence
 * @param remarks what else to know about the figure
 * @param segments of the bar; none where there is no figure
 * @param candidates records that share passages, most first
 * @param passages the longest, where the text itself came
 * @param heldTitle heading over what the registry holds
 * @param growth texts that came in each quarter; none where there are fewer than two
 * @param sent what went over the line, and what was kept
 */
public record CheckReport(
    String band,
    String lead,
    List<String> remarks,
    List<Segment> segments,
    List<SourceRow> sources,
    List<Candidate> candidates,
    List<Shared> passages,
    String heldTitle,
    List<Fact> held,
    List<Quarter> growth,
    List<String> unchecked,
    String sent) {

  /**
   * A piece of the bar.
   *
   * @param kind {@code already}, {@code unsure}, {@code similar} or {@code new}
   * @param start percent from the left
   * @param width percent
   * @param share as people read it
   */
  public record Segment(String kind, double start, double width, String share) {}

  /**
   * A dataset that explains a part of the text.
   *
   * @param training token of the answer to whether anyone may train with it
   * @param words of that answer
   */
  public record SourceRow(
      String title,
      String href,
      String share,
      String licence,
      String zone,
      String training,
      String words) {}

  /** The beginning of a passage that the text shares. */
  public record Shared(int words, String excerpt) {}

  /**
   * A record that may share passages.
   *
   * @param record where its text can be had as JSON
   * @param hashes how many of those sent it has
   */
  public record Candidate(String title, String dataset, String record, long hashes) {}

  /**
   * A column of the growth.
   *
   * @param height percent of the tallest
   */
  public record Quarter(int index, String name, long documents, double height) {}

  /** A figure with its name. */
  public record Fact(String name, String value) {}
}
