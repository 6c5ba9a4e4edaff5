/**
 * The home: the one folder in which a registry keeps everything it must not lose, the lock that
 * keeps two processes from opening it at once, and the {@code run} file through which the command
 * line finds a running server. What lies inside the sub-folders belongs to the packages that own
 * them.
 */
@NullMarked
package org.commonsregistry.home;

import org.jspecify.annotations.NullMarked;
