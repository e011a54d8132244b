package io.witan.deliberation.application;

import io.witan.deliberation.domain.Council;
import io.witan.deliberation.port.CouncilRepository;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Lists the councils, and says which of them are at work. */
@Dependent
public class ListCouncils {
  private final CouncilRepository councils;
  private final DeliberationRepository deliberations;

  @Inject
  public ListCouncils(CouncilRepository councils, DeliberationRepository deliberations) {
    this.councils = councils;
    this.deliberations = deliberations;
  }

  /** All there are, by name; at most one for each role. */
  public List<Council> list() {
    return councils.all();
  }

  /** The roles whose agents sit in a deliberation that is open. */
  public Set<Role> atWork() {
    return deliberations.rolesAtWork();
  }
}
