package org.commonsregistry.redundancy;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/**
 * What came of looking a sample up. Shares are of its words, from 0 to 1, boilerplate left out.
 *
 * @param lead the verdict in one sentence
 * @param band {@code already-there}, {@code mostly}, {@code partly}, {@code new} or {@code
 *     not-enough-evidence}
 * @param words of the sample
 * @param sources what each dataset explains; nothing counts twice
 * @param candidates texts that share most with it, to be compared where the sample is
 * @param passages only where the text itself came: what it shares, word for word
 * @param unchecked what could not be looked at, in sentences
 */
@Serdeable
public record OverlapReport(
    String lead,
    String band,
    long words,
    Shares overlap,
    Similar similar,
    Left boilerplate,
    List<Source> sources,
    List<Candidate> candidates,
    @Nullable List<SharedPassage> passages,
    HeldHere commons,
    List<String> unchecked,
    Sent sent) {

  /**
   * @param share missing when nothing could be asked for
   * @param low of the 95 % interval for the text shown
   * @param asked hashes that count
   * @param found of them
   */
  @Serdeable
  public record Shares(
      @Nullable Double share, double low, double high, long asked, long found, Planned planned) {}

  /**
   * The interval for a planned collection of which the documents are a random sample.
   *
   * @param why there is none
   */
  @Serdeable
  public record Planned(
      @Nullable Double low, @Nullable Double high, int documents, @Nullable String why) {}

  /**
   * Documents that largely are in one text, word for word or edited.
   *
   * @param share of the words that are not there as they are, but stand in such documents
   */
  @Serdeable
  public record Similar(double share, int nearDuplicates, int edited) {}

  /** What licence texts and other phrases of very many texts make up; it counts nowhere else. */
  @Serdeable
  public record Left(double share, long hashes) {}

  /**
   * @param share of the sample that is credited to this dataset alone
   * @param shared what it has of the sample, others regardless
   * @param uses the answer for anyone, by use
   */
  @Serdeable
  public record Source(
      String dataset,
      String title,
      double share,
      double shared,
      String licence,
      String zone,
      Map<String, String> uses,
      Map<String, String> links) {}

  /**
   * @param hashes of the sample that the text has
   */
  @Serdeable
  public record Candidate(
      String dataset,
      int holding,
      long ordinal,
      String title,
      String language,
      long hashes,
      Map<String, String> links) {}

  /**
   * @param words that are the same
   * @param sampleStart first character in the sample, in UTF-16 units; the end is exclusive
   */
  @Serdeable
  public record SharedPassage(
      String dataset,
      int holding,
      long ordinal,
      int document,
      int words,
      boolean edited,
      int sampleStart,
      int sampleEnd,
      int otherStart,
      int otherEnd,
      String excerpt) {}

  /**
   * @param bytes of the request
   * @param kept always {@code nothing}
   */
  @Serdeable
  public record Sent(long hashes, long bytes, String kept) {}
}
