package io.witan.planning.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.planning.application.CollectReview;
import io.witan.planning.domain.ReviewTicket;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Brings the end of a deliberation about a story under review into its ceremony. */
@ApplicationScoped
public class ReviewFromDeliberation {
  private static final String CONSUMER = "planning-backlog-review-results-v1";

  private final OnceInEffect onceInEffect;
  private final CollectReview collectReview;

  protected ReviewFromDeliberation() {
    this(null, null);
  }

  @Inject
  public ReviewFromDeliberation(OnceInEffect onceInEffect, CollectReview collectReview) {
    this.onceInEffect = onceInEffect;
    this.collectReview = collectReview;
  }

  @Incoming("planning-backlog-review-results")
  @Blocking
  public void receive(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    ReviewEnded ended = event.as(ReviewEnded::from);
    // Most are about something else; they need no mark that nothing was done.
    ended
        .ticket()
        .ifPresent(
            ticket ->
                onceInEffect.handle(CONSUMER, event, same -> act(ticket, ended.deliberation())));
  }

  private Outcome<?> act(ReviewTicket ticket, String deliberation) {
    return collectReview.collect(Command.by(Actor.system()), ticket, deliberation);
  }
}
