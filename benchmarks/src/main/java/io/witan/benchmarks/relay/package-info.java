/** How long an event takes from its commit into the stream, and how fast a full outbox empties. */
package io.witan.benchmarks.relay;
