package io.witan.calibration.port;

import io.witan.calibration.domain.Forecast;
import io.witan.deliberation.domain.DeliberationId;
import java.util.Optional;

/** Looks at deliberations that are completed. */
public interface CompletedDeliberations {
  /**
   * What its judges said of the winner; empty for one that is not completed or not known, or whose
   * result can be neither accepted nor rejected.
   */
  Optional<Forecast> forecast(DeliberationId deliberation);
}
