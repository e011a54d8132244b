package io.witan.calibration.application;

import io.witan.calibration.domain.Judge;
import io.witan.calibration.domain.Reliability;
import io.witan.calibration.domain.Standing;
import io.witan.calibration.port.Forecasts;
import io.witan.calibration.port.Standings;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Reads how good each judge is, and where scores and outcomes meet. */
@Dependent
public class GetCalibration {
  private final Standings standings;
  private final Forecasts forecasts;

  @Inject
  public GetCalibration(Standings standings, Forecasts forecasts) {
    this.standings = standings;
    this.forecasts = forecasts;
  }

  /** A standing, and the samples behind it by tenths of the score. */
  public record Chart(Standing standing, Reliability reliability) {}

  /**
   * All judges with outcomes.
   *
   * @param purpose absent for all
   */
  public List<Standing> get(Optional<String> purpose) {
    return standings.all(purpose);
  }

  /** One judge for one purpose. */
  public Outcome<Chart> chart(String purpose, Judge judge) {
    return Outcome.found(
            "standing",
            "%s for %s".formatted(judge.name(), purpose),
            standings.of(purpose, List.of(judge)).stream().findFirst())
        .map(
            standing ->
                new Chart(
                    standing,
                    Reliability.of(forecasts.samples(purpose, judge, Standing.MOST_SAMPLES))));
  }
}
