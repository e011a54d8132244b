package io.witan.grpc.planning;

import io.witan.grpc.call.AnswerHeaders;
import io.witan.grpc.call.Envelope;
import io.witan.planning.application.CreateTask;
import io.witan.planning.application.GetTask;
import io.witan.planning.application.ListTasks;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.Task;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskStatus;
import io.witan.planning.domain.TaskText;
import io.witan.planning.port.Archived;
import io.witan.planning.port.TaskRepository;
import io.witan.proto.planning.v2.CreateTaskRequest;
import io.witan.proto.planning.v2.CreateTaskResponse;
import io.witan.proto.planning.v2.GetTaskRequest;
import io.witan.proto.planning.v2.ListTasksRequest;
import io.witan.proto.planning.v2.ListTasksResponse;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.proto.planning.v2.TaskResponse;
import io.witan.shared.Outcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The calls about tasks. */
@Dependent
class TaskCalls {
  private final CreateTask creation;
  private final GetTask one;
  private final ListTasks all;

  @Inject
  TaskCalls(CreateTask creation, GetTask one, ListTasks all) {
    this.creation = creation;
    this.one = one;
    this.all = all;
  }

  Outcome<CreateTaskResponse> create(CreateTaskRequest request) {
    StoryId story = new StoryId(request.getStoryId());
    Optional<PlanId> plan =
        Planning.stated(request.hasPlanId(), request.getPlanId()).map(PlanId::new);
    TaskText text = TaskMessages.toDomain(request);
    return Envelope.command(
        PlanningServiceGrpc.getCreateTaskMethod(),
        request,
        command ->
            creation
                .create(command, story, plan, text)
                .onDone(task -> AnswerHeaders.version(task.version()))
                .map(
                    task ->
                        CreateTaskResponse.newBuilder()
                            .setTask(TaskMessages.from(task))
                            .setSuccess(true)
                            .setMessage("Task created: " + task.id())
                            .build()));
  }

  Outcome<TaskResponse> get(GetTaskRequest request) {
    return one.get(new TaskId(request.getTaskId()))
        .onDone(task -> AnswerHeaders.version(task.version()))
        .onDone(task -> AnswerHeaders.archived(task.archived()))
        .map(
            task ->
                TaskResponse.newBuilder()
                    .setTask(TaskMessages.from(task))
                    .setSuccess(true)
                    .setMessage("Task found: " + task.id())
                    .build());
  }

  Outcome<ListTasksResponse> list(ListTasksRequest request) {
    Optional<StoryId> story =
        Planning.stated(request.hasStoryId(), request.getStoryId()).map(StoryId::new);
    Optional<TaskStatus> status =
        Planning.stated(request.hasStatusFilter(), request.getStatusFilter())
            .map(value -> TaskStatus.parse("status_filter", value));
    List<Task> tasks =
        all.list(
                new TaskRepository.Filter(
                    story,
                    Optional.empty(),
                    status,
                    Optional.empty(),
                    Optional.empty(),
                    Archived.HIDDEN),
                Planning.window(request.getLimit(), request.getOffset()).page())
            .items();
    return Outcome.done(
        ListTasksResponse.newBuilder()
            .addAllTasks(tasks.stream().map(TaskMessages::from).toList())
            .setTotalCount(tasks.size())
            .setSuccess(true)
            .setMessage(Planning.found(tasks.size(), "tasks"))
            .build());
  }
}
