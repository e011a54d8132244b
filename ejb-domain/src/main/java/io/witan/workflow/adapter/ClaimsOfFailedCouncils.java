package io.witan.workflow.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.messaging.EventPayload;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.workflow.application.GiveBackClaim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Gives a task back when the council that held it at a gate has failed: the next one takes it up,
 * or, after the last, people do.
 */
@ApplicationScoped
public class ClaimsOfFailedCouncils {
  private static final String FAILED = "workflow-deliberation-failed-v1";
  private static final String CUT = "workflow-deliberation-cut-v1";

  private final OnceInEffect onceInEffect;
  private final GiveBackClaim giveBackClaim;

  /** A council of a gate that has failed. */
  private record Failed(TaskId task, long token, String why) {
    /** One that ended early; no other council is asked. */
    static Optional<Failed> cut(EventPayload payload) {
      return payload
          .optionalWhole("fencing_token")
          .map(
              token ->
                  new Failed(
                      new TaskId(payload.text("task_id")),
                      token,
                      "a council had to end early, and the task is left to people: "
                          + payload.text("detail")));
    }

    /** Absent for deliberations that no gate has asked for. */
    static Optional<Failed> failed(EventPayload payload) {
      return payload.optionalWhole("fencing_token").map(token -> from(payload, token));
    }

    private static Failed from(EventPayload payload, long token) {
      long attempt = payload.optionalWhole("attempt").orElse(1L);
      long attempts = payload.optionalWhole("attempts").orElse(1L);
      return new Failed(
          new TaskId(payload.text("task_id")),
          token,
          "council %d of at most %d failed%s: %s"
              .formatted(
                  attempt,
                  attempts,
                  attempt < attempts ? "" : ", and the task is left to people",
                  payload.text("error")));
    }
  }

  protected ClaimsOfFailedCouncils() {
    this(null, null);
  }

  @Inject
  public ClaimsOfFailedCouncils(OnceInEffect onceInEffect, GiveBackClaim giveBackClaim) {
    this.onceInEffect = onceInEffect;
    this.giveBackClaim = giveBackClaim;
  }

  @Incoming("workflow-deliberation-failed")
  @Blocking
  public void failed(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    event.as(Failed::failed).ifPresent(failed -> giveBack(FAILED, event, failed));
  }

  @Incoming("workflow-deliberation-cut")
  @Blocking
  public void cut(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    event.as(Failed::cut).ifPresent(failed -> giveBack(CUT, event, failed));
  }

  private void giveBack(String consumer, IncomingEvent event, Failed failed) {
    onceInEffect.handle(
        consumer,
        event,
        same ->
            giveBackClaim.giveBack(
                Command.by(Actor.system()), failed.task(), failed.token(), failed.why()));
  }
}
