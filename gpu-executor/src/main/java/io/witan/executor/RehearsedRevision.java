package io.witan.executor;

import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Critique;
import io.witan.deliberation.domain.DerivationProposal;
import io.witan.deliberation.domain.PlanProposal;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.ProposedTask;
import io.witan.deliberation.domain.ReadinessProposal;
import io.witan.deliberation.domain.ReviewProposal;
import io.witan.deliberation.domain.VerdictProposal;
import io.witan.deliberation.domain.WorkProposal;
import io.witan.shared.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Adds to a proposal what the rules of the critique missed in it. */
final class RehearsedRevision {
  private RehearsedRevision() {}

  static Proposal of(Proposal draft, Critique critique, Assignment assignment) {
    if (draft instanceof PlanProposal plan) {
      return revise(plan, critique, StoryWords.line(assignment.title()));
    }
    if (draft instanceof ReviewProposal review) {
      return revise(review, critique);
    }
    if (draft instanceof DerivationProposal derivation) {
      return RehearsedDerivation.revise(derivation, critique);
    }
    if (draft instanceof ReadinessProposal readiness) {
      return RehearsedReadiness.revise(readiness, critique);
    }
    if (draft instanceof VerdictProposal verdict) {
      return RehearsedVerdict.revise(verdict, critique);
    }
    return revise((WorkProposal) draft, critique);
  }

  private static PlanProposal revise(PlanProposal plan, Critique critique, String title) {
    List<ProposedTask> tasks = new ArrayList<>(plan.tasks());
    addUnlessThere(tasks, "unit_test", Role.QA, "Prove %s by automatic tests".formatted(title));
    addUnlessThere(
        tasks, "documentation", Role.DEVELOPER, "Describe %s in the guide".formatted(title));
    return new PlanProposal(
        plan.title(),
        plan.description() + "\n\nRevised in rehearsal after this critique:\n" + critique.text(),
        plan.acceptanceCriteria(),
        plan.technicalNotes(),
        tasks);
  }

  private static void addUnlessThere(
      List<ProposedTask> tasks, String type, Role role, String title) {
    if (tasks.stream().anyMatch(task -> task.type().equals(type)) || tasks.size() >= 100) {
      return;
    }
    List<Integer> all = IntStream.range(0, tasks.size()).boxed().toList();
    String description = title + " (rehearsal: added after the critique)";
    tasks.add(new ProposedTask(title, description, type, role, 2, tasks.size() + 1, all));
  }

  private static ReviewProposal revise(ReviewProposal review, Critique critique) {
    return new ReviewProposal(
        review.title(),
        review.feedback() + "\n\nRevised in rehearsal after this critique:\n" + critique.text(),
        review.recommendations(),
        review.acceptanceCriteria(),
        review.dependencies(),
        review.complexity(),
        review.tasks());
  }

  private static WorkProposal revise(WorkProposal work, Critique critique) {
    return new WorkProposal(
        work.title(),
        work.summary(),
        work.patch(),
        work.workNote() + "\n\nRevised in rehearsal after this critique:\n" + critique.text());
  }
}
