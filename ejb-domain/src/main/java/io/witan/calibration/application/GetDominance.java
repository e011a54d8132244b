package io.witan.calibration.application;

import io.witan.calibration.domain.Dominance;
import io.witan.calibration.port.Forecasts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Reads where councils are worth their tokens. */
@Dependent
public class GetDominance {
  private final Forecasts forecasts;

  @Inject
  public GetDominance(Forecasts forecasts) {
    this.forecasts = forecasts;
  }

  /** Every matter with outcomes, by purpose and role. */
  public List<Dominance> get() {
    return forecasts.dominance();
  }
}
