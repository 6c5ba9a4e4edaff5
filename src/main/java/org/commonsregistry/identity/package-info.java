/**
 * Who may do what: today the operator token that {@code serve} leaves in the home, and the guard
 * that lets nobody write without one. Accounts, roles and communities come with governance.
 */
@NullMarked
package org.commonsregistry.identity;

import org.jspecify.annotations.NullMarked;
