package io.witan.testing;

import io.witan.calibration.domain.Dominance;
import io.witan.calibration.domain.Forecast;
import io.witan.calibration.domain.Judge;
import io.witan.calibration.domain.Matter;
import io.witan.calibration.domain.Mode;
import io.witan.calibration.domain.Proportion;
import io.witan.calibration.domain.Sample;
import io.witan.calibration.domain.Tally;
import io.witan.calibration.port.Forecasts;
import io.witan.deliberation.domain.DeliberationId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Forecasts in memory. */
public final class MemoryForecasts implements Forecasts {
  private final Map<DeliberationId, Forecast> kept = new ConcurrentHashMap<>();
  private final MemoryTransactions transactions;

  public MemoryForecasts(MemoryTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void keep(Forecast forecast) {
    transactions.mustRun();
    if (kept.putIfAbsent(forecast.deliberation(), forecast) == null) {
      transactions.undone(() -> kept.remove(forecast.deliberation()));
    }
  }

  @Override
  public Optional<Forecast> find(DeliberationId deliberation) {
    return Optional.ofNullable(kept.get(deliberation));
  }

  @Override
  public Optional<Forecast> lock(DeliberationId deliberation) {
    transactions.lock(deliberation);
    return find(deliberation);
  }

  @Override
  public void settle(Forecast settled) {
    Forecast before = kept.put(settled.deliberation(), settled);
    transactions.undone(() -> kept.put(settled.deliberation(), before));
  }

  private Stream<Forecast> settled() {
    return kept.values().stream().filter(forecast -> forecast.settled().isPresent());
  }

  private static boolean isAccepted(Forecast forecast) {
    return forecast.settled().orElseThrow().acceptance().isAccepted();
  }

  @Override
  public List<DeliberationId> acceptedAbout(String subject) {
    return settled()
        .filter(forecast -> forecast.subject().equals(subject) && isAccepted(forecast))
        .map(Forecast::deliberation)
        .sorted(Comparator.comparing(DeliberationId::value))
        .toList();
  }

  @Override
  public List<Sample> samples(String purpose, Judge judge, int most) {
    return settled()
        .filter(forecast -> forecast.matter().purpose().equals(purpose))
        .sorted(
            Comparator.comparing(
                (Forecast forecast) -> forecast.settled().orElseThrow().at(),
                Comparator.reverseOrder()))
        .flatMap(
            forecast ->
                forecast.predictions().stream()
                    .filter(one -> one.judge().equals(judge))
                    .map(one -> new Sample(one.score(), isAccepted(forecast))))
        .limit(most)
        .toList();
  }

  @Override
  public List<Dominance> dominance() {
    return settled()
        .map(Forecast::matter)
        .distinct()
        .sorted(Comparator.comparing(Matter::purpose).thenComparing(it -> it.role().wire()))
        .map(this::dominance)
        .toList();
  }

  @Override
  public Dominance dominance(Matter matter) {
    Map<Mode, List<Forecast>> byMode =
        settled()
            .filter(forecast -> forecast.matter().equals(matter))
            .collect(Collectors.groupingBy(Forecast::mode));
    return new Dominance(
        matter,
        byMode.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> tally(entry.getValue()))));
  }

  private static Tally tally(List<Forecast> forecasts) {
    return new Tally(
        new Proportion(
            forecasts.stream().filter(MemoryForecasts::isAccepted).count(), forecasts.size()),
        forecasts.stream().mapToLong(Forecast::tokens).average().orElseThrow());
  }
}
