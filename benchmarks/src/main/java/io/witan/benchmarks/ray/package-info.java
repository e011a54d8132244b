/**
 * What Ray costs and what it bears: turns over Ray beside turns straight to the same vLLM,
 * deliberations over more and more actors, start and memory of each process.
 */
package io.witan.benchmarks.ray;
