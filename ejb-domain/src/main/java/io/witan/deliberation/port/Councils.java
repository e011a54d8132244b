package io.witan.deliberation.port;

import io.witan.deliberation.domain.Agent;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import java.util.List;

/** Says who deliberates when nobody was named. */
public interface Councils {

  /** The agents of one role, or a refusal when it has no council. */
  Outcome<List<Agent>> of(Role role);
}
