/**
 * What calibration needs: a place for forecasts and standings, and a look at deliberations that are
 * completed.
 */
package io.witan.calibration.port;
