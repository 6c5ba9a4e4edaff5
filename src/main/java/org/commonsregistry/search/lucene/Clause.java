package org.commonsregistry.search.lucene;

import java.util.List;
import java.util.Set;

/**
 * One thing that was asked for.
 *
 * @param words one, or several that were quoted or are one thing in the synonyms
 * @param quoted the words stand side by side, exactly as typed
 * @param synonyms other folded word sequences for the same thing
 * @param common says nothing by itself
 */
record Clause(List<Words.Word> words, boolean quoted, Set<List<String>> synonyms, boolean common) {}
