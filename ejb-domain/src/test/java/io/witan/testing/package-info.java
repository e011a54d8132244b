/**
 * What tests stand on: the ports in memory, and stories, tasks, plans and people to try things
 * with.
 *
 * <p>It owns no test. The fakes keep the promises of their ports and are strict where Neo4j is: a
 * change needs a transaction, and a lock on what exists. Every module's tests may use it; nothing
 * in production may.
 */
package io.witan.testing;
