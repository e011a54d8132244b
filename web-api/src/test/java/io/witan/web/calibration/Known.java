package io.witan.web.calibration;

import io.witan.calibration.domain.Dominance;
import io.witan.calibration.domain.Forecast;
import io.witan.calibration.domain.Judge;
import io.witan.calibration.domain.Matter;
import io.witan.calibration.domain.Sample;
import io.witan.calibration.domain.Standing;
import io.witan.calibration.port.Forecasts;
import io.witan.calibration.port.Standings;
import io.witan.deliberation.domain.DeliberationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What calibration knows in a test; nothing is written here. */
final class Known implements Standings, Forecasts {
  final List<Standing> standings = new ArrayList<>();
  final List<Dominance> matters = new ArrayList<>();
  final List<Sample> samples = new ArrayList<>();

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("nothing is written here");
  }

  @Override
  public void lock(String purpose, Collection<Judge> judges) {
    throw readOnly();
  }

  @Override
  public void save(Standing standing) {
    throw readOnly();
  }

  @Override
  public List<Standing> of(String purpose, Collection<Judge> judges) {
    return all(Optional.of(purpose)).stream()
        .filter(standing -> judges.contains(standing.judge()))
        .toList();
  }

  @Override
  public List<Standing> all(Optional<String> purpose) {
    return standings.stream()
        .filter(standing -> purpose.map(standing.purpose()::equals).orElse(true))
        .toList();
  }

  @Override
  public void keep(Forecast forecast) {
    throw readOnly();
  }

  @Override
  public Optional<Forecast> find(DeliberationId deliberation) {
    return Optional.empty();
  }

  @Override
  public Optional<Forecast> lock(DeliberationId deliberation) {
    throw readOnly();
  }

  @Override
  public void settle(Forecast settled) {
    throw readOnly();
  }

  @Override
  public List<DeliberationId> acceptedAbout(String subject) {
    return List.of();
  }

  @Override
  public List<Sample> samples(String purpose, Judge judge, int most) {
    return samples;
  }

  @Override
  public List<Dominance> dominance() {
    return matters;
  }

  @Override
  public Dominance dominance(Matter matter) {
    return new Dominance(matter, Map.of());
  }
}
