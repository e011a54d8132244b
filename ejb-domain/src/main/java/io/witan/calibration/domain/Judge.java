package io.witan.calibration.domain;

import io.witan.deliberation.domain.AgentId;
import io.witan.shared.Role;
import io.witan.shared.Text;
import java.util.Locale;
import java.util.Objects;

/**
 * Whose word is weighed. An agent that speaks with another model is another judge.
 *
 * @param name unique among those of its kind
 */
public record Judge(Kind kind, String name) {
  private static final int LONGEST_NAME = 400;

  /** What can be a judge. */
  public enum Kind {
    /** One agent with one model. */
    AGENT,
    /** All agents with one model. */
    MODEL,
    /** A council as a whole, by the score that its ranking ends with. */
    COUNCIL;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Judge {
    Objects.requireNonNull(kind, "kind");
    name = Text.required("name", name, LONGEST_NAME);
  }

  public static Judge agent(AgentId agent, String model) {
    return new Judge(Kind.AGENT, agent + " with " + model);
  }

  public static Judge model(String model) {
    return new Judge(Kind.MODEL, model);
  }

  public static Judge council(Role role) {
    return new Judge(Kind.COUNCIL, role.wire());
  }
}
