package io.witan.web.deliberation;

import io.witan.deliberation.application.GetDeliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.planning.domain.TaskId;
import io.witan.web.request.Answers;
import io.witan.web.request.AnswersOnce;
import io.witan.web.request.CommandFactory;
import io.witan.workflow.application.RequestImplementation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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

/** Has a council think about how to do a task. */
@Path("tasks")
@RequestScoped
@AnswersOnce
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Deliberation")
public class TaskDeliberationResource {
  private final RequestImplementation requestImplementation;
  private final GetDeliberation getDeliberation;
  private final CommandFactory commands;

  protected TaskDeliberationResource() {
    this(null, null, null);
  }

  @Inject
  public TaskDeliberationResource(
      RequestImplementation requestImplementation,
      GetDeliberation getDeliberation,
      CommandFactory commands) {
    this.requestImplementation = requestImplementation;
    this.getDeliberation = getDeliberation;
    this.commands = commands;
  }

  @POST
  @Path("{task_id}/deliberation")
  @Operation(
      summary = "Have a council think about how to do a task",
      description =
          "Role: developer. The task must be in work; a repetition answers the open one,"
              + " whatever it wishes. Without a body all is as the settings say. "
              + WishWire.MEANING)
  @APIResponse(
      responseCode = "202",
      description = "Accepted",
      content = @Content(schema = @Schema(ref = "DeliberationWire")))
  public Response start(@PathParam("task_id") String id, WishWire wish) {
    return Answers.versioned(
        Response.Status.ACCEPTED,
        requestImplementation
            .request(commands.command(), new TaskId(id), wish.toDomain())
            .then(started -> getDeliberation.get(new DeliberationId(started))),
        DeliberationWire::from);
  }
}
