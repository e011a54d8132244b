package io.witan.deliberation.application;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.TurnSlot;
import io.witan.deliberation.port.DrivingLeases;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Drives a deliberation to its end: takes the turns that are missing, phase by phase, and records
 * each as soon as it is there.
 *
 * <p>Whatever was recorded before is not asked again. The calling thread is busy until the end; the
 * turns of one phase run side by side.
 */
@Dependent
public class RunDeliberation {
  private final DrivingLeases leases;
  private final Phases phases;
  private final TurnRecorder recorder;

  @Inject
  public RunDeliberation(DrivingLeases leases, Phases phases, TurnRecorder recorder) {
    this.leases = leases;
    this.phases = phases;
    this.recorder = recorder;
  }

  /**
   * Drives it, unless another process does or it has ended.
   *
   * @return how it ended; empty when this call had nothing to do
   * @throws InterruptedException when the process is told to stop; nothing recorded is lost
   */
  public Optional<Deliberation> run(DeliberationId id) throws InterruptedException {
    Optional<DrivingLeases.Taken> taken = leases.acquire(id);
    if (taken.isEmpty()) {
      return Optional.empty();
    }
    Optional<Deliberation> ended = Optional.empty();
    try {
      ended = Optional.of(drive(taken.get().deliberation(), taken.get().drives() > 0));
      return ended;
    } finally {
      if (ended.isEmpty()) {
        // One that has ended is given to nobody, lease or not.
        release(id);
      }
    }
  }

  /**
   * Also when this thread is told to stop, which would interrupt the giving back, too: nobody could
   * go on until the lease has lapsed.
   */
  private void release(DeliberationId id) {
    boolean stopping = Thread.interrupted();
    try {
      leases.release(id);
    } finally {
      if (stopping) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Deliberation drive(Deliberation deliberation, boolean again) throws InterruptedException {
    Deliberation current = deliberation;
    boolean left = again;
    while (current.isOpen()) {
      List<TurnSlot> next = current.next();
      if (next.isEmpty()) {
        current = recorder.conclude(current);
      } else {
        current = left ? phases.takeAgain(current, next) : phases.take(current, next);
      }
      left = false;
    }
    return current;
  }
}
