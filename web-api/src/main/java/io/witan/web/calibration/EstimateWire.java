package io.witan.web.calibration;

import io.witan.calibration.domain.Estimate;
import io.witan.calibration.domain.Proportion;

/**
 * A value, and where it lies with a confidence of 95%.
 *
 * @param low of the interval
 * @param high of the interval
 */
public record EstimateWire(double value, double low, double high) {

  static EstimateWire from(Estimate estimate) {
    return new EstimateWire(
        estimate.value(), estimate.interval().low(), estimate.interval().high());
  }

  static EstimateWire from(Proportion share) {
    return from(new Estimate(share.rate(), share.interval()));
  }
}
