package io.witan.deliberation.port;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Purpose;
import java.util.List;

/** Says who deliberates when nobody was named. */
public interface Councils {

  List<Agent> of(Purpose purpose);
}
