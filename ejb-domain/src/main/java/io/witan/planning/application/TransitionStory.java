package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.PlanStatus;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryEvent;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TasksNotReady;
import io.witan.planning.port.PlanRepository;
import io.witan.planning.port.StoryNotices;
import io.witan.planning.port.StoryRepository;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Moves a story along its life cycle, as a product owner decides. */
@Dependent
public class TransitionStory {
  private final Transactions transactions;
  private final StoryRepository stories;
  private final TaskRepository tasks;
  private final PlanRepository plans;
  private final StoryNotices notices;
  private final ReadinessGate gate;
  private final Clock clock;

  @Inject
  public TransitionStory(
      Transactions transactions,
      StoryRepository stories,
      TaskRepository tasks,
      PlanRepository plans,
      StoryNotices notices,
      ReadinessGate gate,
      Clock clock) {
    this.transactions = transactions;
    this.stories = stories;
    this.tasks = tasks;
    this.plans = plans;
    this.notices = notices;
    this.gate = gate;
    this.clock = clock;
  }

  /**
   * Goes to the target, or answers why not and what would be legal.
   *
   * @param overrideReason why a story passes the definition-of-ready gate below its threshold
   */
  public Outcome<Story> transition(
      Command command, StoryId id, StoryState target, Optional<String> overrideReason) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("move a story", Role.PO)
                .then(actor -> Outcome.found("story", id, stories.lock(id)))
                .then(story -> command.fresh(story, "story " + id, story.version()))
                .then(story -> move(command, story, target, overrideReason))
                .onDone(stories::save)
                .map(change -> takePlan(change.after(), command.actor().id())));
  }

  /** Ready for planning, it takes the plan that a backlog review made for it before. */
  private Story takePlan(Story story, ActorId by) {
    if (story.state() != StoryState.READY_FOR_PLANNING || story.plan().isPresent()) {
      return story;
    }
    return plans.ofStory(story.id()).stream()
        .filter(plan -> plan.status() == PlanStatus.APPROVED)
        .reduce((earlier, later) -> later)
        .map(plan -> story.adopt(plan.id(), by, clock.instant()).onDone(stories::save))
        .map(taken -> taken.fold(Change::after, never -> story))
        .orElse(story);
  }

  private Outcome<Change<Story, StoryEvent>> move(
      Command command, Story story, StoryState target, Optional<String> overrideReason) {
    List<Task> all = tasks.ofStory(story.id());
    Outcome<Change<Story, StoryEvent>> moved =
        story.moveTo(target, all, gate::at, command.actor().id(), overrideReason, clock.instant());
    TasksNotReady.behind(moved, story, target, all, clock.instant())
        .ifPresent(notices::tasksNotReady);
    return moved;
  }
}
