package io.witan.calibration.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.calibration.application.SettlePlan;
import io.witan.calibration.domain.Decision;
import io.witan.messaging.EventPayload;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.planning.domain.CeremonyId;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Settles forecasts by decisions on plans and backlog reviews, and by the tasks cut of plans. */
@ApplicationScoped
public class OutcomesOfPlans {
  private static final String CONSUMER = "calibration-plan-decided-v1";

  private final OnceInEffect onceInEffect;
  private final SettlePlan settlePlan;

  /** What calibration wants to know of a decision on a plan. */
  private record Decided(Optional<PlanId> plan, Optional<CeremonyId> ceremony, StoryId story) {
    static Decided from(EventPayload payload) {
      return new Decided(
          payload.optionalText("plan_id").map(PlanId::new),
          payload.optionalText("ceremony_id").map(CeremonyId::new),
          new StoryId(payload.text("story_id")));
    }
  }

  protected OutcomesOfPlans() {
    this(null, null);
  }

  @Inject
  public OutcomesOfPlans(OnceInEffect onceInEffect, SettlePlan settlePlan) {
    this.onceInEffect = onceInEffect;
    this.settlePlan = settlePlan;
  }

  @Incoming("calibration-plan-decided")
  @Blocking
  public void receive(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    Decided decided = event.as(Decided::from);
    onceInEffect.handle(CONSUMER, event, same -> act(event.subject(), decided));
  }

  private Outcome<?> act(String subject, Decided decided) {
    Command command = Command.by(Actor.system());
    return switch (subject) {
      case "planning.plan.approved" -> plan(command, decided, Decision.PASSED);
      case "planning.plan.rejected" -> plan(command, decided, Decision.TURNED_DOWN);
      case "planning.tasks.derived" -> tasks(command, decided, Decision.PASSED);
      case "planning.task.derivation.failed" -> tasks(command, decided, Decision.TURNED_DOWN);
      default -> throw new IllegalStateException("nobody listens to " + subject);
    };
  }

  private Outcome<?> plan(Command command, Decided decided, Decision decision) {
    return settlePlan.plan(command, decided.plan(), decided.ceremony(), decided.story(), decision);
  }

  private Outcome<?> tasks(Command command, Decided decided, Decision decision) {
    return settlePlan.tasks(command, decided.plan().orElseThrow(), decision);
  }
}
