package io.witan.grpc.planning;

import io.witan.grpc.call.AnswerHeaders;
import io.witan.grpc.call.Envelope;
import io.witan.planning.application.ArchiveEpic;
import io.witan.planning.application.CreateEpic;
import io.witan.planning.application.GetEpic;
import io.witan.planning.application.ListEpics;
import io.witan.planning.domain.Epic;
import io.witan.planning.domain.EpicId;
import io.witan.planning.domain.EpicStatus;
import io.witan.planning.domain.ProjectId;
import io.witan.planning.port.Archived;
import io.witan.planning.port.EpicRepository;
import io.witan.proto.planning.v2.CreateEpicRequest;
import io.witan.proto.planning.v2.CreateEpicResponse;
import io.witan.proto.planning.v2.DeleteEpicRequest;
import io.witan.proto.planning.v2.DeleteEpicResponse;
import io.witan.proto.planning.v2.EpicResponse;
import io.witan.proto.planning.v2.GetEpicRequest;
import io.witan.proto.planning.v2.ListEpicsRequest;
import io.witan.proto.planning.v2.ListEpicsResponse;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The calls about epics. */
@Dependent
class EpicCalls {
  private final CreateEpic creation;
  private final ArchiveEpic deletion;
  private final GetEpic one;
  private final ListEpics all;

  @Inject
  EpicCalls(CreateEpic creation, ArchiveEpic deletion, GetEpic one, ListEpics all) {
    this.creation = creation;
    this.deletion = deletion;
    this.one = one;
    this.all = all;
  }

  Outcome<CreateEpicResponse> create(CreateEpicRequest request) {
    ProjectId project = new ProjectId(request.getProjectId());
    return Envelope.command(
        PlanningServiceGrpc.getCreateEpicMethod(),
        request,
        command ->
            creation
                .create(command, project, request.getTitle(), request.getDescription())
                .onDone(epic -> AnswerHeaders.version(epic.version()))
                .map(
                    epic ->
                        CreateEpicResponse.newBuilder()
                            .setEpic(EpicMessages.from(epic))
                            .setSuccess(true)
                            .setMessage("Epic created: " + epic.id())
                            .build()));
  }

  Outcome<EpicResponse> get(GetEpicRequest request) {
    return one.get(new EpicId(request.getEpicId()))
        .onDone(epic -> AnswerHeaders.version(epic.version()))
        .onDone(epic -> AnswerHeaders.archived(epic.archived()))
        .map(
            epic ->
                EpicResponse.newBuilder()
                    .setEpic(EpicMessages.from(epic))
                    .setSuccess(true)
                    .setMessage("Epic found: " + epic.id())
                    .build());
  }

  Outcome<ListEpicsResponse> list(ListEpicsRequest request) {
    Optional<ProjectId> project =
        Planning.stated(request.hasProjectId(), request.getProjectId()).map(ProjectId::new);
    Optional<EpicStatus> status =
        Planning.stated(request.hasStatusFilter(), request.getStatusFilter())
            .map(value -> EpicStatus.parse("status_filter", value));
    List<Epic> epics =
        all.list(
                new EpicRepository.Filter(project, status, Optional.empty(), Archived.HIDDEN),
                Planning.window(request.getLimit(), request.getOffset()).page())
            .items();
    return Outcome.done(
        ListEpicsResponse.newBuilder()
            .addAllEpics(epics.stream().map(EpicMessages::from).toList())
            .setTotalCount(epics.size())
            .setSuccess(true)
            .setMessage(Planning.found(epics.size(), "epics"))
            .build());
  }

  Outcome<DeleteEpicResponse> delete(DeleteEpicRequest request) {
    EpicId id = new EpicId(request.getEpicId());
    return Envelope.command(
        PlanningServiceGrpc.getDeleteEpicMethod(),
        request,
        command ->
            deletion
                .archive(command, id)
                .onDone(epic -> AnswerHeaders.version(epic.version()))
                .map(
                    epic ->
                        DeleteEpicResponse.newBuilder()
                            .setSuccess(true)
                            .setMessage("Epic deleted: " + epic.id())
                            .build()));
  }
}
