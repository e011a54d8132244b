package io.witan.deliberation.adapter;

import io.witan.deliberation.application.CancelDeliberation;
import io.witan.deliberation.application.GetDeliberation;
import io.witan.deliberation.application.StartDeliberation;
import io.witan.deliberation.application.StartDeliberation.Request;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Contribution;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.DerivationProposal;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.domain.TurnKind;
import io.witan.deliberation.port.AnswerReader;
import io.witan.deliberation.port.TurnFailure.BadAnswer;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.DerivedTask;
import io.witan.planning.domain.DerivedTasks;
import io.witan.planning.domain.Plan;
import io.witan.planning.domain.PlanContent;
import io.witan.planning.domain.TaskText;
import io.witan.planning.domain.TaskType;
import io.witan.planning.port.DerivationCouncil;
import io.witan.shared.Command;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Gives derivations a council, and translates what it decided into planning's words. */
@Dependent
public class CouncilForDerivation implements DerivationCouncil {
  private final StartDeliberation startDeliberation;
  private final GetDeliberation getDeliberation;
  private final CancelDeliberation cancelDeliberation;
  private final AnswerReader answers;

  @Inject
  public CouncilForDerivation(
      StartDeliberation startDeliberation,
      GetDeliberation getDeliberation,
      CancelDeliberation cancelDeliberation,
      AnswerReader answers) {
    this.startDeliberation = startDeliberation;
    this.getDeliberation = getDeliberation;
    this.cancelDeliberation = cancelDeliberation;
    this.answers = answers;
  }

  @Override
  public Outcome<String> convene(Command command, DerivationId derivation, Plan plan) {
    return startDeliberation
        .start(
            command,
            new Request(
                Purpose.DERIVE,
                Subject.task(derivation.value()),
                Optional.of(assignment(plan)),
                List.of()))
        .map(deliberation -> deliberation.id().value());
  }

  private static Assignment assignment(Plan plan) {
    PlanContent content = plan.content();
    String notes =
        content.technicalNotes().isEmpty()
            ? ""
            : "\n\nTechnical notes:\n" + content.technicalNotes();
    return new Assignment(
        content.title(),
        content.description() + notes,
        content.acceptanceCriteria(),
        Optional.of(plan.story().value()));
  }

  @Override
  public Outcome<DerivedTasks> verdict(String deliberation) {
    return getDeliberation
        .get(new DeliberationId(deliberation))
        .then(CouncilForDerivation::verdict);
  }

  private static Outcome<DerivedTasks> verdict(Deliberation deliberation) {
    return deliberation
        .winner()
        .map(Ranked::proposal)
        .filter(DerivationProposal.class::isInstance)
        .map(proposal -> Outcome.done(tasks((DerivationProposal) proposal)))
        .orElseGet(
            () ->
                Outcome.refused(
                    Refusal.of(
                        Refusal.Code.GUARD_FAILED,
                        "deliberation %s decided on no tasks".formatted(deliberation.id()))));
  }

  @Override
  public Outcome<DerivedTasks> read(String answer) {
    try {
      Contribution read = answers.read(Purpose.DERIVE, TurnKind.PROPOSE, answer);
      return Outcome.done(tasks((DerivationProposal) read));
    } catch (BadAnswer | InvalidValue unusable) {
      return Outcome.refused(
          Refusal.of(Refusal.Code.INVALID_ARGUMENT, String.valueOf(unusable.getMessage())));
    }
  }

  @Override
  public void dismiss(Command command, String deliberation) {
    // One that has ended meanwhile stays as it is.
    Outcome<Deliberation> unused =
        cancelDeliberation.cancel(command.onward(), new DeliberationId(deliberation));
  }

  private static DerivedTasks tasks(DerivationProposal proposal) {
    return new DerivedTasks(proposal.tasks().stream().map(CouncilForDerivation::task).toList());
  }

  private static DerivedTask task(DerivationProposal.Task task) {
    return new DerivedTask(
        task.id(),
        new TaskText(
            task.title(),
            task.description(),
            TaskType.parse("type", task.type()),
            task.role().wire(),
            task.estimatedHours(),
            task.priority()),
        task.keywords(),
        task.dependsOn().stream()
            .map(wait -> new DerivedTask.Wait(wait.id(), wait.reason()))
            .toList());
  }
}
