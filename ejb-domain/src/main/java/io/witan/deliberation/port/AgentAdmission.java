package io.witan.deliberation.port;

import io.witan.deliberation.domain.Manner;
import io.witan.shared.Outcome;

/** Says whether an agent of some manner can be asked here at all. */
public interface AgentAdmission {

  /** The manner, or a refusal that names what is not available: its endpoint or its prompts. */
  Outcome<Manner> admit(Manner manner);
}
