/**
 * What is measured: a stack in a home of its own on free ports, a graph server beside it, and the
 * clients to talk to them. Everything is on 127.0.0.1 and ends with the benchmark.
 */
package io.witan.benchmarks.stack;
