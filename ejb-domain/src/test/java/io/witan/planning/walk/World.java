package io.witan.planning.walk;

import io.witan.ledger.port.Transactions;
import io.witan.planning.application.ApproveDecision;
import io.witan.planning.application.ApprovePlan;
import io.witan.planning.application.ArchiveCascade;
import io.witan.planning.application.ArchiveEpic;
import io.witan.planning.application.ArchiveProject;
import io.witan.planning.application.ArchiveStory;
import io.witan.planning.application.ArchiveTask;
import io.witan.planning.application.CreateEpic;
import io.witan.planning.application.CreateProject;
import io.witan.planning.application.CreateStory;
import io.witan.planning.application.CreateTask;
import io.witan.planning.application.DecisionDesk;
import io.witan.planning.application.DeriveTasks;
import io.witan.planning.application.FailDerivation;
import io.witan.planning.application.FailJudgement;
import io.witan.planning.application.JudgeReadiness;
import io.witan.planning.application.PlanDecisions;
import io.witan.planning.application.ProposeDecision;
import io.witan.planning.application.ProposePlan;
import io.witan.planning.application.ReadinessGate;
import io.witan.planning.application.RejectDecision;
import io.witan.planning.application.RejectPlan;
import io.witan.planning.application.RequestDerivation;
import io.witan.planning.application.RequestJudgement;
import io.witan.planning.application.TransitionStory;
import io.witan.planning.domain.ReadinessJudge;
import io.witan.planning.port.DecisionRepository;
import io.witan.planning.port.DerivationCouncil;
import io.witan.planning.port.DerivationRepository;
import io.witan.planning.port.EpicRepository;
import io.witan.planning.port.JudgementRepository;
import io.witan.planning.port.PlanRepository;
import io.witan.planning.port.ProjectRepository;
import io.witan.planning.port.ReadinessCouncil;
import io.witan.planning.port.ReadinessPolicy;
import io.witan.planning.port.StoryRepository;
import io.witan.planning.port.TaskDependencies;
import io.witan.planning.port.TaskRepository;
import io.witan.shared.IdSource;
import io.witan.testing.FakeCouncil;
import io.witan.testing.FakeDerivationCouncil;
import io.witan.testing.FakeReadinessCouncil;
import java.time.Clock;

/** Planning's use cases over some repositories; what councils decide is made up. */
final class World {
  final ProjectRepository projects;
  final EpicRepository epics;
  final StoryRepository stories;
  final PlanRepository plans;
  final TaskRepository tasks;
  final DecisionRepository decisions;
  final JudgementRepository judgements;
  final DerivationRepository derivations;
  final FakeCouncil council = new FakeCouncil();
  final ReadinessJudge judge;
  final CreateProject createProject;
  final CreateEpic createEpic;
  final CreateStory createStory;
  final CreateTask createTask;
  final TransitionStory transitionStory;
  final ProposePlan proposePlan;
  final ApprovePlan approvePlan;
  final RejectPlan rejectPlan;
  final RequestJudgement requestJudgement;
  final JudgeReadiness judgeReadiness;
  final FailJudgement failJudgement;
  final RequestDerivation requestDerivation;
  final DeriveTasks deriveTasks;
  final FailDerivation failDerivation;
  final ProposeDecision proposeDecision;
  final ApproveDecision approveDecision;
  final RejectDecision rejectDecision;
  final ArchiveProject archiveProject;
  final ArchiveEpic archiveEpic;
  final ArchiveStory archiveStory;
  final ArchiveTask archiveTask;

  /** The repositories of one store. */
  record Repositories(
      ProjectRepository projects,
      EpicRepository epics,
      StoryRepository stories,
      PlanRepository plans,
      TaskRepository tasks,
      DecisionRepository decisions,
      JudgementRepository judgements,
      DerivationRepository derivations,
      TaskDependencies dependencies) {}

  /** With one whose word counts on the readiness of stories. */
  World(
      Transactions transactions,
      Repositories kept,
      ReadinessJudge judge,
      IdSource ids,
      Clock clock) {
    this.judge = judge;
    judgements = kept.judgements();
    derivations = kept.derivations();
    projects = kept.projects();
    epics = kept.epics();
    stories = kept.stories();
    plans = kept.plans();
    tasks = kept.tasks();
    decisions = kept.decisions();
    createProject = new CreateProject(transactions, projects, ids, clock);
    createEpic = new CreateEpic(transactions, projects, epics, ids, clock);
    createStory = new CreateStory(transactions, epics, stories, ids, clock);
    createTask = new CreateTask(transactions, stories, tasks, ids, clock);
    ReadinessGate gate = new ReadinessGate(judgements, new ReadinessPolicy(judge));
    ReadinessCouncil readiness = new FakeReadinessCouncil();
    requestJudgement = new RequestJudgement(transactions, stories, judgements, readiness, clock);
    judgeReadiness = new JudgeReadiness(transactions, stories, judgements, readiness, clock);
    failJudgement = new FailJudgement(transactions, judgements, clock);
    DerivationCouncil derivation = new FakeDerivationCouncil();
    requestDerivation =
        new RequestDerivation(transactions, stories, plans, tasks, derivations, derivation, clock);
    deriveTasks =
        new DeriveTasks(
            transactions,
            stories,
            plans,
            tasks,
            kept.dependencies(),
            derivations,
            derivation,
            ids,
            clock);
    failDerivation = new FailDerivation(transactions, derivations, clock);
    transitionStory =
        new TransitionStory(transactions, stories, tasks, plans, notice -> {}, gate, clock);
    proposePlan = new ProposePlan(transactions, stories, plans, council, ids, clock);
    DecisionDesk desk = new DecisionDesk(stories, decisions);
    approvePlan =
        new ApprovePlan(
            transactions,
            stories,
            plans,
            tasks,
            new PlanDecisions(plans, decisions, desk, ids),
            ids,
            clock);
    rejectPlan = new RejectPlan(transactions, stories, plans, council, clock);
    proposeDecision =
        new ProposeDecision(transactions, stories, plans, tasks, decisions, ids, clock);
    approveDecision = new ApproveDecision(transactions, decisions, desk, clock);
    rejectDecision = new RejectDecision(transactions, decisions, desk, council, clock);
    ArchiveCascade cascade =
        new ArchiveCascade(epics, stories, tasks, (command, task, why) -> {}, council, clock);
    archiveProject = new ArchiveProject(transactions, projects, cascade, clock);
    archiveEpic = new ArchiveEpic(transactions, epics, cascade);
    archiveStory = new ArchiveStory(transactions, stories, cascade);
    archiveTask = new ArchiveTask(transactions, tasks, cascade);
  }
}
