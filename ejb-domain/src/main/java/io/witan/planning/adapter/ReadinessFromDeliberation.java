package io.witan.planning.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.planning.application.FailJudgement;
import io.witan.planning.application.JudgeReadiness;
import io.witan.planning.domain.JudgementId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Makes the answer of a deliberation about a story's readiness the verdict on it. */
@ApplicationScoped
public class ReadinessFromDeliberation {
  private static final String CONSUMER = "planning-readiness-deliberated-v1";

  private final OnceInEffect onceInEffect;
  private final JudgeReadiness judgeReadiness;
  private final FailJudgement failJudgement;

  protected ReadinessFromDeliberation() {
    this(null, null, null);
  }

  @Inject
  public ReadinessFromDeliberation(
      OnceInEffect onceInEffect, JudgeReadiness judgeReadiness, FailJudgement failJudgement) {
    this.onceInEffect = onceInEffect;
    this.judgeReadiness = judgeReadiness;
    this.failJudgement = failJudgement;
  }

  @Incoming("planning-readiness-deliberated")
  @Blocking
  public void receive(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    DeliberationEnded ended = event.as(DeliberationEnded::from);
    // Most are about something else; they need no mark that nothing was done.
    ended.judgement().ifPresent(id -> onceInEffect.handle(CONSUMER, event, same -> act(id, ended)));
  }

  private Outcome<?> act(JudgementId id, DeliberationEnded ended) {
    Command command = Command.by(Actor.system());
    return ended.error().isPresent()
        ? failJudgement.fail(command, id, ended.deliberation(), ended.error().get())
        : judgeReadiness.judge(command, id, ended.deliberation());
  }
}
