package io.witan.grpc.planning;

import io.witan.grpc.call.AnswerHeaders;
import io.witan.grpc.call.Envelope;
import io.witan.planning.application.ArchiveProject;
import io.witan.planning.application.CreateProject;
import io.witan.planning.application.GetProject;
import io.witan.planning.application.ListProjects;
import io.witan.planning.domain.Project;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.domain.ProjectStatus;
import io.witan.planning.port.Archived;
import io.witan.planning.port.ProjectRepository;
import io.witan.proto.planning.v2.CreateProjectRequest;
import io.witan.proto.planning.v2.CreateProjectResponse;
import io.witan.proto.planning.v2.DeleteProjectRequest;
import io.witan.proto.planning.v2.DeleteProjectResponse;
import io.witan.proto.planning.v2.GetProjectRequest;
import io.witan.proto.planning.v2.ListProjectsRequest;
import io.witan.proto.planning.v2.ListProjectsResponse;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.proto.planning.v2.ProjectResponse;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The calls about projects. */
@Dependent
class ProjectCalls {
  private final CreateProject creation;
  private final ArchiveProject deletion;
  private final GetProject one;
  private final ListProjects all;

  @Inject
  ProjectCalls(CreateProject creation, ArchiveProject deletion, GetProject one, ListProjects all) {
    this.creation = creation;
    this.deletion = deletion;
    this.one = one;
    this.all = all;
  }

  Outcome<CreateProjectResponse> create(CreateProjectRequest request) {
    return Envelope.command(
        PlanningServiceGrpc.getCreateProjectMethod(),
        request,
        request.getOwner(),
        Optional.empty(),
        command ->
            creation
                .create(command, request.getName(), request.getDescription())
                .onDone(project -> AnswerHeaders.version(project.version()))
                .map(
                    project ->
                        CreateProjectResponse.newBuilder()
                            .setProject(ProjectMessages.from(project))
                            .setSuccess(true)
                            .setMessage("Project created: " + project.id())
                            .build()));
  }

  Outcome<ProjectResponse> get(GetProjectRequest request) {
    return one.get(new ProjectId(request.getProjectId()))
        .onDone(project -> AnswerHeaders.version(project.version()))
        .onDone(project -> AnswerHeaders.archived(project.archived()))
        .map(
            project ->
                ProjectResponse.newBuilder()
                    .setProject(ProjectMessages.from(project))
                    .setSuccess(true)
                    .setMessage("Project found: " + project.id())
                    .build());
  }

  Outcome<ListProjectsResponse> list(ListProjectsRequest request) {
    Optional<ProjectStatus> status =
        Planning.stated(request.hasStatusFilter(), request.getStatusFilter())
            .map(value -> ProjectStatus.parse("status_filter", value));
    List<Project> projects =
        all.list(
                new ProjectRepository.Filter(
                    status, Optional.empty(), Optional.empty(), Archived.HIDDEN),
                Planning.window(request.getLimit(), request.getOffset()).page())
            .items();
    return Outcome.done(
        ListProjectsResponse.newBuilder()
            .addAllProjects(projects.stream().map(ProjectMessages::from).toList())
            .setTotalCount(projects.size())
            .setSuccess(true)
            .setMessage(Planning.found(projects.size(), "projects"))
            .build());
  }

  Outcome<DeleteProjectResponse> delete(DeleteProjectRequest request) {
    ProjectId id = new ProjectId(request.getProjectId());
    return Envelope.command(
        PlanningServiceGrpc.getDeleteProjectMethod(),
        request,
        command ->
            deletion
                .archive(command, id)
                .onDone(project -> AnswerHeaders.version(project.version()))
                .map(
                    project ->
                        DeleteProjectResponse.newBuilder()
                            .setSuccess(true)
                            .setMessage("Project deleted: " + project.id())
                            .build()));
  }
}
