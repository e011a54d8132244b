package io.witan.planning.application;

import io.witan.ledger.port.Transactions;
import io.witan.planning.domain.Decision;
import io.witan.planning.domain.Decision.Scope;
import io.witan.planning.domain.DecisionText;
import io.witan.planning.domain.Story;
import io.witan.planning.port.DecisionRepository;
import io.witan.planning.port.PlanRepository;
import io.witan.planning.port.StoryRepository;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.Command;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/** Somebody of the team writes down what should be decided about a story, and why. */
@Dependent
public class ProposeDecision {
  private final Transactions transactions;
  private final StoryRepository stories;
  private final PlanRepository plans;
  private final TaskRepository tasks;
  private final DecisionRepository decisions;
  private final IdSource ids;
  private final Clock clock;

  @Inject
  public ProposeDecision(
      Transactions transactions,
      StoryRepository stories,
      PlanRepository plans,
      TaskRepository tasks,
      DecisionRepository decisions,
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

  /** Proposes it; a product owner rules on it later. All that it names is of the same story. */
  public Outcome<Decision> propose(Command command, Scope scope, DecisionText text) {
    return transactions.run(
        command,
        () ->
            command
                .allowed(
                    "propose a decision",
                    Role.PO,
                    Role.ARCHITECT,
                    Role.DEVELOPER,
                    Role.QA,
                    Role.DEVOPS,
                    Role.DATA)
                .then(actor -> Outcome.found("story", scope.story(), stories.lock(scope.story())))
                .then(Story::writable)
                .then(story -> ofTheStory(scope))
                .map(
                    known ->
                        Decision.propose(known, text, command.actor().id(), ids, clock.instant()))
                .onDone(decisions::save)
                .map(change -> change.after()));
  }

  private Outcome<Scope> ofTheStory(Scope scope) {
    return foreign(scope)
        .findFirst()
        .map(Refusal::<Scope>asOutcome)
        .orElseGet(() -> supersedable(scope));
  }

  private Stream<Refusal> foreign(Scope scope) {
    Stream<Refusal> plan =
        scope.plan().stream()
            .filter(id -> plans.find(id).filter(of -> of.story().equals(scope.story())).isEmpty())
            .map(id -> notOf(scope, "plan", id));
    Stream<Refusal> affected =
        scope.affects().stream()
            .filter(id -> tasks.find(id).filter(of -> of.story().equals(scope.story())).isEmpty())
            .map(id -> notOf(scope, "task", id));
    return Stream.concat(plan, affected);
  }

  private Outcome<Scope> supersedable(Scope scope) {
    Optional<Refusal> refusal =
        scope
            .supersedes()
            .flatMap(
                id ->
                    decisions
                        .find(id)
                        .filter(other -> other.story().equals(scope.story()))
                        .map(ProposeDecision::holdsNoMore)
                        .orElseGet(() -> Optional.of(notOf(scope, "decision", id))));
    return refusal.map(Refusal::<Scope>asOutcome).orElseGet(() -> Outcome.done(scope));
  }

  private static Optional<Refusal> holdsNoMore(Decision other) {
    return other.status().isOpen()
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                Refusal.Code.GUARD_FAILED,
                "decision %s is %s: nothing takes its place"
                    .formatted(other.id(), other.status())));
  }

  private static Refusal notOf(Scope scope, String kind, Object id) {
    return Refusal.of(
        Refusal.Code.NOT_FOUND, "there is no %s %s of story %s".formatted(kind, id, scope.story()));
  }
}
