/**
 * Load on one machine: some clients call one action as fast as it answers, for a bounded time, and
 * what that says in numbers. Knows nothing of Witan.
 */
package io.witan.benchmarks.load;
