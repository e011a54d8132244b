package io.witan.planning.port;

import io.witan.planning.domain.Advice;
import io.witan.planning.domain.ReviewTicket;
import io.witan.planning.domain.Story;
import io.witan.shared.Command;
import io.witan.shared.Outcome;

/** The councils that review stories; the deliberation context convenes them. */
public interface ReviewCouncil {

  /**
   * Has a council of the ticket's role deliberate on the story.
   *
   * @return the id of the deliberation
   */
  Outcome<String> convene(Command command, ReviewTicket ticket, Story story);

  /** What came of a deliberation; refused while it is open. */
  Outcome<Answer> answer(String deliberation);

  /** Ends a deliberation that nobody waits for any more; one that has ended stays as it is. */
  void dismiss(Command command, String deliberation);

  /** What came of a deliberation. */
  sealed interface Answer {

    /**
     * The council has an opinion.
     *
     * @param author the agent whose proposal won
     */
    record Given(String author, String feedback, Advice advice) implements Answer {}

    /** It has none. */
    record Failed(String reason) implements Answer {}
  }
}
