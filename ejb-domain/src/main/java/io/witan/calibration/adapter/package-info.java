/**
 * Forecasts and standings on Neo4j, the handlers of the events that bring outcomes, and what the
 * deliberation gets to know of its judges.
 *
 * <p>Nobody depends on it: CDI puts it behind the ports.
 */
package io.witan.calibration.adapter;
