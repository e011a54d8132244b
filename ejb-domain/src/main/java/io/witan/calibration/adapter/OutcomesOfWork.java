package io.witan.calibration.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.calibration.application.SettleForecast;
import io.witan.calibration.domain.WorkStep;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.messaging.EventPayload;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.workflow.domain.TaskAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Settles forecasts by what is said of work at the gates, and when it is thrown away. */
@ApplicationScoped
public class OutcomesOfWork {
  private static final String CONSUMER = "calibration-workflow-state-changed-v1";

  private final OnceInEffect onceInEffect;
  private final SettleForecast settleForecast;

  /** What calibration wants to know of a step of a task. */
  private record Step(TaskId task, TaskAction action, List<DeliberationId> councils) {
    static Step from(EventPayload payload) {
      return new Step(
          new TaskId(payload.text("task_id")),
          TaskAction.parse("action", payload.text("action")),
          payload.texts("deliberations").stream().map(DeliberationId::new).toList());
    }

    /** The word at a gate that it is; absent for other steps, and where no council is concerned. */
    Optional<WorkStep> word() {
      return Stream.of(WorkStep.values())
          .filter(word -> word.name().equals(action.name()))
          .filter(word -> !councils.isEmpty())
          .findFirst();
    }
  }

  protected OutcomesOfWork() {
    this(null, null);
  }

  @Inject
  public OutcomesOfWork(OnceInEffect onceInEffect, SettleForecast settleForecast) {
    this.onceInEffect = onceInEffect;
    this.settleForecast = settleForecast;
  }

  @Incoming("calibration-workflow-state-changed")
  @Blocking
  public void receive(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    Step step = event.as(Step::from);
    // Most steps decide nothing; they need no mark that nothing was done.
    if (step.action() == TaskAction.RETRY || step.word().isPresent()) {
      onceInEffect.handle(CONSUMER, event, same -> act(step));
    }
  }

  private Outcome<?> act(Step step) {
    Command command = Command.by(Actor.system());
    return step.word()
        .map(word -> settleForecast.settle(command, step.task(), step.councils(), word))
        .orElseGet(() -> settleForecast.revert(command, step.task()));
  }
}
