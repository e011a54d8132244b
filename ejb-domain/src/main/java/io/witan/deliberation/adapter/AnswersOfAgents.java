package io.witan.deliberation.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.deliberation.application.RecordTurnAnswer;
import io.witan.deliberation.domain.OutsideTurnId;
import io.witan.deliberation.domain.Reply;
import io.witan.messaging.EventPayload;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Brings what agents from outside answer into the turns that they were asked for. Answers to other
 * tasks are for others.
 */
@ApplicationScoped
public class AnswersOfAgents {
  private static final Logger LOG = Logger.getLogger(AnswersOfAgents.class.getName());
  private static final String COMPLETED = "orch-agent-response-completed-v2";
  private static final String FAILED = "orch-agent-response-failed-v2";

  private final OnceInEffect onceInEffect;
  private final RecordTurnAnswer recordTurnAnswer;

  protected AnswersOfAgents() {
    this(null, null);
  }

  @Inject
  public AnswersOfAgents(OnceInEffect onceInEffect, RecordTurnAnswer recordTurnAnswer) {
    this.onceInEffect = onceInEffect;
    this.recordTurnAnswer = recordTurnAnswer;
  }

  @Incoming("deliberation-agent-response-completed")
  @Blocking
  public void completed(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    receive(
        COMPLETED,
        event,
        (turn, speaks) ->
            recordTurnAnswer.answer(
                speaks.command(), turn, speaks.agent(), event.as(AnswersOfAgents::reply)));
  }

  @Incoming("deliberation-agent-response-failed")
  @Blocking
  public void failed(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    receive(
        FAILED,
        event,
        (turn, speaks) ->
            recordTurnAnswer.fail(
                speaks.command(),
                turn,
                speaks.agent(),
                event.as(said -> said.optionalText("error").orElse("Unknown error")),
                event.as(said -> said.optionalText("error_type").orElse("UNKNOWN"))));
  }

  /** Changes nothing: who waits looks for an answer. */
  @Incoming("deliberation-agent-response-progress")
  @Blocking
  public void progress(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    AgentSpeaks speaks = event.as(AgentSpeaks::from);
    long percent = event.as(said -> said.optionalWhole("progress_pct").orElse(0L));
    LOG.log(
        Level.INFO,
        "{0} is at {1} percent of task {2}: {3}",
        new Object[] {
          speaks.agent(),
          percent,
          speaks.task(),
          event.as(said -> said.optionalText("message").orElse(""))
        });
  }

  private void receive(
      String consumer,
      IncomingEvent event,
      BiFunction<OutsideTurnId, AgentSpeaks, Outcome<?>> effect) {
    AgentSpeaks speaks = event.as(AgentSpeaks::from);
    OutsideTurnId turn = event.as(said -> new OutsideTurnId(speaks.task()));
    if (recordTurnAnswer.isTurn(turn)) {
      onceInEffect
          .handleFor(speaks.command(), consumer, event, same -> effect.apply(turn, speaks))
          .ifPresent(AnswersOfAgents::tell);
    }
  }

  private static void tell(Refusal refusal) {
    LOG.log(Level.INFO, "an answer from outside was refused: {0}", refusal.message());
  }

  private static Reply reply(EventPayload said) {
    return new Reply(
        said.textOrIn("proposal", "content"),
        said.optionalText("model").orElse(""),
        said.optionalCount("prompt_tokens").orElse(0),
        said.optionalCount("completion_tokens").orElse(0),
        AgentSpeaks.duration(said));
  }
}
