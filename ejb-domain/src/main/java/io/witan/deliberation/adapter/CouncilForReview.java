package io.witan.deliberation.adapter;

import io.witan.deliberation.application.CancelDeliberation;
import io.witan.deliberation.application.GetDeliberation;
import io.witan.deliberation.application.StartDeliberation;
import io.witan.deliberation.application.StartDeliberation.Request;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.ReviewProposal;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.port.Councils;
import io.witan.planning.domain.Advice;
import io.witan.planning.domain.Complexity;
import io.witan.planning.domain.ReviewTask;
import io.witan.planning.domain.ReviewTicket;
import io.witan.planning.domain.Story;
import io.witan.planning.port.ReviewCouncil;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Gives backlog reviews their councils, and translates what they said into planning's words. */
@Dependent
public class CouncilForReview implements ReviewCouncil {
  private final StartDeliberation startDeliberation;
  private final GetDeliberation getDeliberation;
  private final CancelDeliberation cancelDeliberation;
  private final Councils councils;

  @Inject
  public CouncilForReview(
      StartDeliberation startDeliberation,
      GetDeliberation getDeliberation,
      CancelDeliberation cancelDeliberation,
      Councils councils) {
    this.startDeliberation = startDeliberation;
    this.getDeliberation = getDeliberation;
    this.cancelDeliberation = cancelDeliberation;
    this.councils = councils;
  }

  @Override
  public Outcome<String> convene(Command command, ReviewTicket ticket, Story story) {
    return councils
        .of(ticket.role().role())
        .then(agents -> startDeliberation.start(command, request(ticket, story, agents)))
        .map(deliberation -> deliberation.id().value());
  }

  private static Request request(ReviewTicket ticket, Story story, List<Agent> agents) {
    return new Request(
        Purpose.REVIEW,
        Subject.task(ticket.toString()),
        Optional.of(StoryAssignment.of(story)),
        agents);
  }

  @Override
  public Outcome<Answer> answer(String deliberation) {
    return getDeliberation.get(new DeliberationId(deliberation)).then(CouncilForReview::answer);
  }

  private static Outcome<Answer> answer(Deliberation deliberation) {
    if (deliberation.isOpen()) {
      return Outcome.refused(
          Refusal.of(
              Refusal.Code.GUARD_FAILED,
              "deliberation %s has not ended yet".formatted(deliberation.id())));
    }
    return Outcome.done(
        deliberation
            .winner()
            .flatMap(CouncilForReview::given)
            .orElseGet(
                () -> new Answer.Failed(deliberation.failure().orElse("it holds no review"))));
  }

  private static Optional<Answer> given(Ranked winner) {
    return winner.proposal() instanceof ReviewProposal review
        ? Optional.of(new Answer.Given(winner.agent().value(), review.feedback(), advice(review)))
        : Optional.empty();
  }

  private static Advice advice(ReviewProposal review) {
    return new Advice(
        review.tasks().stream()
            .map(task -> new ReviewTask(task.description(), task.reason()))
            .toList(),
        review.acceptanceCriteria(),
        review.recommendations(),
        review.dependencies(),
        Optional.of(Complexity.valueOf(review.complexity())));
  }

  @Override
  public void dismiss(Command command, String deliberation) {
    // Whoever may dismiss a review may end its councils; one that has ended meanwhile stays as it
    // is.
    Outcome<Deliberation> unused =
        cancelDeliberation.cancel(command.onward(), new DeliberationId(deliberation));
  }
}
