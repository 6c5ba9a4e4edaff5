/**
 * What every HTTP answer has in common: problems as RFC 9457, content negotiation by Accept and by
 * suffix, entity tags, cursors and links. Features own their routes and their meaning.
 */
@NullMarked
package org.commonsregistry.http;

import org.jspecify.annotations.NullMarked;
