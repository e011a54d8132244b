package io.witan.deliberation.port;

import io.witan.deliberation.domain.DeliberationId;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Who drives a deliberation: at most one process, for as long as it says so again and again.
 *
 * <p>A process that dies or hangs loses its lease by time. Should it come back, what it brings is
 * refused by the deliberation itself, as those turns are taken.
 */
public interface DrivingLeases {

  /**
   * Takes the lease for this process.
   *
   * @return how often it was driven before; empty when another holds the lease or the deliberation
   *     has ended
   */
  OptionalInt acquire(DeliberationId id);

  /** Prolongs the leases that this process holds. */
  void renew(Set<DeliberationId> ids);

  /** Gives the lease back, if this process still holds it. */
  void release(DeliberationId id);

  /** Open deliberations that nobody drives, oldest first. */
  List<DeliberationId> abandoned(int most);
}
