package io.witan.workflow.adapter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.witan.messaging.IncomingEvent;
import io.witan.messaging.OnceInEffect;
import io.witan.nats.connector.JetStreamMetadata;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.workflow.application.GiveBackClaim;
import io.witan.workflow.application.TakeAgentWork;
import io.witan.workflow.domain.TaskWorkflow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Acts on what agents have done at the gates of tasks, those of Witan's councils and those from
 * outside alike. What the rules forbid an agent is kept as its refusal, and done with.
 */
@ApplicationScoped
public class WorkOfAgents {
  private static final Logger LOG = Logger.getLogger(WorkOfAgents.class.getName());
  private static final String CONSUMER = "workflow-agent-work-completed-v1";

  private final OnceInEffect onceInEffect;
  private final TakeAgentWork takeAgentWork;
  private final GiveBackClaim giveBackClaim;

  protected WorkOfAgents() {
    this(null, null, null);
  }

  @Inject
  public WorkOfAgents(
      OnceInEffect onceInEffect, TakeAgentWork takeAgentWork, GiveBackClaim giveBackClaim) {
    this.giveBackClaim = giveBackClaim;
    this.onceInEffect = onceInEffect;
    this.takeAgentWork = takeAgentWork;
  }

  @Incoming("workflow-agent-work-completed")
  @Blocking
  public void receive(String payload, JetStreamMetadata source) {
    IncomingEvent event = IncomingEvent.of(payload, source);
    AgentWorkCompleted completed = event.as(AgentWorkCompleted::from);
    onceInEffect
        .handleFor(
            completed.command(),
            CONSUMER,
            event,
            same -> takeAgentWork.take(completed.command(), completed.work()))
        .ifPresent(refusal -> refused(completed, refusal));
  }

  /** What a council holds goes back: it has said all that it has to say. */
  private void refused(AgentWorkCompleted completed, Refusal refusal) {
    LOG.log(Level.INFO, "the work of an agent was refused: {0}", refusal.message());
    if (completed.isOfCouncil() && completed.work().fencingToken().isPresent()) {
      Outcome<TaskWorkflow> unused =
          giveBackClaim.giveBack(
              Command.by(Actor.system()),
              completed.work().task(),
              completed.work().fencingToken().get(),
              "the word of the council was refused: " + refusal.message());
    }
  }
}
