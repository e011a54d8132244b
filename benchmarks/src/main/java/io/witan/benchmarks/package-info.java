/**
 * Benchmarks: what a stack of Witan does on this machine, beside what the machine could do without
 * it. Asserts nothing about time; nothing depends on it.
 */
package io.witan.benchmarks;
