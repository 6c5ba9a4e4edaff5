package org.commonsregistry.web;

import java.util.List;
import org.commonsregistry.search.SearchResult.Highlighted;
import org.jspecify.annotations.Nullable;

/**
 * One dataset in a list.
 *
 * @param titleLanguage BCP 47 tag for the title, null when it is the page's or not known
 * @param by who keeps it, which kind of thing it is, when it is from
 * @param snippet may have no pieces
 * @param zone token of the zone
 * @param chips licences, media and languages, as short words
 */
public record Card(
    String href,
    Highlighted title,
    @Nullable String titleLanguage,
    String by,
    Highlighted snippet,
    String zone,
    List<String> chips) {}
