package io.witan.web.planning;

import io.witan.planning.application.ApproveDecision;
import io.witan.planning.application.GetDecision;
import io.witan.planning.application.ProposeDecision;
import io.witan.planning.application.RejectDecision;
import io.witan.planning.domain.DecisionId;
import io.witan.web.request.Answers;
import io.witan.web.request.AnswersOnce;
import io.witan.web.request.CommandFactory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Decisions about stories: proposed by the team, ruled on by a product owner. */
@Path("decisions")
@RequestScoped
@AnswersOnce
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
public class DecisionResource {
  private final ProposeDecision proposeDecision;
  private final GetDecision getDecision;
  private final ApproveDecision approveDecision;
  private final RejectDecision rejectDecision;
  private final CommandFactory commands;

  protected DecisionResource() {
    this(null, null, null, null, null);
  }

  @Inject
  public DecisionResource(
      ProposeDecision proposeDecision,
      GetDecision getDecision,
      ApproveDecision approveDecision,
      RejectDecision rejectDecision,
      CommandFactory commands) {
    this.proposeDecision = proposeDecision;
    this.getDecision = getDecision;
    this.approveDecision = approveDecision;
    this.rejectDecision = rejectDecision;
    this.commands = commands;
  }

  @POST
  @Operation(
      summary = "Propose a decision about a story",
      description = "Role: po, architect, developer, qa, devops or data.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(ref = "DecisionWire")))
  public Response propose(NewDecisionWire decision) {
    return Answers.versioned(
        Response.Status.CREATED,
        proposeDecision.propose(commands.command(), decision.scope(), decision.text()),
        DecisionWire::from);
  }

  @GET
  @Path("{decision_id}")
  @Operation(summary = "Read a decision", description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "DecisionWire")))
  public Response get(@PathParam("decision_id") String id) {
    return Answers.versioned(
        Response.Status.OK, getDecision.get(new DecisionId(id)), DecisionWire::from);
  }

  @POST
  @Path("{decision_id}/approval")
  @Operation(
      summary = "Approve a decision",
      description =
          "Role: po. What it supersedes holds no more. A content_digest makes sure that what was"
              + " read is what is approved.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "DecisionWire")))
  public Response approve(@PathParam("decision_id") String id, ApprovalWire approval) {
    return Answers.versioned(
        Response.Status.OK,
        approveDecision.approve(
            commands.command(),
            new DecisionId(id),
            Optional.empty(),
            approval.remark(),
            approval.shown()),
        DecisionWire::from);
  }

  @POST
  @Path("{decision_id}/rejection")
  @Operation(
      summary = "Reject a decision",
      description =
          "Role: po. A new deliberation about the story starts (next_deliberation_id), which knows"
              + " the reason.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "DecisionWire")))
  public Response reject(@PathParam("decision_id") String id, RejectionWire rejection) {
    return Answers.versioned(
        Response.Status.OK,
        rejectDecision.reject(
            commands.command(), new DecisionId(id), Optional.empty(), rejection.why()),
        DecisionWire::rejected);
  }
}
