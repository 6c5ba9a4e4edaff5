/**
 * The registry's ontology at work: names of its terms, SHACL validation of what comes in and what
 * goes out (https://www.w3.org/TR/shacl/), and the served vocabulary. The files themselves are in
 * the folder ontology.
 */
@NullMarked
package org.commonsregistry.vocabulary;

import org.jspecify.annotations.NullMarked;
