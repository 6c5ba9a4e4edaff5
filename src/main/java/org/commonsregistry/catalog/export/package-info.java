/**
 * What goes out: a dataset's description as DCAT-AP 3.0.1, as the statements themselves (N-Quads,
 * TriG), as Croissant 1.1 and schema.org, over HTTP with FAIR Signposting and Memento (RFC 7089),
 * and the catalogue as pages of RDF and JSON. Says only what the sources say. What is a dataset and
 * what is said about it is left to {@code catalog}, every HTML page to {@code web}.
 */
@NullMarked
package org.commonsregistry.catalog.export;

import org.jspecify.annotations.NullMarked;
