/**
 * Starts Neo4j Community in a process of its own, reachable over Bolt on loopback only.
 *
 * <p>Owns the server's settings, its first password and the lock on its home folder. Knows nothing
 * of Witan's data. Neo4j Community is under the GPLv3, so the running binary of this module is too:
 * no other module may have it on its class path; they speak to it over Bolt.
 */
package io.witan.graph;
