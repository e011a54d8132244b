package io.witan.grpc.planning;

import io.witan.planning.application.ApproveDecision;
import io.witan.planning.application.ArchiveCascade;
import io.witan.planning.application.ArchiveEpic;
import io.witan.planning.application.ArchiveProject;
import io.witan.planning.application.ArchiveStory;
import io.witan.planning.application.CreateEpic;
import io.witan.planning.application.CreateProject;
import io.witan.planning.application.CreateStory;
import io.witan.planning.application.CreateTask;
import io.witan.planning.application.DecisionDesk;
import io.witan.planning.application.GetEpic;
import io.witan.planning.application.GetProject;
import io.witan.planning.application.GetStory;
import io.witan.planning.application.GetTask;
import io.witan.planning.application.ListEpics;
import io.witan.planning.application.ListProjects;
import io.witan.planning.application.ListStories;
import io.witan.planning.application.ListTasks;
import io.witan.planning.application.RejectDecision;
import io.witan.planning.application.TransitionStory;
import io.witan.shared.IdSource;
import io.witan.testing.FakeCouncil;
import io.witan.testing.FakeReviewCouncil;
import io.witan.testing.Gates;
import io.witan.testing.Memory;
import java.time.Clock;

/** The planning service over the fakes. */
public final class PlanningOnMemory {
  private final Memory kept;
  private final IdSource ids;
  private final Clock clock;
  private final ArchiveCascade cascade;
  private final DecisionDesk desk;

  private PlanningOnMemory(Memory kept, IdSource ids, Clock clock) {
    this.kept = kept;
    this.ids = ids;
    this.clock = clock;
    this.cascade =
        new ArchiveCascade(
            kept.epics,
            kept.stories,
            kept.tasks,
            (command, task, why) -> {},
            new FakeCouncil(),
            clock);
    this.desk = new DecisionDesk(kept.stories, kept.decisions);
  }

  public static PlanningService service(Memory kept, IdSource ids, Clock clock) {
    PlanningOnMemory calls = new PlanningOnMemory(kept, ids, clock);
    CeremonyCallsOnMemory ceremonies =
        new CeremonyCallsOnMemory(kept, new FakeReviewCouncil(), ids, clock);
    return new PlanningService(
        calls.projects(),
        calls.epics(),
        calls.stories(),
        calls.tasks(),
        ceremonies.ceremonies(),
        ceremonies.reviews(),
        calls.decisions());
  }

  private ProjectCalls projects() {
    return new ProjectCalls(
        new CreateProject(kept.transactions, kept.projects, ids, clock),
        new ArchiveProject(kept.transactions, kept.projects, cascade, clock),
        new GetProject(kept.projects),
        new ListProjects(kept.projects));
  }

  private EpicCalls epics() {
    return new EpicCalls(
        new CreateEpic(kept.transactions, kept.projects, kept.epics, ids, clock),
        new ArchiveEpic(kept.transactions, kept.epics, cascade),
        new GetEpic(kept.epics),
        new ListEpics(kept.epics));
  }

  private StoryCalls stories() {
    return new StoryCalls(
        new CreateStory(kept.transactions, kept.epics, kept.stories, ids, clock),
        new ArchiveStory(kept.transactions, kept.stories, cascade),
        new GetStory(kept.stories),
        new ListStories(kept.stories),
        new TransitionStory(
            kept.transactions,
            kept.stories,
            kept.tasks,
            kept.plans,
            notice -> {},
            Gates.byRules(),
            clock));
  }

  private TaskCalls tasks() {
    return new TaskCalls(
        new CreateTask(kept.transactions, kept.stories, kept.tasks, ids, clock),
        new GetTask(kept.tasks),
        new ListTasks(kept.tasks));
  }

  private DecisionCalls decisions() {
    return new DecisionCalls(
        new ApproveDecision(kept.transactions, kept.decisions, desk, clock),
        new RejectDecision(kept.transactions, kept.decisions, desk, new FakeCouncil(), clock));
  }
}
