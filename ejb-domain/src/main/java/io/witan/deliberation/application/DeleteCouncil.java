package io.witan.deliberation.application;

import io.witan.deliberation.domain.Council;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Ends the council of a role. Devops and administrators may. */
@Dependent
public class DeleteCouncil {
  private final CouncilDesk desk;

  @Inject
  public DeleteCouncil(CouncilDesk desk) {
    this.desk = desk;
  }

  /**
   * Deletes it.
   *
   * @return the council as it was, with the agents that are gone with it
   */
  public Outcome<Council> delete(Command command, Role role) {
    return desk.change(
            command,
            "delete a council",
            role,
            (council, by, at) -> Outcome.done(council.delete(by, at)))
        .map(CouncilDesk.Changed::before);
  }
}
