package io.witan.testing;

import io.witan.planning.application.ReadinessGate;
import io.witan.planning.domain.ReadinessJudge;
import io.witan.planning.port.ReadinessPolicy;

/** Gates to PLANNED for tests. */
public final class Gates {
  private Gates() {}

  /** As it is unless settings say otherwise. */
  public static ReadinessGate byRules() {
    return by(ReadinessJudge.RULES, new Memory());
  }

  /** With some judge, who knows what is kept there. */
  public static ReadinessGate by(ReadinessJudge judge, Memory memory) {
    return new ReadinessGate(memory.judgements, new ReadinessPolicy(judge));
  }
}
