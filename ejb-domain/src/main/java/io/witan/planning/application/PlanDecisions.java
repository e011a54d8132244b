package io.witan.planning.application;

import io.witan.planning.domain.Decision;
import io.witan.planning.domain.Decision.Scope;
import io.witan.planning.domain.DecisionId;
import io.witan.planning.domain.DecisionStatus;
import io.witan.planning.domain.DecisionText;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanDecision;
import io.witan.planning.domain.Ruling;
import io.witan.planning.domain.TaskId;
import io.witan.planning.port.DecisionRepository;
import io.witan.planning.port.PlanRepository;
import io.witan.shared.IdSource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Writes the approval of a plan down as a decision: the versions of the story's plan were the
 * options. It takes the place of the decision for an earlier plan.
 */
@Dependent
public class PlanDecisions {
  private static final int LONGEST_RATIONALE = 20_000;

  private final PlanRepository plans;
  private final DecisionRepository decisions;
  private final DecisionDesk desk;
  private final IdSource ids;

  @Inject
  public PlanDecisions(
      PlanRepository plans, DecisionRepository decisions, DecisionDesk desk, IdSource ids) {
    this.plans = plans;
    this.decisions = decisions;
    this.desk = desk;
    this.ids = ids;
  }

  /** Part of the transaction in which the plan was approved. */
  void write(Plan approved, List<TaskId> tasks) {
    PlanDecision how = approved.decision().orElseThrow();
    Scope scope = new Scope(approved.story(), Optional.of(approved.id()), tasks, earlier(approved));
    var proposed = Decision.propose(scope, text(approved, how), how.by(), ids, how.at());
    decisions.save(proposed);
    proposed
        .after()
        .approve(Optional.empty(), new Ruling(how.by(), how.at(), how.note()))
        .onDone(decisions::save)
        .onDone(change -> desk.supersede(change.after(), how.at()))
        .fold(
            done -> done,
            refusal -> {
              throw new IllegalStateException(refusal.message());
            });
  }

  private Optional<DecisionId> earlier(Plan approved) {
    return decisions.ofStory(approved.story()).stream()
        .filter(one -> one.status() == DecisionStatus.APPROVED && one.plan().isPresent())
        .filter(one -> !one.plan().equals(Optional.of(approved.id())))
        .reduce((first, last) -> last)
        .map(Decision::id);
  }

  private DecisionText text(Plan approved, PlanDecision how) {
    List<String> options =
        plans.ofStory(approved.story()).stream()
            .sorted((one, other) -> Integer.compare(other.number(), one.number()))
            .limit(20)
            .map(PlanDecisions::option)
            .toList();
    String why = how.note().isBlank() ? approved.content().description() : how.note();
    return new DecisionText(
        "Build the story by version %d of its plan".formatted(approved.number()),
        options.contains(option(approved)) ? options : List.of(option(approved)),
        option(approved),
        why.length() <= LONGEST_RATIONALE ? why : why.substring(0, LONGEST_RATIONALE));
  }

  private static String option(Plan plan) {
    return "%s, version %d: %s".formatted(plan.id(), plan.number(), plan.content().title());
  }
}
