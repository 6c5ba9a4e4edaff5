package org.commonsregistry.catalog;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dataset or dataset series as people read it: one version's statements, gathered from all
 * sources. Conflicting statements are all here, each with the source that made it; nothing is
 * resolved silently.
 *
 * @param id its name
 * @param kind dataset or series
 * @param titles by language tag ({@code und} when unknown), never empty
 * @param descriptions by language tag
 * @param titleWordings every title with who gave it, when they differ; empty when none do
 * @param descriptionWordings every description with who gave it, when they differ
 * @param identifiers the sources' own identifiers
 * @param keywords as given
 * @param steward who looks after it
 * @param categories category ids as stated
 * @param languages BCP 47 tags, or names where no tag is known
 * @param places ISO 3166-1 alpha-2 codes, or names where no code is known
 * @param media text, audio, image, …
 * @param period what time it covers
 * @param landingPages pages about it
 * @param issued date as stated by a source
 * @param version as stated by a source
 * @param licences every licence statement
 * @param usages what the terms say about use, in plain words
 * @param extents sizes
 * @param distributions where the bytes are
 * @param provenance how it came to be
 * @param derivedFrom what it was made from
 * @param series the series it is in
 * @param disputes who contests what
 * @param facts what somebody states about its making and its terms
 * @param preferences what publishers ask of users, in signals that machines can read
 * @param sources every statement set, by key
 */
@Serdeable
public record Dataset(
    DatasetId id,
    Kind kind,
    Map<String, String> titles,
    Map<String, String> descriptions,
    List<Wording> titleWordings,
    List<Wording> descriptionWordings,
    List<String> identifiers,
    List<String> keywords,
    Optional<Steward> steward,
    List<String> categories,
    List<String> languages,
    List<String> places,
    List<String> media,
    Optional<Period> period,
    List<String> landingPages,
    Optional<String> issued,
    Optional<String> version,
    List<LicenceStatement> licences,
    List<Remark> usages,
    List<Extent> extents,
    List<Distribution> distributions,
    List<Remark> provenance,
    List<Parent> derivedFrom,
    Optional<DatasetId> series,
    List<Remark> disputes,
    List<StatedFact> facts,
    List<PreferenceSignal> preferences,
    Map<String, Source> sources) {

  @Serdeable
  public enum Kind {
    DATASET,
    SERIES
  }

  /** The title in the first of these languages that has one, else any. */
  public String title(String... languages) {
    return Texts.pick(titles, languages).orElse(id.slug());
  }

  public Optional<String> description(String... languages) {
    return Texts.pick(descriptions, languages);
  }

  /**
   * A title or description as one or more sources word it.
   *
   * @param language tag, {@code und} when unknown
   * @param sources keys into {@link Dataset#sources}
   */
  @Serdeable
  public record Wording(String text, String language, List<String> sources) {}

  /**
   * @param slug in the address of its page
   * @param kind {@code public-body}, {@code nonprofit}, …; empty when not stated
   * @param homepage may be empty
   */
  @Serdeable
  public record Steward(String slug, String name, String kind, String homepage) {}

  /**
   * Something a dataset was made from.
   *
   * @param name slug, address or name as stated
   * @param dataset in this registry, when it was stated as such; a name alone may mean another
   *     thing
   */
  @Serdeable
  public record Parent(String name, Optional<DatasetId> dataset) {}

  /** Either end may be empty: unknown, or still growing. */
  @Serdeable
  public record Period(String from, String to) {}

  /**
   * @param text as written by the source
   * @param iri of a licence, when one was given or the text is exactly one that is known; else
   *     empty
   * @param role declared by the steward, concluded by somebody who looked, or effective after all
   *     is weighed
   * @param covers the part it is about; empty for the whole
   * @param source key into {@link Dataset#sources}
   */
  @Serdeable
  public record LicenceStatement(
      String text, String iri, Role role, String covers, String source) {}

  @Serdeable
  public enum Role {
    DECLARED,
    CONCLUDED,
    EFFECTIVE
  }

  /**
   * @param says one or two sentences
   * @param uses use tokens it is about, may be empty
   * @param source key into {@link Dataset#sources}
   */
  @Serdeable
  public record Remark(String says, List<String> uses, String source) {}

  /**
   * One answer to a question that rules ask, such as when the author died. Sources may give several
   * or contradict each other.
   *
   * @param name of the fact, the last part of its property's address
   * @param value as stated: a word, a year such as {@code 1955}, {@code true} or {@code false}
   * @param source key into {@link Dataset#sources}
   */
  @Serdeable
  public record StatedFact(String name, String value, String source) {}

  /**
   * A request in a form that machines can read, as it was found. It is no licence and no
   * permission.
   *
   * @param signal its form: {@code content-usage}, {@code content-signal}, {@code cc-signal},
   *     {@code tdmrep}, {@code rsl} or {@code robots}
   * @param raw the text, at most 65 536 characters
   * @param carrier what it was attached to, e.g. {@code robots.txt}; may be empty
   * @param where address at which it was found, may be empty
   * @param when date on which it was found, may be empty
   * @param source key into {@link Dataset#sources}
   */
  @Serdeable
  public record PreferenceSignal(
      String signal, String raw, String carrier, String where, String when, String source) {}

  /**
   * @param value how many
   * @param unit of what: documents, words, bytes, …
   * @param approximate rounded by the source
   * @param asOf date of the count, may be empty
   * @param source key into {@link Dataset#sources}
   */
  @Serdeable
  public record Extent(
      double value, String unit, boolean approximate, String asOf, String source) {}

  /**
   * @param number within the dataset, in the address
   * @param title may be empty
   * @param accessUrl page or endpoint
   * @param downloadUrl of the file itself, may be empty
   * @param format as written, may be empty
   * @param mediaType IANA, may be empty
   * @param bytes -1 when unknown
   * @param checksum {@code sha256:…}, may be empty
   * @param licenceIri may be empty
   * @param source key into {@link Dataset#sources}
   */
  @Serdeable
  public record Distribution(
      String number,
      String title,
      String accessUrl,
      String downloadUrl,
      String format,
      String mediaType,
      long bytes,
      String checksum,
      String licenceIri,
      String source) {}

  /**
   * Who said it, where and when.
   *
   * @param key short name of the statement set
   * @param by name of who said it
   * @param where address it was said at, may be empty
   * @param when date it was read, may be empty
   */
  @Serdeable
  public record Source(String key, String by, String where, String when) {}
}
