package io.witan.calibration.port;

import io.witan.calibration.domain.Judge;
import io.witan.calibration.domain.Standing;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps how good each judge is for each purpose. */
public interface Standings {

  /**
   * Keeps others from working out the same standing until the transaction ends.
   *
   * @param judges locked in one order, so that no two wait for each other
   */
  void lock(String purpose, Collection<Judge> judges);

  /** Keeps it in the place of what was known before; needs the lock. */
  void save(Standing standing);

  /** What is known of judges for a purpose; who has no standing is left out. */
  List<Standing> of(String purpose, Collection<Judge> judges);

  /**
   * All, by purpose, kind and name.
   *
   * @param purpose absent for all
   */
  List<Standing> all(Optional<String> purpose);
}
