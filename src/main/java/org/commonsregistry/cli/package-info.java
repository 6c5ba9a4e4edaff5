/**
 * The {@code commons} commands, one class each. A command speaks to a running registry through its
 * API, or opens an idle home itself. Exit codes: 0 done; 1 done, but the answer is "no"; 2 could
 * not run.
 */
@NullMarked
package org.commonsregistry.cli;

import org.jspecify.annotations.NullMarked;
