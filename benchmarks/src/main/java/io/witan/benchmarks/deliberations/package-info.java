/** How much a deliberation takes beyond the time of the model, and how many there can be. */
package io.witan.benchmarks.deliberations;
