package io.witan.deliberation.application;

import io.witan.deliberation.application.StartDeliberation.Request;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Mandate;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Subject;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.deliberation.port.DeliberationRepository.Tried;
import io.witan.deliberation.port.GateTasks;
import io.witan.deliberation.port.GateTasks.Waiting;
import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Has a council take up a task that waits at a gate: it claims the task and starts to deliberate,
 * both or neither. What it decides goes to the workflow with the end of the deliberation.
 */
@Dependent
public class ServeGate {
  private final Transactions transactions;
  private final GateTasks tasks;
  private final GateBriefs briefs;
  private final DeliberationRepository deliberations;
  private final StartDeliberation startDeliberation;
  private final CancelDeliberation cancelDeliberation;

  @Inject
  public ServeGate(
      Transactions transactions,
      GateTasks tasks,
      GateBriefs briefs,
      DeliberationRepository deliberations,
      StartDeliberation startDeliberation,
      CancelDeliberation cancelDeliberation) {
    this.transactions = transactions;
    this.tasks = tasks;
    this.briefs = briefs;
    this.deliberations = deliberations;
    this.startDeliberation = startDeliberation;
    this.cancelDeliberation = cancelDeliberation;
  }

  /** What became of it. */
  public enum Served {
    /** A council is at work. */
    BEGUN,
    /** It does not wait there: somebody was faster. */
    NOTHING_TO_DO,
    /** As many councils as may have tried, or one had to stop early. */
    LEFT_TO_PEOPLE
  }

  /**
   * Takes it up, if it waits there.
   *
   * @param attempts how many councils may try, one after the other
   */
  public Outcome<Served> serve(Command command, TaskId task, Role gate, int attempts) {
    return transactions.run(
        command,
        () ->
            tasks
                .waiting(task, gate)
                .map(waiting -> serve(command, task, gate, attempts, waiting))
                .orElseGet(() -> Outcome.done(Served.NOTHING_TO_DO)));
  }

  private Outcome<Served> serve(
      Command command, TaskId task, Role gate, int attempts, Waiting waiting) {
    Subject subject = Subject.task(task.value());
    Purpose purpose = Purpose.ofGate(gate);
    Tried before = deliberations.mandated(subject, purpose, waiting.round());
    int tried = before.many();
    if (tried >= attempts || before.isCut()) {
      return Outcome.done(Served.LEFT_TO_PEOPLE);
    }
    return dismissed(command, subject, purpose)
        .then(free -> tasks.claim(task, gate))
        .map(token -> new Mandate(gate, waiting.round(), tried + 1, attempts, token))
        .then(
            mandate ->
                startDeliberation.start(
                    command,
                    new Request(
                        purpose,
                        subject,
                        briefs.write(subject, purpose, waiting),
                        List.of(),
                        Optional.of(mandate),
                        Wish.none())))
        .map(begun -> Served.BEGUN);
  }

  /** One that is open was begun for another claim, or for a person: it would speak for nobody. */
  private Outcome<Subject> dismissed(Command command, Subject subject, Purpose purpose) {
    return deliberations
        .openAbout(subject, purpose)
        .map(Deliberation::id)
        .map(open -> cancelDeliberation.cancel(command, open).map(cancelled -> subject))
        .orElseGet(() -> Outcome.done(subject));
  }
}
