/**
 * Terms under which data may be used. Today: which family a licence belongs to, when its text or
 * address names it exactly; anything less certain is unspecified. Uses, duties and their
 * combination come with classification.
 */
@NullMarked
package org.commonsregistry.terms;

import org.jspecify.annotations.NullMarked;
