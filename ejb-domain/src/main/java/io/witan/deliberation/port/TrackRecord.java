package io.witan.deliberation.port;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.JudgeCalibration;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.Purpose;
import io.witan.shared.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the outcomes of earlier deliberations teach. */
public interface TrackRecord {

  /**
   * What the scores of agents are worth: of the agent itself, else of its model.
   *
   * @return who is absent is to be taken at its word
   */
  Map<AgentId, JudgeCalibration> calibrations(Purpose purpose, List<Agent> agents);

  /**
   * The mode that is worth its tokens; empty while too little is known.
   *
   * @param role of the agents that deliberate
   */
  Optional<Mode> favoured(Purpose purpose, Role role);

  /** Where nothing has come of anything yet. */
  static TrackRecord empty() {
    return new TrackRecord() {
      @Override
      public Map<AgentId, JudgeCalibration> calibrations(Purpose purpose, List<Agent> agents) {
        return Map.of();
      }

      @Override
      public Optional<Mode> favoured(Purpose purpose, Role role) {
        return Optional.empty();
      }
    };
  }
}
