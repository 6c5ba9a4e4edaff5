/**
 * ODRL 2.2 (https://www.w3.org/TR/odrl-model/) as far as this registry speaks it: a policy is read
 * from RDF, evaluated for an attempt in a state of the world, and turned into a use matrix; a
 * matrix is written as a policy. The profile is {@code ontology/odrl-profile.ttl}. What is outside
 * of the subset makes an answer unknown, never permitted. Offers are in {@code terms.offer}.
 */
@NullMarked
package org.commonsregistry.terms.odrl;

import org.jspecify.annotations.NullMarked;
