/**
 * The same change by four ways: bare neo4j-jdbc, the use case in process, REST and gRPC. The first
 * is the measure of the others.
 */
package io.witan.benchmarks.transitions;
