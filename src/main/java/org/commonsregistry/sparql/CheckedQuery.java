package org.commonsregistry.sparql;

import org.apache.jena.query.Query;

/**
 * A query that the policy let pass.
 *
 * @param changing whether its answer differs from call to call on the same data (NOW, RAND, UUID
 *     ...)
 */
record CheckedQuery(Query query, boolean changing) {}
