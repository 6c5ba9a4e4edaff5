package org.commonsregistry.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the index knows of one dataset or dataset series.
 *
 * @param slug its identifier
 * @param kind {@code dataset} or {@code series}
 * @param series slug of the series it is in, may be empty
 * @param titles by language tag ({@code und} when unknown)
 * @param descriptions plain text by language tag
 * @param keywords as given
 * @param alternativeNames identifiers and other names it is looked for under
 * @param stewardSlug may be empty
 * @param stewardName may be empty
 * @param categories category ids, with every broader category of each
 * @param categoryNames labels and synonyms of these categories in all interface languages, searched
 *     but not shown
 * @param languages BCP 47 tags of the content
 * @param licenceFamilies e.g. {@code cc0}, {@code by-sa}, {@code unspecified}; several when
 *     statements disagree
 * @param licenceTexts as written
 * @param places ISO 3166-1 codes or names
 * @param media e.g. {@code text}, {@code audio}
 * @param zone of the headline: {@code commons}, {@code use-restricted}, {@code market}, {@code
 *     undetermined}, or {@code unclassified} before any verdict
 * @param terms zones and permissions by place, as {@link
 *     org.commonsregistry.classification.TermTokens} writes them; empty before any verdict
 * @param year of the content or its issue, 0 when unknown
 * @param issued when it entered the registry
 * @param modified when its metadata last changed
 */
public record SearchDocument(
    String slug,
    String kind,
    String series,
    Map<String, String> titles,
    Map<String, String> descriptions,
    List<String> keywords,
    List<String> alternativeNames,
    String stewardSlug,
    String stewardName,
    List<String> categories,
    List<String> categoryNames,
    List<String> languages,
    List<String> licenceFamilies,
    List<String> licenceTexts,
    List<String> places,
    List<String> media,
    String zone,
    Set<String> terms,
    int year,
    Instant issued,
    Instant modified) {
  public static final String UNCLASSIFIED = "unclassified";
}
