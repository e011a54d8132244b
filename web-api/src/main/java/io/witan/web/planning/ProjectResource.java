package io.witan.web.planning;

import io.witan.planning.application.ArchiveProject;
import io.witan.planning.application.CreateProject;
import io.witan.planning.application.GetProject;
import io.witan.planning.application.ListProjects;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.domain.ProjectStatus;
import io.witan.planning.port.ProjectRepository.Filter;
import io.witan.shared.ActorId;
import io.witan.shared.Outcome;
import io.witan.web.request.Answers;
import io.witan.web.request.AnswersOnce;
import io.witan.web.request.ArchivedQuery;
import io.witan.web.request.CommandFactory;
import io.witan.web.request.ItemsWire;
import io.witan.web.request.ListQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Projects: what epics belong to. */
@Path("projects")
@RequestScoped
@AnswersOnce
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Planning")
public class ProjectResource {
  private final CreateProject createProject;
  private final GetProject getProject;
  private final ListProjects listProjects;
  private final ArchiveProject archiveProject;
  private final CommandFactory commands;

  protected ProjectResource() {
    this(null, null, null, null, null);
  }

  @Inject
  public ProjectResource(
      CreateProject createProject,
      GetProject getProject,
      ListProjects listProjects,
      ArchiveProject archiveProject,
      CommandFactory commands) {
    this.createProject = createProject;
    this.getProject = getProject;
    this.listProjects = listProjects;
    this.archiveProject = archiveProject;
    this.commands = commands;
  }

  @POST
  @Operation(summary = "Open a project", description = "Role: po.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(ref = "ProjectWire")))
  public Response create(NewProjectWire project) {
    return Answers.versioned(
        Response.Status.CREATED,
        createProject.create(commands.command(), project.name(), project.description()),
        ProjectWire::from);
  }

  @GET
  @Operation(summary = "List projects, oldest first unless sorted", description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ItemsWire")))
  public Response list(
      @QueryParam("status") String status,
      @QueryParam("owner") String owner,
      @QueryParam("text") @Parameter(description = "A part of the name, in upper or lower case")
          String text,
      @QueryParam("archived") String archived,
      @BeanParam ListQuery query) {
    Filter filter =
        new Filter(
            Optional.ofNullable(status).map(value -> ProjectStatus.parse("status", value)),
            Optional.ofNullable(owner).map(ActorId::new),
            Optional.ofNullable(text),
            ArchivedQuery.of(archived));
    return Answers.ok(
        Outcome.done(listProjects.list(filter, query.page())), ItemsWire.page(ProjectWire::from));
  }

  @GET
  @Path("{project_id}")
  @Operation(summary = "Read a project", description = "Any role.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ProjectWire")))
  public Response get(@PathParam("project_id") String id) {
    return Answers.versioned(
        Response.Status.OK, getProject.get(new ProjectId(id)), ProjectWire::from);
  }

  @DELETE
  @Path("{project_id}")
  @Operation(
      summary = "Delete a project",
      description =
          "Role: po. It is archived with all that lies below it: hidden from lists, closed for changes, still to be read.")
  @APIResponse(
      responseCode = "200",
      description = "Done",
      content = @Content(schema = @Schema(ref = "ProjectWire")))
  public Response delete(@PathParam("project_id") String id) {
    return Answers.versioned(
        Response.Status.OK,
        archiveProject.archive(commands.command(), new ProjectId(id)),
        ProjectWire::from);
  }
}
