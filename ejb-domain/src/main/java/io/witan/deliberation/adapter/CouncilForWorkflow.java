package io.witan.deliberation.adapter;

import io.witan.deliberation.application.StartDeliberation;
import io.witan.deliberation.application.StartDeliberation.Request;
import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.workflow.domain.TaskWorkflow;
import io.witan.workflow.port.ImplementationCouncil;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Gives the workflow a council that thinks about how to do a task. */
@Dependent
public class CouncilForWorkflow implements ImplementationCouncil {
  private final StartDeliberation startDeliberation;

  @Inject
  public CouncilForWorkflow(StartDeliberation startDeliberation) {
    this.startDeliberation = startDeliberation;
  }

  @Override
  public Outcome<String> convene(Command command, TaskWorkflow workflow, Wish wish) {
    return startDeliberation
        .start(command, Request.implementationOf(workflow.task().value()).under(wish))
        .map(deliberation -> deliberation.id().value());
  }
}
