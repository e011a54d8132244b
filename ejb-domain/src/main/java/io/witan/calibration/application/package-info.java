/**
 * What can be done with forecasts: keep them, settle them, and read what they amount to.
 *
 * <p>Each public class is one use case. It refuses JSON, HTTP and storage details.
 */
package io.witan.calibration.application;
