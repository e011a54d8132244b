package io.witan.deliberation.port;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who drives a deliberation: at most one process, for as long as it says so again and again.
 *
 * <p>A process that dies or hangs loses its lease by time. Should it come back, what it brings is
 * refused by the deliberation itself, as those turns are taken.
 */
public interface DrivingLeases {

  /**
   * A deliberation that this process is to drive.
   *
   * @param deliberation as it was when the lease was taken
   * @param drives how often it was driven before
   */
  record Taken(Deliberation deliberation, int drives) {}

  /**
   * Takes the lease for this process.
   *
   * @return empty when another holds the lease or the deliberation has ended
   */
  Optional<Taken> acquire(DeliberationId id);

  /** Prolongs the leases that this process holds. */
  void renew(Set<DeliberationId> ids);

  /** Gives the lease back, if this process still holds it. */
  void release(DeliberationId id);

  /** Open deliberations that nobody drives, oldest first. */
  List<DeliberationId> abandoned(int most);
}
