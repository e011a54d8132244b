package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Ceremony;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.CeremonyStatus;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.PriorityAdjustment;
import io.witan.planning.domain.ReviewApproval;
import io.witan.planning.domain.ReviewVerdict.Approved;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.port.PlanRepository;
import io.witan.planning.port.StoryRepository;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Command;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/**
 * A product owner makes what a ceremony found about a story a plan with tasks. With the last
 * decision the ceremony is complete.
 */
@Dependent
public class ApproveReviewPlan {
  private final Transactions transactions;
  private final PlanRepository plans;
  private final StoryRepository stories;
  private final TaskRepository tasks;
  private final CeremonyDesk desk;
  private final ReviewedPlans reviewedPlans;
  private final IdSource ids;
  private final Clock clock;

  @Inject
  public ApproveReviewPlan(
      Transactions transactions,
      PlanRepository plans,
      StoryRepository stories,
      TaskRepository tasks,
      CeremonyDesk desk,
      ReviewedPlans reviewedPlans,
      IdSource ids,
      Clock clock) {
    this.transactions = transactions;
    this.plans = plans;
    this.stories = stories;
    this.tasks = tasks;
    this.desk = desk;
    this.reviewedPlans = reviewedPlans;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What the approver says.
   *
   * @param notes why; not blank
   * @param concerns what remains open; may be empty
   * @param shown the content digest of what the approver saw; absent means what is current
   */
  public record Statement(
      String notes,
      String concerns,
      Optional<PriorityAdjustment> priority,
      Optional<String> shown) {}

  /** The ceremony after the approval, and the plan that was made. */
  public record Result(Ceremony ceremony, Plan plan) {}

  /** Approves it; a repetition answers the plan that was made before. */
  public Outcome<Result> approve(
      Command command, CeremonyId id, StoryId story, Statement statement) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("approve a plan", Role.PO)
                .then(actor -> desk.lock(id))
                .then(ceremony -> approveOnce(command, ceremony, story, statement)));
  }

  private Outcome<Result> approveOnce(
      Command command, Ceremony ceremony, StoryId story, Statement statement) {
    Optional<PlanId> before =
        ceremony
            .review(story)
            .flatMap(review -> review.verdict())
            .filter(Approved.class::isInstance)
            .map(verdict -> ((Approved) verdict).plan());
    if (before.isPresent()) {
      return Outcome.found("plan", before.get(), plans.find(before.get()))
          .map(plan -> new Result(ceremony, plan));
    }
    return command
        .fresh(ceremony, "ceremony " + ceremony.id(), ceremony.version())
        .then(fresh -> fresh.known(story))
        .then(review -> Outcome.found("story", story, stories.lock(story)))
        .then(Story::writable)
        .then(found -> approve(command, ceremony, found, statement));
  }

  private Outcome<Result> approve(
      Command command, Ceremony ceremony, Story story, Statement statement) {
    ReviewApproval approval =
        new ReviewApproval(
            command.actor().id(),
            clock.instant(),
            statement.notes(),
            statement.concerns(),
            statement.priority());
    PlanId id = Plan.nextId(ids);
    return ceremony
        .approve(story.id(), approval, statement.shown(), id)
        .map(desk::saveAndGoOn)
        .map(
            saved -> {
              Plan plan =
                  reviewedPlans.make(saved, story, id, approval, statement.shown().isPresent());
              return new Result(completed(command, saved), plan);
            });
  }

  /** Ends the ceremony when nothing is left to decide and every story has something to do. */
  private Ceremony completed(Command command, Ceremony ceremony) {
    boolean due =
        ceremony.status() == CeremonyStatus.REVIEWING
            && ceremony.undecided().isEmpty()
            && ceremony.stories().stream().noneMatch(story -> tasks.ofStory(story).isEmpty());
    return due
        ? ceremony
            .complete(command.actor().id(), clock.instant())
            .map(desk::save)
            .fold(done -> done, never -> ceremony)
        : ceremony;
  }
}
