package io.witan.grpc.planning;

import io.grpc.stub.StreamObserver;
import io.witan.grpc.call.Answers;
import io.witan.proto.planning.v2.AddAgentDeliberationRequest;
import io.witan.proto.planning.v2.AddAgentDeliberationResponse;
import io.witan.proto.planning.v2.AddStoriesToReviewRequest;
import io.witan.proto.planning.v2.AddStoriesToReviewResponse;
import io.witan.proto.planning.v2.ApproveDecisionRequest;
import io.witan.proto.planning.v2.ApproveDecisionResponse;
import io.witan.proto.planning.v2.ApproveReviewPlanRequest;
import io.witan.proto.planning.v2.ApproveReviewPlanResponse;
import io.witan.proto.planning.v2.BacklogReviewCeremonyResponse;
import io.witan.proto.planning.v2.CancelBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.CancelBacklogReviewCeremonyResponse;
import io.witan.proto.planning.v2.CompleteBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.CompleteBacklogReviewCeremonyResponse;
import io.witan.proto.planning.v2.CreateBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.CreateBacklogReviewCeremonyResponse;
import io.witan.proto.planning.v2.CreateEpicRequest;
import io.witan.proto.planning.v2.CreateEpicResponse;
import io.witan.proto.planning.v2.CreateProjectRequest;
import io.witan.proto.planning.v2.CreateProjectResponse;
import io.witan.proto.planning.v2.CreateStoryRequest;
import io.witan.proto.planning.v2.CreateStoryResponse;
import io.witan.proto.planning.v2.CreateTaskRequest;
import io.witan.proto.planning.v2.CreateTaskResponse;
import io.witan.proto.planning.v2.DeleteEpicRequest;
import io.witan.proto.planning.v2.DeleteEpicResponse;
import io.witan.proto.planning.v2.DeleteProjectRequest;
import io.witan.proto.planning.v2.DeleteProjectResponse;
import io.witan.proto.planning.v2.DeleteStoryRequest;
import io.witan.proto.planning.v2.DeleteStoryResponse;
import io.witan.proto.planning.v2.EpicResponse;
import io.witan.proto.planning.v2.GetBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.GetEpicRequest;
import io.witan.proto.planning.v2.GetProjectRequest;
import io.witan.proto.planning.v2.GetStoryRequest;
import io.witan.proto.planning.v2.GetTaskRequest;
import io.witan.proto.planning.v2.ListBacklogReviewCeremoniesRequest;
import io.witan.proto.planning.v2.ListBacklogReviewCeremoniesResponse;
import io.witan.proto.planning.v2.ListEpicsRequest;
import io.witan.proto.planning.v2.ListEpicsResponse;
import io.witan.proto.planning.v2.ListProjectsRequest;
import io.witan.proto.planning.v2.ListProjectsResponse;
import io.witan.proto.planning.v2.ListStoriesRequest;
import io.witan.proto.planning.v2.ListStoriesResponse;
import io.witan.proto.planning.v2.ListTasksRequest;
import io.witan.proto.planning.v2.ListTasksResponse;
import io.witan.proto.planning.v2.PlanningServiceGrpc;
import io.witan.proto.planning.v2.ProjectResponse;
import io.witan.proto.planning.v2.RejectDecisionRequest;
import io.witan.proto.planning.v2.RejectDecisionResponse;
import io.witan.proto.planning.v2.RejectReviewPlanRequest;
import io.witan.proto.planning.v2.RejectReviewPlanResponse;
import io.witan.proto.planning.v2.RemoveStoryFromReviewRequest;
import io.witan.proto.planning.v2.RemoveStoryFromReviewResponse;
import io.witan.proto.planning.v2.StartBacklogReviewCeremonyRequest;
import io.witan.proto.planning.v2.StartBacklogReviewCeremonyResponse;
import io.witan.proto.planning.v2.Story;
import io.witan.proto.planning.v2.TaskResponse;
import io.witan.proto.planning.v2.TransitionStoryRequest;
import io.witan.proto.planning.v2.TransitionStoryResponse;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** The planning service; RPCs that are not here answer UNIMPLEMENTED. */
@Dependent
public class PlanningService extends PlanningServiceGrpc.PlanningServiceImplBase {
  private final ProjectCalls projects;
  private final EpicCalls epics;
  private final StoryCalls stories;
  private final TaskCalls tasks;
  private final CeremonyCalls ceremonies;
  private final ReviewCalls reviews;
  private final DecisionCalls decisions;

  @Inject
  PlanningService(
      ProjectCalls projects,
      EpicCalls epics,
      StoryCalls stories,
      TaskCalls tasks,
      CeremonyCalls ceremonies,
      ReviewCalls reviews,
      DecisionCalls decisions) {
    this.projects = projects;
    this.epics = epics;
    this.stories = stories;
    this.tasks = tasks;
    this.ceremonies = ceremonies;
    this.reviews = reviews;
    this.decisions = decisions;
  }

  @Override
  public void createProject(
      CreateProjectRequest request, StreamObserver<CreateProjectResponse> observer) {
    Answers.send(observer, projects.create(request));
  }

  @Override
  public void getProject(GetProjectRequest request, StreamObserver<ProjectResponse> observer) {
    Answers.send(observer, projects.get(request));
  }

