package io.witan.deliberation.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.deliberation.application.RecordAgentFailure;
import io.witan.deliberation.application.RecordAgentFailure.Failure;
import io.witan.deliberation.application.RecordAgentResponse;
import io.witan.deliberation.application.RecordAgentResponse.Response;
import io.witan.deliberation.application.RecordTurnAnswer;
import io.witan.deliberation.domain.CollectedTask.Aside;
import io.witan.deliberation.domain.CollectedTaskId;
import io.witan.deliberation.domain.CouncilId;
import io.witan.deliberation.domain.OutsideTurnId;
import io.witan.messaging.EventPayload;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.planning.domain.DerivationId;
import io.witan.planning.domain.ReviewTicket;
import io.witan.shared.Ids;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.shared.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Collects what agents from outside answer to tasks that nobody here has asked them about. Turns of
 * deliberations, and what planning has asked for, are left to those who wait for them.
 */
@ApplicationScoped
public class DeliberationCollector {
  private static final Logger LOG = Logger.getLogger(DeliberationCollector.class.getName());
  private static final String COMPLETED = "deliberation-collector-completed-v2";
  private static final String FAILED = "deliberation-collector-failed-v2";

  private final OnceInEffect onceInEffect;
  private final RecordTurnAnswer turns;
  private final RecordAgentResponse recordResponse;
  private final RecordAgentFailure recordFailure;

  protected DeliberationCollector() {
    this(null, null, null, null);
  }

  @Inject
  public DeliberationCollector(
      OnceInEffect onceInEffect,
      RecordTurnAnswer turns,
      RecordAgentResponse recordResponse,
      RecordAgentFailure recordFailure) {
    this.onceInEffect = onceInEffect;
    this.turns = turns;
    this.recordResponse = recordResponse;
    this.recordFailure = recordFailure;
  }

  @Incoming("deliberation-collector-completed")
  @Blocking
  public void completed(String payload, JetStreamMetadata source) {
    receive(
        COMPLETED,
        IncomingEvent.of(payload, source),
        (speaks, event) ->
            recordResponse.record(
                speaks.command(), event.as(said -> response(speaks, said, source.timestamp()))));
  }

  @Incoming("deliberation-collector-failed")
  @Blocking
  public void failed(String payload, JetStreamMetadata source) {
    receive(
        FAILED,
        IncomingEvent.of(payload, source),
        (speaks, event) ->
            recordFailure.record(
                speaks.command(), event.as(said -> failure(speaks, said, source.timestamp()))));
  }

  private void receive(
      String consumer,
      IncomingEvent event,
      BiFunction<AgentSpeaks, IncomingEvent, Outcome<?>> effect) {
    AgentSpeaks speaks = event.as(AgentSpeaks::from);
    if (!event.as(said -> isWaitedFor(speaks.task()))) {
      onceInEffect
          .handleFor(speaks.command(), consumer, event, same -> effect.apply(speaks, same))
          .ifPresent(refusal -> LOG.log(Level.INFO, "not collected: {0}", refusal.message()));
    }
  }

  private boolean isWaitedFor(String task) {
    return DerivationId.in(task).isPresent()
        || ReviewTicket.in(task).isPresent()
        || turns.isTurn(new OutsideTurnId(task));
  }

  private static Response response(AgentSpeaks speaks, EventPayload said, Instant sent) {
    return new Response(
        new CollectedTaskId(speaks.task()),
        speaks.agent(),
        role(said),
        said.textOrIn("proposal", "content"),
        AgentSpeaks.duration(said),
        at(said, sent),
        agents(said),
        new Aside(story(said), said.in("output").optionalFlag("checks_passed"), Optional.empty()));
  }

  private static Failure failure(AgentSpeaks speaks, EventPayload said, Instant sent) {
    return new Failure(
        new CollectedTaskId(speaks.task()),
        speaks.agent(),
        role(said),
        said.optionalText("error").orElse("Unknown error"),
        at(said, sent),
        agents(said),
        new Aside(story(said), Optional.empty(), said.optionalText("error_type")));
  }

  private static Optional<String> story(EventPayload said) {
    return said.optionalText("story_id").map(id -> Ids.valid("story_id", id));
  }

  private static Optional<Role> role(EventPayload said) {
    return said.optionalText("role").map(role -> CouncilId.role("role", role));
  }

  private static Instant at(EventPayload said, Instant sent) {
    return said.optionalText("timestamp").map(text -> Times.parse("timestamp", text)).orElse(sent);
  }

  private static Optional<Integer> agents(EventPayload said) {
    return said.optionalCount("num_agents");
  }
}
