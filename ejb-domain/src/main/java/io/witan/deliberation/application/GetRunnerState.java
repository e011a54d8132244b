package io.witan.deliberation.application;

import io.witan.deliberation.port.RunnerState;
import io.witan.deliberation.port.TurnRunner;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Shows how the configured runner is and how full its clusters are; for those who run Witan. */
@Dependent
public class GetRunnerState {
  private final TurnRunner runner;

  @Inject
  public GetRunnerState(TurnRunner runner) {
    this.runner = runner;
  }

  public Outcome<RunnerState> get(Actor actor) {
    return Command.by(actor)
        .allowed("see the runner", Role.DEVOPS, Role.ADMIN)
        .map(reader -> runner.look().toCompletableFuture().join());
  }
}
