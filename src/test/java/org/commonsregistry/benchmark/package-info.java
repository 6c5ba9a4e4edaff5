/**
 * Measurements against peers in the same run; {@code mvn -Pbenchmark verify}. Never part of the
 * ordinary tests.
 */
package org.commonsregistry.benchmark;
