package io.witan.planning.port;

import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.planning.domain.PlanContent;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;

/** The council that thinks about plans; the deliberation context convenes it. */
public interface PlanningCouncil {

  /**
   * Has a council deliberate on a plan for the story; the open one, if there is one, whatever is
   * wished.
   *
   * @param wish which of the usual rules are to be otherwise
   * @return the id of the deliberation
   */
  Outcome<String> convene(Command command, Story story, Wish wish);

  /**
   * Has a council deliberate on a plan for the story anew, with what was decided meanwhile: an open
   * deliberation, which does not know of it, is cancelled. Part of the running transaction.
   *
   * @return the id of the new deliberation
   */
  Outcome<String> reconvene(Command command, Story story);

  /**
   * Cancels the open deliberations about a story and its tasks; part of the running transaction.
   */
  void dismiss(Command command, StoryId story);

  /** Cancels the open deliberations about a task; part of the running transaction. */
  void dismiss(Command command, StoryId story, TaskId task);

  /** What a completed deliberation on a plan decided. */
  Outcome<Verdict> verdict(String deliberation);

  /** The winning plan, and for which story. */
  record Verdict(StoryId story, PlanContent content) {}
}
