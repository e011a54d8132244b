/**
 * Predictions, outcomes, and the arithmetic between them.
 *
 * <p>Everything here is a value and a pure function; equal samples give equal numbers. It refuses
 * randomness, clocks and storage.
 */
package io.witan.calibration.domain;
