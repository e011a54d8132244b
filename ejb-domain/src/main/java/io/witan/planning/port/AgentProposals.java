package io.witan.planning.port;

import io.witan.planning.domain.Advice;
import java.util.Optional;

/** Understands what an agent from outside proposes with its feedback. */
public interface AgentProposals {

  /** The advice that a proposal states in the agreed form; empty when it has another form. */
  Optional<Advice> read(String proposal);
}
