package io.witan.planning.application;

import io.witan.planning.domain.PlanContent;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.planning.domain.TaskStage;
import io.witan.planning.port.PlanningCouncil;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Planning's use cases over the fakes, at noon, with identifiers that count from 1. */
final class UseCases {
  final Memory memory = new Memory();
  final NumberedIds ids = new NumberedIds();
  final Council council = new Council();
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
      new TransitionStory(memory.transactions, memory.stories, memory.tasks, Moments.CLOCK);
  final RequestPlan requestPlan = new RequestPlan(memory.transactions, memory.stories, council);
  final ProposePlan proposePlan =
      new ProposePlan(
          memory.transactions, memory.stories, memory.plans, council, ids, Moments.CLOCK);
  final ApprovePlan approvePlan =
      new ApprovePlan(
          memory.transactions, memory.stories, memory.plans, memory.tasks, ids, Moments.CLOCK);
  final RejectPlan rejectPlan = new RejectPlan(memory.transactions, memory.plans, Moments.CLOCK);
  final FollowTasks followTasks =
      new FollowTasks(
          memory.transactions, memory.stories, memory.tasks, story -> stages, Moments.CLOCK);

  /** A council that has decided already. */
  static final class Council implements PlanningCouncil {
    final List<StoryId> convened = new ArrayList<>();
    private final Map<String, Verdict> verdicts = new HashMap<>();

    void decides(String deliberation, StoryId story, PlanContent content) {
      verdicts.put(deliberation, new Verdict(story, content));
    }

    @Override
    public Outcome<String> convene(Command command, Story story) {
      convened.add(story.id());
      return Outcome.done("d-" + convened.size());
    }

    @Override
    public Outcome<Verdict> verdict(String deliberation) {
      return Optional.ofNullable(verdicts.get(deliberation))
          .map(Outcome::done)
          .orElseGet(() -> Refusal.notFound("deliberation", deliberation).asOutcome());
    }
  }
}
