/**
 * Reads what publishers ask for: IETF AIPREF {@code Content-Usage} (draft-ietf-aipref-vocab-08,
 * attach-05; RFC 9651), CC signals 0.1, {@code Content-Signal}, TDMRep (W3C Community Group
 * report), RSL 1.0 and robots.txt (RFC 9309). The raw text is kept; what cannot be read is a note,
 * never an exception and never a wish. Fetching is left to others.
 */
@NullMarked
package org.commonsregistry.terms.preference;

import org.jspecify.annotations.NullMarked;
