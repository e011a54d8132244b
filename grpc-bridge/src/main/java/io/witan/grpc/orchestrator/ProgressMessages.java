package io.witan.grpc.orchestrator;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.Narration;
import io.witan.deliberation.domain.Progress;
import io.witan.proto.orchestrator.v1.DeliberationResult;
import io.witan.proto.orchestrator.v1.DeliberationUpdate;
import java.util.Optional;
import java.util.function.Consumer;

/** How deliberations go on, as it travels. */
final class ProgressMessages {
  private ProgressMessages() {}

  /** Sends what is new each time; that there is no winner is the status of the call. */
  static Consumer<Deliberation> to(Consumer<DeliberationUpdate> watcher) {
    Narration narration = Narration.fromTheBeginning();
    return now ->
        narration.see(now).stream()
            .filter(step -> step.stage() != Progress.Stage.FAILED)
            .map(step -> update(now, step))
            .forEach(watcher);
  }

  private static DeliberationUpdate update(Deliberation now, Progress step) {
    DeliberationUpdate.Builder update =
        DeliberationUpdate.newBuilder()
            .setStatus(step.stage().wire())
            .setProgressPercent(step.percent())
            .setCurrentStep(step.step())
            .setCurrentAgent(step.agent().map(AgentId::value).orElse(""));
    partial(now, step).ifPresent(update::setPartialResult);
    return update.build();
  }

  /** The winner comes with all that is known of it. */
  private static Optional<DeliberationResult> partial(Deliberation now, Progress step) {
    return step.isLast()
        ? DeliberationMessages.results(now).stream().findFirst()
        : step.partial()
            .map(one -> DeliberationMessages.partial(now, one.author(), one.text(), one.score()));
  }
}
