package io.witan.deliberation.adapter;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.CouncilId;
import io.witan.deliberation.port.CouncilRepository;
import io.witan.deliberation.port.Councils;
import io.witan.deliberation.port.TurnRunner;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The councils that are kept, with the runner's model for agents that name none. */
@Dependent
public class KeptCouncils implements Councils {
  private final CouncilRepository councils;
  private final TurnRunner runner;

  @Inject
  public KeptCouncils(CouncilRepository councils, TurnRunner runner) {
    this.councils = councils;
    this.runner = runner;
  }

  @Override
  public Outcome<List<Agent>> of(Role role) {
    Optional<Council> council = councils.find(CouncilId.of(role)).filter(found -> !found.deleted());
    return council
        .map(found -> Outcome.done(found.agents(runner.model())))
        .orElseGet(
            () ->
                Outcome.refused(
                    Refusal.of(
                        Refusal.Code.GUARD_FAILED,
                        "there is no council of the role %s: create one first"
                            .formatted(role.wire()))));
  }
}
