/**
 * Tasks that walk through their gates: by the use case, by the running stack, and by Temporal.
 * Every step is kept on disk before it is answered.
 */
package io.witan.benchmarks.workflow;
