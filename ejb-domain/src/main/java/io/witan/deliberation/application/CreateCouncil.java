package io.witan.deliberation.application;

import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.CouncilId;
import io.witan.deliberation.port.CouncilPolicy;
import io.witan.deliberation.port.CouncilRepository;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.OptionalInt;

/** Sets up the council of a role. Devops and administrators may. */
@Dependent
public class CreateCouncil {
  private final Transactions transactions;
  private final CouncilRepository councils;
  private final CouncilPolicy policy;
  private final Clock clock;

  @Inject
  public CreateCouncil(
      Transactions transactions, CouncilRepository councils, CouncilPolicy policy, Clock clock) {
    this.transactions = transactions;
    this.councils = councils;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Creates it.
   *
   * @param size 1 to 16 agents; absent means as many as the policy says
   * @param model of all of them; empty means the runner's own
   */
  public Outcome<Council> create(Command command, Role role, OptionalInt size, String model) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("create a council", Role.DEVOPS, Role.ADMIN)
                .then(
                    actor ->
                        Council.create(
                            councils.lock(CouncilId.of(role)),
                            role,
                            size.orElse(policy.agents()),
                            model,
                            actor.id(),
                            clock.instant()))
                .onDone(councils::save)
                .map(Change::after));
  }
}
