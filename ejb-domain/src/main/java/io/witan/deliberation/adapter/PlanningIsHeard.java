package io.witan.deliberation.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.deliberation.application.DispatchPlan;
import io.witan.deliberation.application.DispatchPlan.ApprovedPlan;
import io.witan.deliberation.application.TellReport;
import io.witan.deliberation.domain.Dispatch;
import io.witan.deliberation.domain.Report;
import io.witan.deliberation.domain.Report.PhaseChanged;
import io.witan.deliberation.domain.Report.PlanApproved;
import io.witan.messaging.EventPayload;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Tells on what planning has told, and, where that is wanted, gives approved plans to the councils
 * of their roles.
 */
@ApplicationScoped
public class PlanningIsHeard {
  private static final Logger LOG = Logger.getLogger(PlanningIsHeard.class.getName());
  private static final String TRANSITIONS = "orch-planning-story-transitions";
  private static final String APPROVALS = "orch-planning-plan-approved";

  private final OnceInEffect onceInEffect;
  private final TellReport tellReport;
  private final DispatchPlan dispatchPlan;
  private final boolean dispatches;

  protected PlanningIsHeard() {
    this(null, null, null, false);
  }

  /** Plans are dispatched by themselves only if that is set: it costs tokens for each role. */
  @Inject
  public PlanningIsHeard(
      OnceInEffect onceInEffect,
      TellReport tellReport,
      DispatchPlan dispatchPlan,
      @ConfigProperty(name = "witan.deliberation.auto-dispatch") boolean dispatches) {
    this.onceInEffect = onceInEffect;
    this.tellReport = tellReport;
    this.dispatchPlan = dispatchPlan;
    this.dispatches = dispatches;
  }

  @Incoming("deliberation-story-transitions")
  @Blocking
  public void transitioned(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    PhaseChanged changed = event.as(PlanningIsHeard::phase);
    // A story goes through several states in one phase.
    if (!changed.from().equals(changed.to())) {
      onceInEffect.handle(TRANSITIONS, event, same -> tell(changed));
    }
  }

  @Incoming("deliberation-plan-approved")
  @Blocking
  public void approved(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    PlanApproved approved = event.as(PlanningIsHeard::approval);
    onceInEffect.handle(
        APPROVALS, event, same -> tell(approved).then(told -> dispatchIfWanted(approved)));
  }

  private Outcome<?> tell(Report report) {
    return tellReport.tell(system(), report);
  }

  private Outcome<?> dispatchIfWanted(PlanApproved approved) {
    return dispatches
        ? dispatchPlan
            .dispatch(
                system(), new ApprovedPlan(approved.planId(), approved.storyId(), approved.roles()))
            .onDone(PlanningIsHeard::log)
        : Outcome.done(approved);
  }

  private static void log(Dispatch dispatch) {
    LOG.log(
        dispatch.failed() == 0 ? Level.INFO : Level.WARNING,
        "plan {0}: {1} of {2} councils were asked; {3}",
        new Object[] {
          dispatch.plan(),
          dispatch.successful(),
          dispatch.total(),
          dispatch.results().stream().flatMap(one -> one.error().stream()).toList()
        });
  }

  private static Command system() {
    return Command.by(Actor.system());
  }

  private static PhaseChanged phase(EventPayload said) {
    return new PhaseChanged(
        said.text("story_id"),
        said.text("from_phase"),
        said.text("to_phase"),
        Times.parse("timestamp", said.text("timestamp")));
  }

  private static PlanApproved approval(EventPayload said) {
    return new PlanApproved(
        said.text("story_id"),
        said.text("plan_id"),
        said.text("approved_by"),
        said.texts("roles"),
        Times.parse("timestamp", said.text("timestamp")));
  }
}
