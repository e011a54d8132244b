/**
 * How the adapters reach Neo4j: the connection pool, one transaction per thread, Cypher with named
 * parameters, schema migrations.
 *
 * <p>It owns no node and no label. Only packages named {@code adapter} may depend on it; it depends
 * on nothing but the kernel.
 */
package io.witan.neo4j;
