/**
 * Terms under which data may be used. Which licence a statement names is recognised in {@code
 * terms.licence}; uses, duties and their combination come with classification.
 */
@NullMarked
package org.commonsregistry.terms;

import org.jspecify.annotations.NullMarked;
