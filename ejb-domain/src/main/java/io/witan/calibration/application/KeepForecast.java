package io.witan.calibration.application;

import io.witan.calibration.domain.Forecast;
import io.witan.calibration.port.CompletedDeliberations;
import io.witan.calibration.port.Forecasts;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Keeps what the judges of a completed deliberation said, to meet its outcome some day. */
@Dependent
public class KeepForecast {
  private final Transactions transactions;
  private final CompletedDeliberations deliberations;
  private final Forecasts forecasts;

  @Inject
  public KeepForecast(
      Transactions transactions, CompletedDeliberations deliberations, Forecasts forecasts) {
    this.transactions = transactions;
    this.deliberations = deliberations;
    this.forecasts = forecasts;
  }

  /**
   * Keeps it, once.
   *
   * @return empty when there is nothing to forecast
   */
  public Outcome<Optional<Forecast>> keep(Command command, DeliberationId deliberation) {
    return transactions.run(
        command,
        () -> {
          Optional<Forecast> forecast = deliberations.forecast(deliberation);
          forecast.ifPresent(forecasts::keep);
          return Outcome.done(forecast);
        });
  }
}
