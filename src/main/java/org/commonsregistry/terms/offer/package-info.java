/**
 * Offers: ODRL 2.2 policies from {@code ontology/offers} with title, summary and what they do not
 * cover, read in plain words, as a use matrix, as a difference to another offer, and as other
 * standards' forms with what these cannot say. Agreements between parties are left to others; no
 * offer is a licence of any dataset by itself.
 */
@NullMarked
package org.commonsregistry.terms.offer;

import org.jspecify.annotations.NullMarked;
