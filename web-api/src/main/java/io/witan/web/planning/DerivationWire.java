package io.witan.web.planning;

import io.witan.planning.application.GetDerivation;
import io.witan.planning.domain.PlanStatus;
import io.witan.planning.domain.TaskDerivation;
import java.time.Instant;
import java.util.Optional;

/**
 * How a plan came to its tasks, or why it has none.
 *
 * @param status NONE when nobody asked for a derivation, else REQUESTED, DERIVED or FAILED
 * @param tasks how many tasks the plan has
 * @param reason why the derivation failed
 * @param requiresManualReview whether a person has to look at it
 * @param whatToDo the next step, in words
 */
public record DerivationWire(
    String planId,
    String storyId,
    String status,
    long tasks,
    Optional<String> derivationId,
    Optional<String> deliberationId,
    Optional<String> reason,
    boolean requiresManualReview,
    String whatToDo,
    Optional<Instant> updatedAt) {

  static DerivationWire from(GetDerivation.Found found) {
    Optional<TaskDerivation> derivation = found.derivation();
    return new DerivationWire(
        found.plan().id().value(),
        found.plan().story().value(),
        derivation.map(one -> one.status().name()).orElse("NONE"),
        found.tasks(),
        derivation.map(one -> one.id().value()),
        derivation.map(TaskDerivation::deliberation),
        derivation.map(TaskDerivation::reason).filter(why -> !why.isEmpty()),
        derivation.filter(TaskDerivation::requiresManualReview).isPresent(),
        whatToDo(found),
        derivation.map(TaskDerivation::updatedAt));
  }

  /** One of many; its tasks are those that it created. */
  static DerivationWire from(TaskDerivation derivation) {
    return new DerivationWire(
        derivation.plan().value(),
        derivation.story().value(),
        derivation.status().name(),
        derivation.tasks(),
        Optional.of(derivation.id().value()),
        Optional.of(derivation.deliberation()),
        Optional.of(derivation.reason()).filter(why -> !why.isEmpty()),
        derivation.requiresManualReview(),
        whatToDo(derivation),
        Optional.of(derivation.updatedAt()));
  }

  private static String whatToDo(GetDerivation.Found found) {
    return found
        .derivation()
        .map(DerivationWire::whatToDo)
        .orElseGet(
            () -> {
              if (found.tasks() > 0) {
                return "Nothing: its tasks came with it.";
              }
              return found.plan().status() == PlanStatus.APPROVED
                  ? "Ask for its tasks: POST /api/v1/plans/%s/derivation"
                      .formatted(found.plan().id())
                  : "Approve the plan first.";
            });
  }

  private static String whatToDo(TaskDerivation derivation) {
    return switch (derivation.status()) {
      case REQUESTED ->
          "Wait for deliberation %s: GET /api/v1/deliberations/%1$s"
              .formatted(derivation.deliberation());
      case DERIVED -> "Nothing: its tasks are there.";
      case FAILED ->
          "Read the reason and deliberation %s, then ask again (POST /api/v1/plans/%s/derivation)"
                  .formatted(derivation.deliberation(), derivation.plan())
              + " or create the tasks by hand.";
    };
  }
}
