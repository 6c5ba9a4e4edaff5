/**
 * Recognises which licence a text, address or identifier names. The outcome is an SPDX expression
 * (SPDX specification 2.3, annex D; SPDX licence list), a named family, nothing stated, or unknown,
 * each with its reason. What a licence permits is said elsewhere in {@code terms}; whether the
 * statement is true is nobody's business here.
 */
@NullMarked
package org.commonsregistry.terms.licence;

import org.jspecify.annotations.NullMarked;
