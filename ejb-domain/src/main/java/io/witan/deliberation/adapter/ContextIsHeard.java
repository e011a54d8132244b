package io.witan.deliberation.adapter;

import static io.witan.contract.Field.field;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.contract.EventContract;
import io.witan.contract.Shape;
import io.witan.deliberation.port.DeliberationRepository;
import io.witan.messaging.IncomingEvent;
import io.witan.nats.connector.JetStreamMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.annotation.Counted;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Notes in the log what has changed in the context of a story, and how many deliberations go on
 * with what was known when they began: a deliberation is never told something else half-way. What
 * was heard is counted in the metrics, by its subject.
 */
@ApplicationScoped
public class ContextIsHeard {
  static final EventContract UPDATED =
      about(
              "context.updated",
              "What is known about a story has changed; it is noted in the log and counted.")
          .with(field("version", Shape.whole(0)));

  static final EventContract MILESTONE =
      about(
              "context.milestone.reached",
              "A story has reached a milestone; it is noted in the log and counted.")
          .with(field("milestone_id", Shape.id()), field("milestone_name", Shape.text()));

  static final EventContract DECISION =
      about(
              "context.decision.added",
              "A decision on a story was added; it is noted in the log and counted.")
          .with(field("decision_id", Shape.id()), field("decision_type", Shape.text()));

  private static final String COUNT = "witan_context_events";

  private static final Logger LOG = Logger.getLogger(ContextIsHeard.class.getName());

  private final DeliberationRepository deliberations;

  protected ContextIsHeard() {
    this(null);
  }

  @Inject
  public ContextIsHeard(DeliberationRepository deliberations) {
    this.deliberations = deliberations;
  }

  @Incoming("deliberation-context-updated")
  @Blocking
  @Counted(name = COUNT, absolute = true, tags = "subject=context.updated")
  public void updated(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    note(event, event.as(said -> said.optionalWhole("version").map(String::valueOf).orElse("")));
  }

  @Incoming("deliberation-context-milestone")
  @Blocking
  @Counted(name = COUNT, absolute = true, tags = "subject=context.milestone.reached")
  public void milestone(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    note(event, event.as(said -> said.text("milestone_id")));
  }

  @Incoming("deliberation-context-decision")
  @Blocking
  @Counted(name = COUNT, absolute = true, tags = "subject=context.decision.added")
  public void decision(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    note(event, event.as(said -> said.text("decision_id")));
  }

  private void note(IncomingEvent event, String name) {
    String story = event.as(said -> said.text("story_id"));
    LOG.log(
        Level.INFO,
        "{0} {1} of story {2}: {3} open deliberations go on with what was known before",
        new Object[] {event.subject(), name, story, deliberations.openOfStory(story).size()});
  }

  private static EventContract about(String subject, String summary) {
    return EventContract.of(subject, summary, field("story_id", Shape.id()));
  }
}
