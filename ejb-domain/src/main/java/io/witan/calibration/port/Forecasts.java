package io.witan.calibration.port;

import io.witan.calibration.domain.Dominance;
import io.witan.calibration.domain.Forecast;
import io.witan.calibration.domain.Judge;
import io.witan.calibration.domain.Matter;
import io.witan.calibration.domain.Sample;
import io.witan.deliberation.domain.DeliberationId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps forecasts. They are told by deliberations and decisions, which have audit chains of their
 * own, so they have none.
 */
public interface Forecasts {

  /** Keeps an open one, unless there is one of that deliberation; needs a transaction. */
  void keep(Forecast forecast);

  Optional<Forecast> find(DeliberationId deliberation);

  /** Reads it and keeps others from settling it until the transaction ends. */
  Optional<Forecast> lock(DeliberationId deliberation);

  /** Keeps what became of one that was locked. */
  void settle(Forecast settled);

  /** Those about a subject whose result stands accepted. */
  List<DeliberationId> acceptedAbout(String subject);

  /** What a judge said for a purpose, and what came of it; the latest first, at most so many. */
  List<Sample> samples(String purpose, Judge judge, int most);

  /** What each mode has brought, in all matters with outcomes, by purpose and role. */
  List<Dominance> dominance();

  /** The same in one matter. */
  Dominance dominance(Matter matter);
}
