package io.witan.calibration.application;

import io.witan.calibration.domain.Judge;
import io.witan.calibration.domain.Reliability;
import io.witan.calibration.domain.Standing;
import io.witan.calibration.port.Forecasts;
import io.witan.calibration.port.Standings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads how good each judge is, and where scores and outcomes meet. */
@Dependent
public class GetCalibration {
  /** As many as a page shows. */
  private static final int MOST_CHARTS = 12;

  private final Standings standings;
  private final Forecasts forecasts;

  @Inject
  public GetCalibration(Standings standings, Forecasts forecasts) {
    this.standings = standings;
    this.forecasts = forecasts;
  }

  /** A standing, and the samples behind it by tenths of the score. */
  public record Chart(Standing standing, Reliability reliability) {}

  /** Which judges are asked for; what is absent narrows nothing. */
  public record Wanted(Optional<String> purpose, Optional<Judge.Kind> kind, Optional<String> name) {

    private boolean holds(Standing standing) {
      return kind.map(standing.judge().kind()::equals).orElse(true)
          && name.map(standing.judge().name()::equals).orElse(true);
    }
  }

  /** Judges with outcomes, by purpose, kind and name. */
  public List<Standing> get(Wanted wanted) {
    return standings.all(wanted.purpose()).stream().filter(wanted::holds).toList();
  }

  /** The same with what is behind them, those with most samples first, twelve at most. */
  public List<Chart> charts(Wanted wanted) {
    return get(wanted).stream()
        .sorted(Comparator.comparing(standing -> -standing.accepted().of()))
        .limit(MOST_CHARTS)
        .map(this::chart)
        .toList();
  }

  private Chart chart(Standing standing) {
    return new Chart(
        standing,
        Reliability.of(
            forecasts.samples(standing.purpose(), standing.judge(), Standing.MOST_SAMPLES)));
  }
}
