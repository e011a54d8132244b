package io.witan.deliberation.adapter.checks;

import io.witan.deliberation.domain.DerivationProposal;
import io.witan.deliberation.domain.PlanProposal;
import io.witan.deliberation.domain.Proposal;
import io.witan.deliberation.domain.ReadinessProposal;
import io.witan.deliberation.domain.ReviewProposal;
import io.witan.deliberation.domain.VerdictProposal;
import io.witan.deliberation.domain.WorkProposal;
import java.util.ArrayList;
import java.util.List;

/** All that a proposal says in words, without its patch. */
final class ProposalWords {
  private final List<String> words = new ArrayList<>();

  private ProposalWords() {}

  static String of(Proposal proposal) {
    ProposalWords all = new ProposalWords();
    all.add(proposal.title());
    if (proposal instanceof WorkProposal work) {
      all.add(work.summary(), work.workNote());
    } else if (proposal instanceof PlanProposal plan) {
      all.plan(plan);
    } else if (proposal instanceof ReviewProposal review) {
      all.review(review);
    } else if (proposal instanceof DerivationProposal derivation) {
      derivation.tasks().forEach(task -> all.add(task.title(), task.description()));
    } else if (proposal instanceof VerdictProposal verdict) {
      all.add(verdict.feedback());
      all.words.addAll(verdict.findings());
    } else if (proposal instanceof ReadinessProposal readiness) {
      readiness.criteria().forEach(one -> all.add(one.reason()));
    }
    return String.join("\n", all.words);
  }

  private void add(String... more) {
    words.addAll(List.of(more));
  }

  private void plan(PlanProposal plan) {
    add(plan.description(), plan.technicalNotes());
    words.addAll(plan.acceptanceCriteria());
    plan.tasks().forEach(task -> add(task.title(), task.description()));
  }

  private void review(ReviewProposal review) {
    add(review.feedback());
    words.addAll(review.recommendations());
    words.addAll(review.acceptanceCriteria());
    words.addAll(review.dependencies());
    review.tasks().forEach(task -> add(task.description(), task.reason()));
  }
}
