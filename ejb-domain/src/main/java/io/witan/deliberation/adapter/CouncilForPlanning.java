package io.witan.deliberation.adapter;

import io.witan.deliberation.application.CancelDeliberation;
import io.witan.deliberation.application.GetDeliberation;
import io.witan.deliberation.application.StartDeliberation;
import io.witan.deliberation.application.StartDeliberation.Request;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.PlanProposal;
import io.witan.deliberation.domain.ProposedTask;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.planning.domain.PlanContent;
import io.witan.planning.domain.PlannedTask;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskText;
import io.witan.planning.domain.TaskType;
import io.witan.planning.port.PlanningCouncil;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Predicate;

/** Gives planning a council, and translates what it decided into planning's words. */
@Dependent
public class CouncilForPlanning implements PlanningCouncil {
  private final StartDeliberation startDeliberation;
  private final GetDeliberation getDeliberation;
  private final CancelDeliberation cancelDeliberation;
  private final DeliberationRepository deliberations;

  @Inject
  public CouncilForPlanning(
      StartDeliberation startDeliberation,
      GetDeliberation getDeliberation,
      CancelDeliberation cancelDeliberation,
      DeliberationRepository deliberations) {
    this.startDeliberation = startDeliberation;
    this.getDeliberation = getDeliberation;
    this.cancelDeliberation = cancelDeliberation;
    this.deliberations = deliberations;
  }

  @Override
  public Outcome<String> convene(Command command, Story story, Wish wish) {
    return startDeliberation
        .start(command, Request.planOf(story.id().value()).under(wish))
        .map(deliberation -> deliberation.id().value());
  }

  @Override
  public Outcome<String> reconvene(Command command, Story story) {
    deliberations
        .openAbout(Subject.story(story.id().value()), Purpose.PLAN)
        .flatMap(open -> deliberations.lock(open.id()))
        .filter(Deliberation::isOpen)
        .ifPresent(open -> cancel(command, open));
    return convene(command, story, Wish.none());
  }

  @Override
  public void dismiss(Command command, StoryId story) {
    dismiss(command, story, subject -> true);
  }

  @Override
  public void dismiss(Command command, StoryId story, TaskId task) {
    dismiss(command, story, Subject.task(task.value())::equals);
  }

  private void dismiss(Command command, StoryId story, Predicate<Subject> wanted) {
    deliberations.openOfStory(story.value()).stream()
        .flatMap(id -> deliberations.lock(id).stream())
        .filter(Deliberation::isOpen)
        .filter(open -> wanted.test(open.charter().subject()))
        .forEach(open -> cancel(command, open));
  }

  private void cancel(Command command, Deliberation open) {
    cancelDeliberation
        .cancel(command, open.id())
        .fold(
            done -> done,
            refusal -> {
              throw new IllegalStateException(refusal.message());
            });
  }

  @Override
  public Outcome<Verdict> verdict(String deliberation) {
    return getDeliberation.get(new DeliberationId(deliberation)).then(CouncilForPlanning::verdict);
  }

  private static Outcome<Verdict> verdict(Deliberation deliberation) {
    return deliberation
        .winner()
        .map(Ranked::proposal)
        .filter(PlanProposal.class::isInstance)
        .map(
            proposal ->
                Outcome.done(
                    new Verdict(
                        new StoryId(deliberation.charter().subject().id()),
                        content((PlanProposal) proposal))))
        .orElseGet(
            () ->
                Outcome.refused(
                    Refusal.of(
                        Refusal.Code.GUARD_FAILED,
                        "deliberation %s has no winning plan".formatted(deliberation.id()))));
  }

  private static PlanContent content(PlanProposal proposal) {
    return new PlanContent(
        proposal.title(),
        proposal.description(),
        proposal.acceptanceCriteria(),
        proposal.technicalNotes(),
        proposal.tasks().stream().map(CouncilForPlanning::task).toList());
  }

  private static PlannedTask task(ProposedTask task) {
    return new PlannedTask(
        new TaskText(
            task.title(),
            task.description(),
            TaskType.parse("type", task.type()),
            task.role().wire(),
            task.estimatedHours(),
            task.priority()),
        task.dependsOn());
  }
}
