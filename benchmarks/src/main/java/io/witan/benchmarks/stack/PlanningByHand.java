package io.witan.benchmarks.stack;

import io.witan.ledger.adapter.HandWiredLedger;
import io.witan.neo4j.Graph;
import io.witan.planning.adapter.Neo4jEpicRepository;
import io.witan.planning.adapter.Neo4jJudgementRepository;
import io.witan.planning.adapter.Neo4jPlanRepository;
import io.witan.planning.adapter.Neo4jProjectRepository;
import io.witan.planning.adapter.Neo4jStoryRepository;
import io.witan.planning.adapter.Neo4jTaskRepository;
import io.witan.planning.application.CreateEpic;
import io.witan.planning.application.CreateProject;
import io.witan.planning.application.CreateStory;
import io.witan.planning.application.CreateStory.NewStory;
import io.witan.planning.application.ReadinessGate;
import io.witan.planning.application.TransitionStory;
import io.witan.planning.domain.Epic;
import io.witan.planning.domain.ReadinessJudge;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.StoryText;
import io.witan.planning.port.ReadinessPolicy;
import io.witan.planning.port.StoryRepository;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Use cases of planning without a container, called as the REST resources call them, by a product
 * owner with an epic of its own.
 */
public final class PlanningByHand {
  public static final IdSource IDS = () -> UUID.randomUUID().toString();

  /** A product owner, whom no server has to know. */
  public static final Command OWNER =
      Command.by(new Actor(new ActorId("po-in-process"), Set.of(Role.PO)));

  private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
  private final HandWiredLedger ledger;
  private final StoryRepository stories;
  private final CreateStory create;
  private final TransitionStory transition;
  private final Epic epic;

  private PlanningByHand(Graph graph) {
    ledger = HandWiredLedger.on(graph, clock);
    var epics = new Neo4jEpicRepository(graph, ledger.journal());
    stories = new Neo4jStoryRepository(graph, ledger.journal());
    create = new CreateStory(ledger.transactions(), epics, stories, IDS, clock);
    transition =
        new TransitionStory(
            ledger.transactions(),
            stories,
            new Neo4jTaskRepository(graph, ledger.journal()),
            new Neo4jPlanRepository(graph, ledger.journal()),
            notice -> {},
            new ReadinessGate(
                new Neo4jJudgementRepository(graph, ledger.journal()),
                new ReadinessPolicy(ReadinessJudge.RULES)),
            clock);
    epic = epic(new Neo4jProjectRepository(graph, ledger.journal()), epics);
  }

  /** On a graph with all migrations. */
  public static PlanningByHand on(Graph graph) {
    return new PlanningByHand(graph);
  }

  private Epic epic(Neo4jProjectRepository projects, Neo4jEpicRepository epics) {
    var project =
        value(
            new CreateProject(ledger.transactions(), projects, IDS, clock)
                .create(OWNER, "Benchmark", "Load"));
    return value(
        new CreateEpic(ledger.transactions(), projects, epics, IDS, clock)
            .create(OWNER, project.id(), "Checkout", "Load"));
  }

  public HandWiredLedger ledger() {
    return ledger;
  }

  public StoryRepository stories() {
    return stories;
  }

  public Clock clock() {
    return clock;
  }

  /** A new story in DRAFT. */
  public Story write() {
    StoryText text = new StoryText("Pay by card", StoryTexts.BRIEF, StoryTexts.CRITERIA);
    return value(create.create(OWNER, new NewStory(epic.id(), text, Optional.empty())));
  }

  /** Moves a story where no gate is closed. */
  public Story move(StoryId story, StoryState target) {
    return value(transition.transition(OWNER, story, target, Optional.empty()));
  }

  /** Moves a story, past a closed gate too. */
  public Story pass(StoryId story, StoryState target) {
    return value(transition.transition(OWNER, story, target, Optional.of("it is only load")));
  }

  /**
   * What was done.
   *
   * @throws IllegalStateException when it was refused
   */
  public static <T> T value(Outcome<T> outcome) {
    return outcome.fold(
        done -> done,
        refusal -> {
          throw new IllegalStateException(refusal.message());
        });
  }
}
