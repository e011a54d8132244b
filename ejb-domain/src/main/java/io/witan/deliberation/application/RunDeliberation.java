package io.witan.deliberation.application;

import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.DrivingLeases;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Drives a deliberation to its end: takes the turns that are missing, phase by phase, and records
 * each as soon as it is there.
 *
 * <p>Whatever was recorded before is not asked again. The calling thread is busy until the end; the
 * turns of one phase run side by side.
 */
@Dependent
public class RunDeliberation {
  private final DeliberationRepository deliberations;
  private final DrivingLeases leases;
  private final Phases phases;
  private final TurnRecorder recorder;

  @Inject
  public RunDeliberation(
      DeliberationRepository deliberations,
      DrivingLeases leases,
      Phases phases,
      TurnRecorder recorder) {
    this.deliberations = deliberations;
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
    OptionalInt drives = leases.acquire(id);
    if (drives.isEmpty()) {
      return Optional.empty();
    }
    Optional<Deliberation> ended = Optional.empty();
    try {
      Optional<Deliberation> found = deliberations.find(id);
      if (found.isPresent()) {
        ended = Optional.of(drive(found.get(), drives.getAsInt() > 0));
      }
      return ended;
    } finally {
      if (ended.isEmpty()) {
        // One that has ended is given to nobody, lease or not.
        leases.release(id);
      }
    }
  }

  private Deliberation drive(Deliberation deliberation, boolean again) throws InterruptedException {
    Deliberation current = deliberation;
    if (again && !current.next().isEmpty()) {
      current = phases.takeAgain(current);
    }
    while (current.isOpen()) {
      current = current.next().isEmpty() ? recorder.conclude(current) : phases.take(current);
    }
    return current;
  }
}
