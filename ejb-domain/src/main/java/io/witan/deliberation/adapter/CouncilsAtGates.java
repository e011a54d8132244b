package io.witan.deliberation.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.deliberation.application.ServeGate;
import io.witan.messaging.EventPayload;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.workflow.domain.GateServing;
import io.witan.workflow.port.GatePolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Has councils take up the tasks that come to gates which are given to them: developers those that
 * are assigned, architects and QA those that are to be judged.
 */
@ApplicationScoped
public class CouncilsAtGates {
  private static final Logger LOG = Logger.getLogger(CouncilsAtGates.class.getName());
  private static final String ASSIGNED = "orch-workflow-task-assigned-v1";
  private static final String VALIDATION = "orch-workflow-validation-required-v1";

  private final OnceInEffect onceInEffect;
  private final ServeGate serveGate;
  private final GatePolicy gates;

  /** A task at the gate of a role. */
  private record AtGate(TaskId task, Role gate) {
    static AtGate from(EventPayload payload, String role) {
      return new AtGate(new TaskId(payload.text("task_id")), Role.parse(role, payload.text(role)));
    }
  }

  protected CouncilsAtGates() {
    this(null, null, null);
  }

  @Inject
  public CouncilsAtGates(OnceInEffect onceInEffect, ServeGate serveGate, GatePolicy gates) {
    this.onceInEffect = onceInEffect;
    this.serveGate = serveGate;
    this.gates = gates;
  }

  /** The others of these wait to be judged, which has an event of its own. */
  @Incoming("deliberation-task-assigned")
  @Blocking
  public void assigned(String payload, JetStreamMetadata source) {
    receive(ASSIGNED, IncomingEvent.of(payload, source), "role", Set.of(Role.DEVELOPER));
  }

  @Incoming("deliberation-validation-required")
  @Blocking
  public void toBeJudged(String payload, JetStreamMetadata source) {
    receive(
        VALIDATION,
        IncomingEvent.of(payload, source),
        "validator_role",
        Set.of(Role.ARCHITECT, Role.QA));
  }

  private void receive(String consumer, IncomingEvent event, String field, Set<Role> wanted) {
    AtGate waiting = event.as(payload -> AtGate.from(payload, field));
    // What is not for councils needs no mark that nothing was done.
    if (wanted.contains(waiting.gate()) && gates.of(waiting.gate()) == GateServing.AGENTS) {
      onceInEffect.handle(consumer, event, same -> act(waiting));
    }
  }

  private Outcome<?> act(AtGate waiting) {
    return serveGate
        .serve(Command.by(Actor.system()), waiting.task(), waiting.gate(), gates.attempts())
        .onDone(served -> tell(waiting, served));
  }

  private void tell(AtGate waiting, ServeGate.Served served) {
    if (served == ServeGate.Served.LEFT_TO_PEOPLE) {
      LOG.log(
          Level.WARNING,
          "task {0} is left to people: {1} councils at the gate of {2} came to nothing",
          new Object[] {waiting.task(), gates.attempts(), waiting.gate().wire()});
    }
  }
}
