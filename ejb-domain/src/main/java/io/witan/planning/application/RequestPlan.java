package io.witan.planning.application;

import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.planning.port.PlanningCouncil;
import io.witan.planning.port.StoryRepository;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Has a council think about how to build a story. */
@Dependent
public class RequestPlan {
  private final Transactions transactions;
  private final StoryRepository stories;
  private final PlanningCouncil council;

  @Inject
  public RequestPlan(Transactions transactions, StoryRepository stories, PlanningCouncil council) {
    this.transactions = transactions;
    this.stories = stories;
    this.council = council;
  }

  /**
   * Starts a deliberation, or answers the open one of the story.
   *
   * @param wish which of the usual rules are to be otherwise, where one is started
   * @return the id of the deliberation
   */
  public Outcome<String> request(Command command, StoryId id, Wish wish) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("have a story planned", Role.PO)
                .then(actor -> Outcome.found("story", id, stories.find(id)))
                .then(story -> command.fresh(story, "story " + id, story.version()))
                .then(RequestPlan::plannable)
                .then(story -> council.convene(command, story, wish)));
  }

  private static Outcome<Story> plannable(Story story) {
    return story.writable().then(RequestPlan::inPlanning);
  }

  private static Outcome<Story> inPlanning(Story story) {
    if (story.state() == StoryState.READY_FOR_PLANNING) {
      return Outcome.done(story);
    }
    return Outcome.refused(
        Refusal.of(
            Refusal.Code.ILLEGAL_TRANSITION,
            "story %s cannot be planned while %s; legal: READY_FOR_PLANNING"
                .formatted(story.id(), story.state())));
  }
}
