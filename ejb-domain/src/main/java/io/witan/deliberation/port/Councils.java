package io.witan.deliberation.port;

import io.witan.deliberation.domain.Agent;
import io.witan.shared.Role;
import java.util.List;

/** Says who deliberates when nobody was named. */
public interface Councils {

  /** The agents of one role. */
  List<Agent> of(Role role);
}
