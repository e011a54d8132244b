package io.witan.ledger.port;

import java.time.Duration;
import java.util.Optional;

/** How the sending of events goes, for health checks and metrics. */
public interface RelayStatus {

  /** What was known at the last look, a few seconds ago at most while the relay runs. */
  State state();

  /**
   * One look at the relay of this process.
   *
   * @param connected whether NATS can be reached from here
   * @param active whether this process is the one that sends
   * @param epoch the number of the lease that this process holds or held last; 0 before the first
   * @param backlog how many events wait
   * @param full whether so many wait that new changes are refused
   * @param parked how many events cannot be sent at all, until somebody mends the reason
   * @param lag how long the oldest waiting event has waited
   * @param lastError what went wrong last, absent once sending works again
   */
  record State(
      boolean connected,
      boolean active,
      long epoch,
      long backlog,
      boolean full,
      long parked,
      Duration lag,
      Optional<String> lastError) {}
}
