package io.witan.planning.port;

import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.Readiness;
import io.witan.planning.domain.Story;
import io.witan.shared.Command;
import io.witan.shared.Outcome;

/** The council that judges how ready a story is; the deliberation context convenes it. */
public interface ReadinessCouncil {

  /**
   * Has a council deliberate on the readiness of the story; the open one, if there is one.
   *
   * @return the id of the deliberation
   */
  Outcome<String> convene(Command command, JudgementId judgement, Story story);

  /** What a completed deliberation found; refused when it came to something else. */
  Outcome<Readiness> verdict(String deliberation);
}
