/**
 * The ledger: the append-only, gapless sequence of everything that was published, decided or
 * withdrawn, and the projector that keeps the views of it up to date. Leaves follow {@code
 * docs/ledger.md}; the log over them RFC 6962 and RFC 9162. What an entry means is left to the
 * feature that declares its kind.
 */
@NullMarked
package org.commonsregistry.ledger;

import org.jspecify.annotations.NullMarked;
