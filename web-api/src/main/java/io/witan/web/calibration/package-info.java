/**
 * How good judges are, and whether councils are worth their tokens, over REST: as JSON and as
 * drawings.
 *
 * <p>Nobody depends on it.
 */
package io.witan.web.calibration;
