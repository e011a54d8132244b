package io.witan.grpc.orchestrator;

import io.witan.context.port.ContextPack;
import io.witan.context.port.ContextQuery;
import io.witan.deliberation.adapter.ConfiguredAdmission;
import io.witan.deliberation.adapter.DeliberationWatch;
import io.witan.deliberation.adapter.ResourcePromptBook;
import io.witan.deliberation.application.Charters;
import io.witan.deliberation.application.CouncilDesk;
import io.witan.deliberation.application.CreateCouncil;
import io.witan.deliberation.application.DeleteCouncil;
import io.witan.deliberation.application.DispatchPlan;
import io.witan.deliberation.application.GetCollectedTask;
import io.witan.deliberation.application.GetCouncil;
import io.witan.deliberation.application.GetDeliberation;
import io.witan.deliberation.application.GetDeliberationStatistics;
import io.witan.deliberation.application.ListCouncils;
import io.witan.deliberation.application.RegisterAgent;
import io.witan.deliberation.application.StartDeliberation;
import io.witan.deliberation.application.UnregisterAgent;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationStatistics;
import io.witan.deliberation.domain.Deliberations;
import io.witan.deliberation.domain.Ending;
import io.witan.deliberation.domain.Ranked;
import io.witan.deliberation.domain.TurnSlot;
import io.witan.deliberation.domain.WorkProposal;
import io.witan.deliberation.port.CouncilPolicy;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.IdleRunner;
import io.witan.deliberation.port.TermsPolicy;
import io.witan.deliberation.port.TrackRecord;
import io.witan.grpc.call.ApplicationHealth;
import io.witan.grpc.deliberation.Patience;
import io.witan.grpc.deliberation.TaskNames;
import io.witan.ledger.adapter.BackgroundThreads;
import io.witan.planning.application.DeriveTasks;
import io.witan.planning.application.FailDerivation;
import io.witan.planning.application.GetDerivation;
import io.witan.planning.application.GetStory;
import io.witan.planning.application.GetTask;
import io.witan.planning.application.GetTasksOfPlan;
import io.witan.planning.application.RequestDerivation;
import io.witan.planning.domain.DerivationStatus;
import io.witan.planning.domain.TaskDerivation;
import io.witan.planning.port.DerivationRepository;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Page;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.FakeDerivationCouncil;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import io.witan.testing.Outcomes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;

/** The orchestrator service over the fakes. No turn is taken; the test says how one ends. */
public final class OrchestratorOnMemory {
  private static final ScheduledExecutorService THREADS =
      Executors.newScheduledThreadPool(2, OrchestratorOnMemory::daemon);

  private volatile DeliberationStatistics statistics =
      new DeliberationStatistics(
          Map.of(),
          new DeliberationStatistics.Times(0, 0, 0, 0),
          new DeliberationStatistics.Selected(0, 0),
          0);
  private final Memory kept;
  private final Clock clock = Clock.systemUTC();
  private final IdSource ids = new NumberedIds();
  private final FakeDerivationCouncil derivationCouncil = new FakeDerivationCouncil();
  private final DeliberationWatch watch;

