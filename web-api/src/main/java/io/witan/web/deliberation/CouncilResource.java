package io.witan.web.deliberation;

import io.witan.deliberation.application.CreateCouncil;
import io.witan.deliberation.application.DeleteCouncil;
import io.witan.deliberation.application.GetCouncil;
import io.witan.deliberation.application.ListCouncils;
import io.witan.deliberation.application.RegisterAgent;
import io.witan.deliberation.application.UnregisterAgent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.CouncilId;
import io.witan.shared.Outcome;
import io.witan.web.request.Answers;
import io.witan.web.request.AnswersOnce;
import io.witan.web.request.CommandFactory;
import io.witan.web.request.ItemsWire;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Councils: who deliberates in a role when nobody else is named. */
@Path("councils")
@RequestScoped
@AnswersOnce
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliberation")
public class CouncilResource {
  private final CreateCouncil createCouncil;
  private final GetCouncil getCouncil;
  private final ListCouncils listCouncils;
  private final DeleteCouncil deleteCouncil;
  private final RegisterAgent registerAgent;
  private final UnregisterAgent unregisterAgent;
  private final CommandFactory commands;

  protected CouncilResource() {
    this(null, null, null, null, null, null, null);
  }

  @Inject
  public CouncilResource(
      CreateCouncil createCouncil,
      GetCouncil getCouncil,
      ListCouncils listCouncils,
      DeleteCouncil deleteCouncil,
      RegisterAgent registerAgent,
      UnregisterAgent unregisterAgent,
      CommandFactory commands) {
    this.createCouncil = createCouncil;
    this.getCouncil = getCouncil;
    this.listCouncils = listCouncils;
    this.deleteCouncil = deleteCouncil;
    this.registerAgent = registerAgent;
    this.unregisterAgent = unregisterAgent;
    this.commands = commands;
  }

  @POST
  @Operation(
      summary = "Create the council of a role",
      description = "Role: devops or admin. Its agents are agent-{role}-001 and on.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(ref = "CouncilWire")))
  public Response create(NewCouncilWire council) {
    return Answers.versioned(
        Response.Status.CREATED,
        createCouncil.create(commands.command(), council.roleOf(), council.size(), council.model()),
        CouncilWire::from);
  }

  @GET
  @Operation(summary = "List the councils", description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response list() {
    return Answers.ok(Outcome.done(listCouncils.list()), ItemsWire.list(CouncilWire::from));
  }

  @GET
  @Path("{role}")
  @Operation(summary = "Read the council of a role", description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "CouncilWire")))
  public Response get(@PathParam("role") String role) {
    return Answers.versioned(
        Response.Status.OK, getCouncil.get(CouncilId.role("role", role)), CouncilWire::from);
  }

  @DELETE
  @Path("{role}")
  @Operation(
      summary = "Delete the council of a role",
      description =
          "Role: devops or admin. It may be created again; deliberations under way go on.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "CouncilWire")))
  public Response delete(@PathParam("role") String role) {
    return Answers.ok(
        deleteCouncil.delete(commands.command(), CouncilId.role("role", role)), CouncilWire::from);
  }

  @POST
  @Path("{role}/agents")
  @Operation(
      summary = "Register an agent",
      description = "Role: devops or admin. It gets the last seat.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(ref = "CouncilWire")))
  public Response register(@PathParam("role") String role, AgentWire agent) {
    return Answers.versioned(
        Response.Status.CREATED,
        registerAgent.register(commands.command(), CouncilId.role("role", role), agent.member()),
        CouncilWire::from);
  }

  @DELETE
  @Path("{role}/agents/{agent_id}")
  @Operation(
      summary = "Unregister an agent",
      description = "Role: devops or admin. The last one of a council stays.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "CouncilWire")))
  public Response unregister(@PathParam("role") String role, @PathParam("agent_id") String agent) {
    return Answers.versioned(
        Response.Status.OK,
        unregisterAgent.unregister(
            commands.command(), CouncilId.role("role", role), new AgentId(agent)),
        CouncilWire::from);
  }
}
