package io.witan.deliberation.domain;

import io.witan.shared.Role;
import java.util.Optional;

/** What agents from outside are asked in tests. */
public final class Questions {
  public static final AgentId AGENT = new AgentId("agent-qa-outside");

  /** A proposal on story S-1. */
  public static final Question QUESTION =
      new Question(
          AGENT,
          Role.QA,
          TurnKind.PROPOSE,
          Purpose.PLAN,
          Subject.story("S-1"),
          Optional.of("S-1"),
          3,
          "You are an agent.",
          "Make a plan.",
          "plan_proposal",
          "{}",
          500);

  private Questions() {}
}
