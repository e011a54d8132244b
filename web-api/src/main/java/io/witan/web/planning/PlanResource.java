package io.witan.web.planning;

import io.witan.planning.application.ApprovePlan;
import io.witan.planning.application.GetPlan;
import io.witan.planning.application.RejectPlan;
import io.witan.planning.domain.PlanId;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Plans: proposed by a council, decided by a product owner. */
@Path("plans")
@RequestScoped
@AnswersOnce
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
public class PlanResource {
  private final GetPlan getPlan;
  private final ApprovePlan approvePlan;
  private final RejectPlan rejectPlan;
  private final CommandFactory commands;

  protected PlanResource() {
    this(null, null, null, null);
  }

  @Inject
  public PlanResource(
      GetPlan getPlan, ApprovePlan approvePlan, RejectPlan rejectPlan, CommandFactory commands) {
    this.getPlan = getPlan;
    this.approvePlan = approvePlan;
    this.rejectPlan = rejectPlan;
    this.commands = commands;
  }

  @GET
  @Path("{plan_id}")
  @Operation(summary = "Read a plan", description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "PlanWire")))
  public Response get(@PathParam("plan_id") String id) {
    return Answers.versioned(Response.Status.OK, getPlan.get(new PlanId(id)), PlanWire::from);
  }

  @POST
  @Path("{plan_id}/approval")
  @Operation(
      summary = "Approve a plan: its tasks come into being",
      description = "Role: po. A content_digest makes sure that what was read is what is approved.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "PlanWire")))
  public Response approve(@PathParam("plan_id") String id, ApprovalWire approval) {
    return Answers.versioned(
        Response.Status.OK,
        approvePlan.approve(
            commands.command(), new PlanId(id), approval.remark(), approval.shown()),
        PlanWire::from);
  }

  @POST
  @Path("{plan_id}/rejection")
  @Operation(
      summary = "Reject a plan",
      description =
          "Role: po. While the story is READY_FOR_PLANNING, a new deliberation starts"
              + " (next_deliberation_id), which knows the reason.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "PlanWire")))
  public Response reject(@PathParam("plan_id") String id, RejectionWire rejection) {
    return Answers.versioned(
        Response.Status.OK,
        rejectPlan.reject(commands.command(), new PlanId(id), rejection.why()),
        PlanWire::rejected);
  }
}
