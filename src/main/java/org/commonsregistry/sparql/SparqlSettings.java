package org.commonsregistry.sparql;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import java.time.Duration;

/**
 * The budgets of the endpoint ({@code commons.sparql} in application.yml, where they are explained
 * and have their defaults).
 *
 * @param firstResult how long a query may look for its first row
 * @param total how long a query may run, sending included
 * @param stall how long a client may take nothing of a long answer
 * @param queueWait how long a query may wait for a free place
 * @param bufferBytes up to this size an answer is complete before its first byte is sent
 * @param graphTriples triples of an answer in a form that cannot be streamed
 */
@Context
@ConfigurationProperties("commons.sparql")
public record SparqlSettings(
    Duration firstResult,
    Duration total,
    Duration stall,
    Duration queueWait,
    int concurrent,
    int queue,
    int queryBytes,
    int valuesRows,
    int nesting,
    int bufferBytes,
    long resultBytes,
    long resultRows,
    int graphTriples,
    int literalCharacters) {}
