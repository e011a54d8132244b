package io.witan.deliberation.application;

import io.witan.deliberation.application.StartDeliberation.Request;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.CouncilId;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Dispatch;
import io.witan.deliberation.domain.Dispatch.ToRole;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.port.Assignments;
import io.witan.deliberation.port.Councils;
import io.witan.ledger.port.Transactions;
import io.witan.shared.Command;
import io.witan.shared.Ids;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives an approved plan to the council of each role that it names, each of which says what it sees
 * in it. A role without a council holds up none of the others.
 *
 * <p>It asks again what it asked before only when that has ended.
 */
@Dependent
public class DispatchPlan {
  private static final List<String> RUBRIC =
      List.of("Quality is high", "Tests are there", "Documentation is complete");

  private final Transactions transactions;
  private final Assignments assignments;
  private final Councils councils;
  private final StartDeliberation startDeliberation;

  @Inject
  public DispatchPlan(
      Transactions transactions,
      Assignments assignments,
      Councils councils,
      StartDeliberation startDeliberation) {
    this.transactions = transactions;
    this.assignments = assignments;
    this.councils = councils;
    this.startDeliberation = startDeliberation;
  }

  /**
   * A plan that was approved.
   *
   * @param roles whose councils are to be asked, as the plan names them; {@code dev} means
   *     developer; each counts once
   */
  public record ApprovedPlan(String planId, String storyId, List<String> roles) {
    public ApprovedPlan {
      Ids.valid("plan_id", planId);
      Ids.valid("story_id", storyId);
      roles = roles.stream().distinct().toList();
    }

    /** What the council of a role is asked about: {@code <plan>:role-<ROLE>}. */
    Subject seenBy(Role role) {
      return Subject.task("%s:role-%s".formatted(planId, role));
    }
  }

  /**
   * Product owners may. Refusals of single roles are in what is answered.
   *
   * @return refused only when the actor may not do this at all
   */
  public Outcome<Dispatch> dispatch(Command command, ApprovedPlan plan) {
    return transactions.run(
        command,
        () ->
            command
                .allowed("dispatch a plan", Role.PO)
                .map(actor -> new Dispatch(plan.planId(), results(command, plan))));
  }

  private List<ToRole> results(Command command, ApprovedPlan plan) {
    List<ToRole> results = new ArrayList<>();
    plan.roles().forEach(role -> results.add(dispatch(command, plan, role)));
    return results;
  }

  private ToRole dispatch(Command command, ApprovedPlan plan, String name) {
    return role(name)
        .then(role -> start(command, plan, role))
        .fold(
            begun -> ToRole.begun(name, begun), refusal -> ToRole.failed(name, refusal.message()));
  }

  private static Outcome<Role> role(String name) {
    try {
      return Outcome.done(CouncilId.role("role", name));
    } catch (InvalidValue unknown) {
      return Outcome.refused(
          Refusal.of(Refusal.Code.INVALID_ARGUMENT, String.valueOf(unknown.getMessage())));
    }
  }

  private Outcome<DeliberationId> start(Command command, ApprovedPlan plan, Role role) {
    return councils
        .of(role)
        .then(agents -> startDeliberation.start(command.onward(), request(plan, role, agents)))
        .map(Deliberation::id);
  }

  private Request request(ApprovedPlan plan, Role role, List<Agent> agents) {
    return new Request(
        Purpose.REVIEW, plan.seenBy(role), Optional.of(assignment(plan, role)), agents);
  }

  private Assignment assignment(ApprovedPlan plan, Role role) {
    Optional<Assignment> story = assignments.find(Subject.story(plan.storyId()));
    String task =
        "Plan %s of story %s was approved. Say what it asks of the role %s."
            .formatted(plan.planId(), plan.storyId(), role.wire());
    List<String> criteria =
        new ArrayList<>(story.map(Assignment::acceptanceCriteria).orElse(List.of()));
    criteria.addAll(RUBRIC);
    return new Assignment(
        "Plan %s of story %s".formatted(plan.planId(), plan.storyId()),
        story.map(kept -> "%s\n\n%s\n%s".formatted(task, kept.title(), kept.text())).orElse(task),
        criteria,
        Optional.of(plan.storyId()));
  }
}
