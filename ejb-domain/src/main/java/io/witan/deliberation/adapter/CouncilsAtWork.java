package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.Mandate;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.workflow.domain.GateCouncil;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.GateCouncils;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/**
 * Tells the workflow which councils are at work. A deliberation always ends: whoever drove it may
 * die, another goes on with it. So as long as it is open, its claim is alive.
 */
@Dependent
public class CouncilsAtWork implements GateCouncils {
  private final DeliberationRepository deliberations;

  @Inject
  public CouncilsAtWork(DeliberationRepository deliberations) {
    this.deliberations = deliberations;
  }

  @Override
  public boolean areAtWork(TaskWorkflow held) {
    return GateCouncil.holds(held)
        && held.state()
            .roleInCharge()
            .flatMap(
                gate ->
                    deliberations.openAbout(
                        Subject.task(held.task().value()), Purpose.ofGate(gate)))
            .flatMap(open -> open.charter().mandate())
            .map(Mandate::fencingToken)
            .equals(held.fencingToken());
  }
}
