/**
 * Terms under which data may be used. Statements in seven layers that are never merged, weighed
 * into one answer with its duties and the chain of statements behind it; uses, parties and duties;
 * what licence families grant; what holds for data made from others. Licences are recognised in
 * {@code terms.licence}, signals read in {@code terms.preference}, ODRL spoken in {@code
 * terms.odrl}, offers kept in {@code terms.offer}. Which statements there are about a dataset, and
 * what is commons, is left to others. Nothing here is legal advice: where law is unsettled an
 * answer carries a flag.
 */
@NullMarked
package org.commonsregistry.terms;

import org.jspecify.annotations.NullMarked;
