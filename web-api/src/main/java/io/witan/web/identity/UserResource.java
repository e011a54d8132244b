package io.witan.web.identity;

import io.witan.identity.application.CreateUser;
import io.witan.identity.application.ListUsers;
import io.witan.web.request.Answers;
import io.witan.web.request.AnswersOnce;
import io.witan.web.request.CommandFactory;
import io.witan.web.request.ItemsWire;
import io.witan.web.request.ListQuery;
import io.witan.web.request.PageQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Users: oneself, and all of them for administrators. */
@Path("users")
@RequestScoped
@AnswersOnce
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Identity")
public class UserResource {
  private final CreateUser createUser;
  private final ListUsers listUsers;
  private final CommandFactory commands;

  protected UserResource() {
    this(null, null, null);
  }

  @Inject
  public UserResource(CreateUser createUser, ListUsers listUsers, CommandFactory commands) {
    this.createUser = createUser;
    this.listUsers = listUsers;
    this.commands = commands;
  }

  @GET
  @Path("me")
  @Operation(summary = "Who the token says I am", description = "Any role.")
  public MeWire me() {
    return MeWire.from(commands.actor());
  }

  @POST
  @Operation(summary = "Add a user", description = "Role: admin.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(ref = "UserWire")))
  public Response create(NewUserWire user) {
    return Answers.versioned(
        Response.Status.CREATED,
        createUser.create(commands.command(), user.toDomain()),
        UserWire::from);
  }

  @GET
  @Operation(summary = "List users by name", description = "Role: admin.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response list(
      @QueryParam("limit") String limit,
      @QueryParam("after") String after,
      @QueryParam("total") String total) {
    return Answers.ok(
        listUsers.list(commands.actor(), ListQuery.counted(PageQuery.of(limit, after), total)),
        ItemsWire.page(UserWire::from));
  }
}
