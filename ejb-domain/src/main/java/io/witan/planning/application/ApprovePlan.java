package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanDecision;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.PlannedTask;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskId;
import io.witan.planning.port.PlanRepository;
import io.witan.planning.port.StoryRepository;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A product owner approves a plan; its tasks are made in the same transaction, and the approval is
 * written down as a decision.
 */
@Dependent
public class ApprovePlan {
  private final Transactions transactions;
  private final StoryRepository stories;
  private final PlanRepository plans;
  private final TaskRepository tasks;
  private final PlanDecisions decisions;
  private final IdSource ids;
  private final Clock clock;

  @Inject
  public ApprovePlan(
      Transactions transactions,
      StoryRepository stories,
      PlanRepository plans,
      TaskRepository tasks,
      PlanDecisions decisions,
      IdSource ids,
      Clock clock) {
    this.transactions = transactions;
    this.stories = stories;
    this.plans = plans;
    this.tasks = tasks;
    this.decisions = decisions;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Approves a proposed plan of a story that is ready for planning.
   *
   * @param note what the approver adds; may be empty
   * @param shown the content digest of what the approver saw; absent means what is current
   */
  public Outcome<Plan> approve(Command command, PlanId id, String note, Optional<String> shown) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("approve a plan", Role.PO)
                .then(actor -> Outcome.found("plan", id, plans.find(id)))
                .then(plan -> Outcome.found("story", plan.story(), stories.lock(plan.story())))
                .then(story -> decide(command, story, id, note, shown)));
  }

  private Outcome<Plan> decide(
      Command command, Story story, PlanId id, String note, Optional<String> shown) {
    Instant now = clock.instant();
    ActorId by = command.actor().id();
    return Outcome.found("plan", id, plans.lock(id))
        .then(plan -> command.fresh(plan, "plan " + id, plan.version()))
        .then(plan -> plan.approve(shown, new PlanDecision(by, now, note)))
        .then(approved -> story.adopt(id, by, now).onDone(stories::save).map(done -> approved))
        .onDone(plans::save)
        .onDone(approved -> decisions.write(approved.after(), derive(approved.after(), by, now)))
        .map(approved -> approved.after());
  }

  private List<TaskId> derive(Plan plan, ActorId by, Instant now) {
    List<TaskId> made = new ArrayList<>();
    for (PlannedTask planned : plan.content().tasks()) {
      TaskId id = Task.nextId(ids);
      List<TaskId> dependsOn = planned.dependsOn().stream().map(made::get).toList();
      tasks.save(
          Task.create(
              id, plan.story(), Optional.of(plan.id()), planned.text(), dependsOn, by, now));
      made.add(id);
    }
    return made;
  }
}
