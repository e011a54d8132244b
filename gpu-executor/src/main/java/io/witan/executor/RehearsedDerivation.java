package io.witan.executor;

import io.witan.deliberation.domain.Critique;
import io.witan.deliberation.domain.DerivationProposal;
import io.witan.deliberation.domain.DerivationProposal.Task;
import io.witan.deliberation.domain.DerivationProposal.Wait;
import io.witan.deliberation.domain.PlanProposal;
import io.witan.deliberation.domain.ProposedTask;
import io.witan.deliberation.port.TurnFacts;
import java.util.ArrayList;
import java.util.List;

/** The tasks of an approved plan, made of the plan's own words as a plan is made of a story's. */
final class RehearsedDerivation {
  private RehearsedDerivation() {}

  static DerivationProposal propose(Approach approach, TurnFacts facts) {
    PlanProposal plan = RehearsedPlan.propose(approach, facts);
    List<Task> tasks = new ArrayList<>();
    plan.tasks().forEach(task -> tasks.add(task(tasks.size(), task)));
    return new DerivationProposal(
        "[rehearsal] Tasks of %s, %s"
            .formatted(StoryWords.line(facts.assignment().title()), approach.label()),
        tasks);
  }

  private static Task task(int place, ProposedTask task) {
    return new Task(
        id(place),
        task.title(),
        task.description(),
        task.type(),
        task.role(),
        task.estimatedHours(),
        task.priority(),
        List.of(task.title()),
        task.dependsOn().stream()
            .map(earlier -> new Wait(id(earlier), "[rehearsal] the rules put it first"))
            .toList());
  }

  private static String id(int place) {
    return "T" + (place + 1);
  }

  /** The same tasks; each one's text tells of the critique. */
  static DerivationProposal revise(DerivationProposal draft, Critique critique) {
    return new DerivationProposal(
        draft.title(), draft.tasks().stream().map(task -> revised(task, critique)).toList());
  }

  private static Task revised(Task task, Critique critique) {
    return new Task(
        task.id(),
        task.title(),
        task.description() + "\n\nRevised in rehearsal after this critique:\n" + critique.text(),
        task.type(),
        task.role(),
        task.estimatedHours(),
        task.priority(),
        task.keywords(),
        task.dependsOn());
  }
}
