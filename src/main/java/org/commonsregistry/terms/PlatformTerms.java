package org.commonsregistry.terms;

import java.util.Map;

/**
 * What a host asks of whoever takes the bytes from it. Binds those who take this distribution, and
 * nobody who has the same work from elsewhere.
 *
 * @param distribution whose terms these are; empty when the dataset can be had in no other way
 * @param words the terms in a sentence
 * @param limits the most that stays possible, by use; what is not named is not narrowed
 */
public record PlatformTerms(
    Source source, String distribution, String words, Map<Use, Grant> limits)
    implements TermStatement {
  public PlatformTerms {
    limits = Map.copyOf(limits);
  }
}
