package io.witan.planning.domain;

import io.witan.shared.InvalidValue;
import io.witan.shared.WireNames;
import java.util.Locale;
import java.util.Optional;

/**
 * Whose word on a story's readiness counts at the gate; the name in the settings is in lower case.
 */
public enum ReadinessJudge {
  /** The rules, which look at the text alone. */
  RULES {
    @Override
    public GateVerdict at(Story story, Optional<ReadinessJudgement> judgement) {
      return GateVerdict.byRules(story);
    }
  },
  /** A council that was asked for its judgement. */
  COUNCIL {
    @Override
    public GateVerdict at(Story story, Optional<ReadinessJudgement> judgement) {
      return GateVerdict.byCouncil(story, judgement);
    }
  },
  /** Both, so that the one that finds more missing decides. */
  LOWER {
    @Override
    public GateVerdict at(Story story, Optional<ReadinessJudgement> judgement) {
      return GateVerdict.byRules(story).orLower(GateVerdict.byCouncil(story, judgement));
    }
  };

  private static final String SETTING = "witan.planning.readiness.judge";

  /**
   * Reads a configured name. MicroProfile Config calls this when the application is deployed, so a
   * wrong name stops the deployment.
   *
   * @throws InvalidValue that lists the names, when there is no such judge
   */
  public static ReadinessJudge of(String name) {
    return WireNames.parse(values(), ReadinessJudge::wire, SETTING, name);
  }

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it says at the gate, given what is known of a council's judgement. */
  public abstract GateVerdict at(Story story, Optional<ReadinessJudgement> judgement);
}
