package io.witan.planning.application;

import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskStage;
import io.witan.planning.domain.TasksNotReady;
import io.witan.testing.FakeCouncil;
import io.witan.testing.Gates;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Planning's use cases over the fakes, at noon, with identifiers that count from 1. */
final class UseCases {
  final Memory memory = new Memory();
  final NumberedIds ids = new NumberedIds();
  final List<TasksNotReady> notices = new ArrayList<>();
  final FakeCouncil council = new FakeCouncil();
  final Map<TaskId, TaskStage> stages = new LinkedHashMap<>();

  final CreateProject createProject =
      new CreateProject(memory.transactions, memory.projects, ids, Moments.CLOCK);
  final CreateEpic createEpic =
      new CreateEpic(memory.transactions, memory.projects, memory.epics, ids, Moments.CLOCK);
  final CreateStory createStory =
      new CreateStory(memory.transactions, memory.epics, memory.stories, ids, Moments.CLOCK);
  final CreateTask createTask =
      new CreateTask(memory.transactions, memory.stories, memory.tasks, ids, Moments.CLOCK);
  final TransitionStory transitionStory =
      new TransitionStory(
          memory.transactions,
          memory.stories,
          memory.tasks,
          memory.plans,
          notices::add,
          Gates.byRules(),
          Moments.CLOCK);
  final RequestPlan requestPlan = new RequestPlan(memory.transactions, memory.stories, council);
  final ProposePlan proposePlan =
      new ProposePlan(
          memory.transactions, memory.stories, memory.plans, council, ids, Moments.CLOCK);
  final ApprovePlan approvePlan =
      new ApprovePlan(
          memory.transactions,
          memory.stories,
          memory.plans,
          memory.tasks,
          new PlanDecisions(
              memory.plans,
              memory.decisions,
              new DecisionDesk(memory.stories, memory.decisions),
              ids),
          ids,
          Moments.CLOCK);
  final RejectPlan rejectPlan =
      new RejectPlan(memory.transactions, memory.stories, memory.plans, council, Moments.CLOCK);
  final FollowTasks followTasks =
      new FollowTasks(
          memory.transactions, memory.stories, memory.tasks, story -> stages, Moments.CLOCK);

  private final DecisionDesk desk = new DecisionDesk(memory.stories, memory.decisions);
  final ProposeDecision proposeDecision =
      new ProposeDecision(
          memory.transactions,
          memory.stories,
          memory.plans,
          memory.tasks,
          memory.decisions,
          ids,
          Moments.CLOCK);
  final ApproveDecision approveDecision =
      new ApproveDecision(memory.transactions, memory.decisions, desk, Moments.CLOCK);
  final RejectDecision rejectDecision =
      new RejectDecision(memory.transactions, memory.decisions, desk, council, Moments.CLOCK);
  final List<String> endedWork = new ArrayList<>();
  private final ArchiveCascade cascade =
      new ArchiveCascade(
          memory.epics,
          memory.stories,
          memory.tasks,
          (command, task, why) -> endedWork.add("%s: %s".formatted(task, why)),
          council,
          Moments.CLOCK);
  final ArchiveProject archiveProject =
      new ArchiveProject(memory.transactions, memory.projects, cascade, Moments.CLOCK);
  final ArchiveEpic archiveEpic = new ArchiveEpic(memory.transactions, memory.epics, cascade);
  final ArchiveStory archiveStory = new ArchiveStory(memory.transactions, memory.stories, cascade);
  final ArchiveTask archiveTask = new ArchiveTask(memory.transactions, memory.tasks, cascade);
}