  public OrchestratorOnMemory(Memory kept) {
    this.kept = kept;
    this.watch = new DeliberationWatch(deliberation(), BackgroundThreads.of(THREADS));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "watching");
    thread.setDaemon(true);
    return thread;
  }

  /** Ends every open deliberation with a ranking in the order of the seats, from 0.9 down. */
  public void completeAll() {
    kept.deliberations.open().forEach(open -> end(open, ranking(open)));
  }

  /** Ends every derivation that is waited for with the tasks of the council. */
  public void deriveAll() {
    DeriveTasks derive =
        new DeriveTasks(
            kept.transactions,
            kept.stories,
            kept.plans,
            kept.tasks,
            kept.dependencies,
            kept.derivations,
            derivationCouncil,
            ids,
            clock);
    requested()
        .forEach(one -> derive.derive(Command.by(Actor.system()), one.id(), one.deliberation()));
  }

  /** Takes the turns of the next phase in all that are open; with the last one they end. */
  public void takePhase() {
    kept.deliberations.open().forEach(open -> kept.deliberations.given(taken(open)));
  }

  private static Deliberation taken(Deliberation open) {
    Deliberation current = open;
    for (TurnSlot slot : open.next()) {
      current = Deliberations.with(current, Deliberations.said(slot, 0.75));
    }
    return current.next().isEmpty()
        ? Outcomes.value(current.conclude(Moments.MORNING)).after()
        : current;
  }

  /** Ends every open deliberation without a winner. */
  public void failAll(String reason) {
    kept.deliberations
        .open()
        .forEach(
            open ->
                end(open, new Ending.Failed(reason, open.charter().createdAt().plusSeconds(2))));
  }

  public boolean hasOpenDerivation() {
    return !requested().isEmpty();
  }

  public boolean hasOpen() {
    return !kept.deliberations.open().isEmpty();
  }

  private static Ending ranking(Deliberation open) {
    List<Ranked> ranking = new ArrayList<>();
    for (Agent agent : open.charter().agents()) {
      int rank = ranking.size() + 1;
      ranking.add(
          new Ranked(
              rank,
              agent.id(),
              rank,
              1.0 - rank / 10.0,
              true,
              "text of " + agent.id(),
              new WorkProposal("title", "summary", Optional.empty(), "note")));
    }
    return new Ending.Completed(
        ranking, Optional.empty(), open.charter().createdAt().plusSeconds(2));
  }

  private void end(Deliberation open, Ending how) {
    kept.deliberations.given(
        new Deliberation(
            open.id(), open.charter(), open.turns(), Optional.of(how), open.version() + 1));
  }

  /** What the deliberations that were kept are counted as. */
  public void counted(DeliberationStatistics counted) {
    statistics = counted;
  }

  /** The service of an application that is as ready as the check says. */
  public OrchestratorService service(IdSource ids, HealthCheck check) {
    GetDerivation derivations = new GetDerivation(kept.plans, kept.tasks, kept.derivations);
    return new OrchestratorService(
        new DeliberationCalls(
            new StartDeliberation(kept.transactions, kept.deliberations, charters(), ids),
            names(ids),
            new Wishes(role -> Outcome.done(Agent.council(role, 3, IdleRunner.MODEL))),
            patience(),
            new GetCollectedTask(kept.collectedTasks),
            clock),
        new CouncilCalls(
            new CreateCouncil(kept.transactions, kept.councils, new CouncilPolicy(3), clock),
            new DeleteCouncil(desk()),
            new GetCouncil(kept.councils),
            new ListCouncils(kept.councils, kept.deliberations),
            new IdleRunner("rehearsal")),
        new AgentCalls(
            new RegisterAgent(
                desk(),
                new ConfiguredAdmission(
                    Optional.empty(),
                    new IdleRunner("rehearsal"),
                    new ResourcePromptBook(500, 1000, Optional.empty()))),
            new UnregisterAgent(desk())),
        new StatusCalls(new ApplicationHealth(() -> Stream.of(check), clock), metrics()),
        metrics(),
        new ContextCalls(OrchestratorOnMemory::pack, policy()),
        new PlanningEventCalls(
            new DispatchPlan(
                kept.transactions,
                subject -> Optional.empty(),
                role ->
                    role == Role.DATA
                        ? Refusal.notFound("council", "data").asOutcome()
                        : Outcome.done(Agent.council(role, 3, IdleRunner.MODEL)),
                new StartDeliberation(kept.transactions, kept.deliberations, charters(), ids))),
        new SubtaskCalls(
            new RequestDerivation(
                kept.transactions,
                kept.stories,
                kept.plans,
                kept.tasks,
                kept.derivations,
                derivationCouncil,
                clock),
            derivations,
            new GetTasksOfPlan(kept.plans, kept.tasks),
            new DerivationWait(derivations, clock)));
  }

  /** Ends every derivation that is waited for without tasks. */
  public void failDerivations(String why) {
    FailDerivation fail = new FailDerivation(kept.transactions, kept.derivations, clock);
    requested()
        .forEach(one -> fail.fail(Command.by(Actor.system()), one.id(), one.deliberation(), why));
  }

  private List<TaskDerivation> requested() {
    return kept.derivations
        .list(
            new DerivationRepository.Filter(
                Optional.of(DerivationStatus.REQUESTED), Optional.empty()),
            Page.Request.first(100))
        .items();
  }

  /** Of the task T-1 and the story s-cart, something is known. */
  private static ContextPack pack(ContextQuery query) {
    String about = "%s %s for %s".formatted(query.kind().wire(), query.id(), query.role().wire());
    return Set.of("T-1", "s-cart").contains(query.id())
        ? new ContextPack(about, query.tokenBudget(), List.of(query.id()), List.of())
        : ContextPack.empty();
  }

  private static DeliberationPolicy policy() {
    Duration second = Duration.ofSeconds(1);
    return new DeliberationPolicy(second, second, second, second, second, 1000);
  }

  private CouncilDesk desk() {
    return new CouncilDesk(kept.transactions, kept.councils, clock);
  }

  private MetricsCalls metrics() {
    return new MetricsCalls(
        new GetDeliberationStatistics(start -> statistics, clock),
        new ListCouncils(kept.councils, kept.deliberations));
  }

  /** What the names of tasks mean here. */
  public TaskNames names(IdSource fresh) {
    return new TaskNames(
        new GetTask(kept.tasks), new GetStory(kept.stories), deliberation(), fresh);
  }

  /** How calls wait here. */
  public Patience patience() {
    return new Patience(watch);
  }

  /** How many calls wait. */
  int waiting() {
    return watch.watchers();
  }

  private GetDeliberation deliberation() {
    return new GetDeliberation(kept.deliberations, kept.deliberations);
  }

  /** What deliberations start with here. */
  public Charters charters() {
    return new Charters(
        subject -> Optional.empty(),
        query -> ContextPack.empty(),
        purpose -> Outcome.done(Agent.council(Role.ARCHITECT, 3, IdleRunner.MODEL)),
        new IdleRunner("rehearsal"),
        kept.deliberations,
        policy(),
        TermsPolicy.unlimited(),
        TrackRecord.empty(),
        clock);
  }
}
