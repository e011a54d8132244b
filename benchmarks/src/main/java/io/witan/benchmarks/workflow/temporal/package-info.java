/**
 * The other side: a workflow of Temporal for each task, an Update for each step, by the same table.
 * Its development server, a worker and the client have a process each.
 */
package io.witan.benchmarks.workflow.temporal;
