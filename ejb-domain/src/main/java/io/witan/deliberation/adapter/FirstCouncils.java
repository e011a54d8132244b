package io.witan.deliberation.adapter;

import io.witan.deliberation.application.CreateCouncil;
import io.witan.deliberation.domain.Council;
import io.witan.deliberation.port.CouncilRepository;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sets up the five usual councils, all or none, with the runner's model. Nothing happens once there
 * is or was any council: what somebody has deleted does not come back.
 */
@Dependent
public class FirstCouncils {
  private static final Logger LOG = Logger.getLogger(FirstCouncils.class.getName());
  private static final List<Role> USUAL =
      List.of(Role.DEVELOPER, Role.QA, Role.ARCHITECT, Role.DEVOPS, Role.DATA);

  private final Transactions transactions;
  private final CouncilRepository councils;
  private final CreateCouncil createCouncil;

  @Inject
  public FirstCouncils(
      Transactions transactions, CouncilRepository councils, CreateCouncil createCouncil) {
    this.transactions = transactions;
    this.councils = councils;
    this.createCouncil = createCouncil;
  }

  /** Safe to repeat, and from several replicas. */
  public void prepare() {
    if (councils.isEmpty()) {
      transactions
          .run(Command.by(Actor.system()), this::createAll)
          .fold(
              many -> log("created the councils of {0} roles", many),
              refusal -> log("another process creates the councils: {0}", refusal.message()));
    }
  }

  private Outcome<Integer> createAll() {
    Outcome<Integer> created = Outcome.done(0);
    for (Role role : USUAL) {
      created = created.then(many -> create(role).map(council -> many + 1));
    }
    return created;
  }

  private Outcome<Council> create(Role role) {
    return createCouncil.create(Command.by(Actor.system()), role, OptionalInt.empty(), "");
  }

  private static Void log(String message, Object detail) {
    LOG.log(Level.INFO, message, detail);
    return null;
  }
}
