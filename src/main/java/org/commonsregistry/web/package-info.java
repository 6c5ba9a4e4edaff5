/**
 * Every HTML page, one class per page; templates are in {@code frontend/templates}, words in {@code
 * frontend/messages}. Pages work without scripts, keep their state in the address and follow WCAG
 * 2.2 AA. What is shown belongs to the features below; their data interfaces are not here.
 */
@NullMarked
package org.commonsregistry.web;

import org.jspecify.annotations.NullMarked;
