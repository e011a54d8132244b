package io.witan.calibration.application;

import io.witan.calibration.domain.Decision;
import io.witan.calibration.domain.Forecast;
import io.witan.calibration.domain.Judge;
import io.witan.calibration.domain.Prediction;
import io.witan.calibration.domain.Standing;
import io.witan.calibration.domain.WorkStep;
import io.witan.calibration.port.Forecasts;
import io.witan.calibration.port.Standings;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Brings the outcomes of deliberations to what their judges had said, and works out anew how good
 * these are, in one transaction.
 *
 * <p>An outcome may come before the end of the deliberation is heard of: then the forecast is read
 * here. A result of which no forecast is made changes nothing.
 */
@Dependent
public class SettleForecast {
  private final Transactions transactions;
  private final KeepForecast keepForecast;
  private final Forecasts forecasts;
  private final Standings standings;
  private final Clock clock;

  @Inject
  public SettleForecast(
      Transactions transactions,
      KeepForecast keepForecast,
      Forecasts forecasts,
      Standings standings,
      Clock clock) {
    this.transactions = transactions;
    this.keepForecast = keepForecast;
    this.forecasts = forecasts;
    this.standings = standings;
    this.clock = clock;
  }

  /**
   * Settles those that came to a decision.
   *
   * @return those that it changed something for
   */
  public Outcome<List<Forecast>> settle(
      Command command, Collection<DeliberationId> deliberations, Decision decision) {
    return settle(command, deliberations, forecast -> Optional.of(decision));
  }

  /**
   * Settles what a word at a gate decides.
   *
   * @param task whose gate it is; councils that were about something else do not count
   * @param deliberations whose work or word the task holds, as it says itself
   */
  public Outcome<List<Forecast>> settle(
      Command command, TaskId task, Collection<DeliberationId> deliberations, WorkStep step) {
    return settle(
        command,
        deliberations,
        forecast ->
            step.on(forecast.matter().purpose())
                .filter(decision -> forecast.subject().equals(task.value())));
  }

  /** The work on a task is thrown away: what was accepted is not any more. */
  public Outcome<List<Forecast>> revert(Command command, TaskId task) {
    return transactions.run(
        command,
        () -> settle(command, forecasts.acceptedAbout(task.value()), Decision.TURNED_DOWN));
  }

  private Outcome<List<Forecast>> settle(
      Command command,
      Collection<DeliberationId> deliberations,
      Function<Forecast, Optional<Decision>> decisions) {
    return transactions.run(
        command,
        () -> {
          Instant now = clock.instant();
          List<Forecast> settled =
              deliberations.stream()
                  .distinct()
                  .sorted((one, other) -> one.value().compareTo(other.value()))
                  .flatMap(id -> locked(command, id).stream())
                  .flatMap(
                      forecast ->
                          decisions.apply(forecast).flatMap(it -> forecast.after(it, now)).stream())
                  .toList();
          settled.forEach(this::save);
          return Outcome.done(settled);
        });
  }

  private Optional<Forecast> locked(Command command, DeliberationId id) {
    return forecasts
        .lock(id)
        .or(
            () ->
                keepForecast
                    .keep(command, id)
                    .fold(kept -> forecasts.lock(id), refusal -> Optional.empty()));
  }

  private void save(Forecast settled) {
    String purpose = settled.matter().purpose();
    List<Judge> judges = settled.predictions().stream().map(Prediction::judge).toList();
    forecasts.settle(settled);
    standings.lock(purpose, judges);
    judges.forEach(
        judge ->
            standings.save(
                Standing.of(
                    purpose, judge, forecasts.samples(purpose, judge, Standing.MOST_SAMPLES))));
  }
}
