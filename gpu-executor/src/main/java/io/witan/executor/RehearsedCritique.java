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
import java.util.ArrayList;
import java.util.List;

/** What fixed rules find in a proposal: each finding costs a part of the score. */
final class RehearsedCritique {
  private static final int FULL = 95;
  private static final int LONG_TASK = 6;

  private final List<String> findings = new ArrayList<>();
  private int score = FULL;

  private RehearsedCritique() {}

  static Critique of(Proposal draft, Assignment assignment) {
    RehearsedCritique critique = new RehearsedCritique();
    if (draft instanceof PlanProposal plan) {
      critique.judge(plan);
    } else if (draft instanceof ReviewProposal review) {
      critique.judge(review);
    } else if (draft instanceof DerivationProposal derivation) {
      critique.judge(derivation);
    } else if (draft instanceof ReadinessProposal readiness) {
      critique.judge(readiness);
    } else if (draft instanceof VerdictProposal verdict) {
      critique.find(verdict.findings().size() < 2, 10, "it looked at one thing only");
    } else {
      critique.judge((WorkProposal) draft, assignment);
    }
    return critique.verdict(draft);
  }

  private void judge(PlanProposal plan) {
    List<ProposedTask> tasks = plan.tasks();
    long tests = tasks.stream().filter(RehearsedCritique::isTest).count();
    long large = tasks.stream().filter(task -> task.estimatedHours() > LONG_TASK).count();
    find(tests == 0, 20, "no task proves anything by an automatic test");
    find(
        tests > 0 && tests < plan.acceptanceCriteria().size(),
        9,
        "%d tests stand against %d acceptance criteria"
            .formatted(tests, plan.acceptanceCriteria().size()));
    find(
        tasks.stream().noneMatch(task -> task.type().equals("documentation")),
        6,
        "nobody tells the users: there is no documentation task");
    find(large > 0, 5, "%d tasks take more than %d hours".formatted(large, LONG_TASK));
    find(isOneChain(tasks), 4, "every task waits for the one before: nothing runs side by side");
  }

  private static boolean isTest(ProposedTask task) {
    return task.type().endsWith("_test");
  }

  private static boolean isOneChain(List<ProposedTask> tasks) {
    return tasks.size() > 2 && tasks.stream().skip(1).noneMatch(task -> task.dependsOn().isEmpty());
  }

  private void judge(DerivationProposal derivation) {
    List<DerivationProposal.Task> tasks = derivation.tasks();
    find(
        tasks.stream().noneMatch(task -> task.type().endsWith("_test")),
        20,
        "no task proves anything by an automatic test");
    find(
        tasks.stream().noneMatch(task -> task.type().equals("documentation")),
        6,
        "nobody tells the users: there is no documentation task");
    find(
        tasks.size() > 2 && tasks.stream().skip(1).noneMatch(task -> task.dependsOn().isEmpty()),
        4,
        "every task waits for the one before: nothing runs side by side");
  }

  private void judge(ReadinessProposal readiness) {
    List<ReadinessProposal.Finding> weighed =
        readiness.criteria().stream().filter(RehearsedCritique::isWeighed).toList();
    find(weighed.isEmpty(), 10, "every criterion gets all points or none: little was weighed");
    find(
        weighed.stream().anyMatch(finding -> finding.name().equals("CLEAR")),
        5,
        "it doubts that the story is clear and does not say which word is not");
  }

  private static boolean isWeighed(ReadinessProposal.Finding finding) {
    return finding.points() > 0 && finding.points() < ReadinessProposal.MOST_POINTS;
  }

  private void judge(ReviewProposal review) {
    find(review.tasks().size() < 2, 10, "one task is hardly all that it takes");
    find(review.acceptanceCriteria().isEmpty(), 5, "it names nothing to measure the story by");
    find(review.dependencies().isEmpty(), 9, "it does not say what the story needs from elsewhere");
  }

  private void judge(WorkProposal work, Assignment assignment) {
    find(work.patch().isEmpty(), 12, "it comes without a patch");
    find(!work.workNote().contains("test that fails"), 8, "no step begins with a failing test");
    find(
        work.workNote().length() < assignment.text().length(),
        5,
        "the note is shorter than the task: details may be lost");
  }

  private void find(boolean found, int cost, String finding) {
    if (found) {
      score -= cost;
      findings.add(finding);
    }
  }

  /** A part of the score comes from the words, so that equal findings still give an order. */
  private Critique verdict(Proposal draft) {
    int shade = Math.floorMod(draft.title().hashCode(), 4);
    String list =
        findings.isEmpty() ? "- the rules find nothing" : "- " + String.join("\n- ", findings);
    return new Critique(
        "Rehearsal, fixed rules and no model's judgement, about \"%s\":\n%s"
            .formatted(draft.title(), list),
        (score - shade) / 100.0);
  }
}