  @Override
  public void listProjects(
      ListProjectsRequest request, StreamObserver<ListProjectsResponse> observer) {
    Answers.send(observer, projects.list(request));
  }

  @Override
  public void deleteProject(
      DeleteProjectRequest request, StreamObserver<DeleteProjectResponse> observer) {
    Answers.send(observer, projects.delete(request));
  }

  @Override
  public void createEpic(CreateEpicRequest request, StreamObserver<CreateEpicResponse> observer) {
    Answers.send(observer, epics.create(request));
  }

  @Override
  public void getEpic(GetEpicRequest request, StreamObserver<EpicResponse> observer) {
    Answers.send(observer, epics.get(request));
  }

  @Override
  public void listEpics(ListEpicsRequest request, StreamObserver<ListEpicsResponse> observer) {
    Answers.send(observer, epics.list(request));
  }

  @Override
  public void deleteEpic(DeleteEpicRequest request, StreamObserver<DeleteEpicResponse> observer) {
    Answers.send(observer, epics.delete(request));
  }

  @Override
  public void createStory(
      CreateStoryRequest request, StreamObserver<CreateStoryResponse> observer) {
    Answers.send(observer, stories.create(request));
  }

  @Override
  public void getStory(GetStoryRequest request, StreamObserver<Story> observer) {
    Answers.send(observer, stories.get(request));
  }

  @Override
  public void listStories(
      ListStoriesRequest request, StreamObserver<ListStoriesResponse> observer) {
    Answers.send(observer, stories.list(request));
  }

  @Override
  public void transitionStory(
      TransitionStoryRequest request, StreamObserver<TransitionStoryResponse> observer) {
    Answers.send(observer, stories.transition(request));
  }

  @Override
  public void deleteStory(
      DeleteStoryRequest request, StreamObserver<DeleteStoryResponse> observer) {
    Answers.send(observer, stories.delete(request));
  }

  @Override
  public void createTask(CreateTaskRequest request, StreamObserver<CreateTaskResponse> observer) {
    Answers.send(observer, tasks.create(request));
  }

  @Override
  public void getTask(GetTaskRequest request, StreamObserver<TaskResponse> observer) {
    Answers.send(observer, tasks.get(request));
  }

  @Override
  public void listTasks(ListTasksRequest request, StreamObserver<ListTasksResponse> observer) {
    Answers.send(observer, tasks.list(request));
  }

  @Override
  public void createBacklogReviewCeremony(
      CreateBacklogReviewCeremonyRequest request,
      StreamObserver<CreateBacklogReviewCeremonyResponse> observer) {
    Answers.send(observer, ceremonies.create(request));
  }

  @Override
  public void getBacklogReviewCeremony(
      GetBacklogReviewCeremonyRequest request,
      StreamObserver<BacklogReviewCeremonyResponse> observer) {
    Answers.send(observer, ceremonies.get(request));
  }

  @Override
  public void listBacklogReviewCeremonies(
      ListBacklogReviewCeremoniesRequest request,
      StreamObserver<ListBacklogReviewCeremoniesResponse> observer) {
    Answers.send(observer, ceremonies.list(request));
  }

  @Override
  public void addStoriesToReview(
      AddStoriesToReviewRequest request, StreamObserver<AddStoriesToReviewResponse> observer) {
    Answers.send(observer, ceremonies.add(request));
  }

  @Override
  public void removeStoryFromReview(
      RemoveStoryFromReviewRequest request,
      StreamObserver<RemoveStoryFromReviewResponse> observer) {
    Answers.send(observer, ceremonies.remove(request));
  }

  @Override
  public void startBacklogReviewCeremony(
      StartBacklogReviewCeremonyRequest request,
      StreamObserver<StartBacklogReviewCeremonyResponse> observer) {
    Answers.send(observer, ceremonies.start(request));
  }

  @Override
  public void completeBacklogReviewCeremony(
      CompleteBacklogReviewCeremonyRequest request,
      StreamObserver<CompleteBacklogReviewCeremonyResponse> observer) {
    Answers.send(observer, ceremonies.complete(request));
  }

  @Override
  public void cancelBacklogReviewCeremony(
      CancelBacklogReviewCeremonyRequest request,
      StreamObserver<CancelBacklogReviewCeremonyResponse> observer) {
    Answers.send(observer, ceremonies.cancel(request));
  }

  @Override
  public void addAgentDeliberation(
      AddAgentDeliberationRequest request, StreamObserver<AddAgentDeliberationResponse> observer) {
    Answers.send(observer, reviews.add(request));
  }

  @Override
  public void approveReviewPlan(
      ApproveReviewPlanRequest request, StreamObserver<ApproveReviewPlanResponse> observer) {
    Answers.send(observer, reviews.approve(request));
  }

  @Override
  public void rejectReviewPlan(
      RejectReviewPlanRequest request, StreamObserver<RejectReviewPlanResponse> observer) {
    Answers.send(observer, reviews.reject(request));
  }

  @Override
  public void approveDecision(
      ApproveDecisionRequest request, StreamObserver<ApproveDecisionResponse> observer) {
    Answers.send(observer, decisions.approve(request));
  }

  @Override
  public void rejectDecision(
      RejectDecisionRequest request, StreamObserver<RejectDecisionResponse> observer) {
    Answers.send(observer, decisions.reject(request));
  }
}
