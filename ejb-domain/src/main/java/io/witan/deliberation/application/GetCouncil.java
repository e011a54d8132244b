package io.witan.deliberation.application;

import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.CouncilId;
import io.witan.deliberation.port.CouncilRepository;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Reads the council of a role. */
@Dependent
public class GetCouncil {
  private final CouncilRepository councils;

  @Inject
  public GetCouncil(CouncilRepository councils) {
    this.councils = councils;
  }

  /** The council, or a refusal when the role has none. */
  public Outcome<Council> get(Role role) {
    CouncilId id = CouncilId.of(role);
    return CouncilInUse.found(id, councils.find(id));
  }
}
