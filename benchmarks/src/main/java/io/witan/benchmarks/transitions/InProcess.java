package io.witan.benchmarks.transitions;

import io.witan.benchmarks.stack.StoryTexts;
import io.witan.ledger.adapter.HandWiredLedger;
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

/** The use case itself, called as the REST resource calls it. */
final class InProcess implements Way {
  private static final IdSource IDS = () -> UUID.randomUUID().toString();
  private static final Command OWNER =
      Command.by(new Actor(new ActorId("po-in-process"), Set.of(Role.PO)));

  private final Clock clock = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
  private final HandWiredLedger ledger;
  private final CreateStory create;
  private final TransitionStory transition;
  private final Epic epic;
  private final Story[] stories;

  InProcess(TappedGraph graph, int clients) {
    ledger = HandWiredLedger.on(graph, clock);
    var epics = new Neo4jEpicRepository(graph, ledger.journal());
    var repository = new Neo4jStoryRepository(graph, ledger.journal());
    create = new CreateStory(ledger.transactions(), epics, repository, IDS, clock);
    transition =
        new TransitionStory(
            ledger.transactions(),
            repository,
            new Neo4jTaskRepository(graph, ledger.journal()),
            new Neo4jPlanRepository(graph, ledger.journal()),
            notice -> {},
            new ReadinessGate(
                new Neo4jJudgementRepository(graph, ledger.journal()),
                new ReadinessPolicy(ReadinessJudge.RULES)),
            clock);
    epic = epic(new Neo4jProjectRepository(graph, ledger.journal()), epics);
    stories = new Story[clients];
    for (int client = 0; client < clients; client++) {
      stories[client] = write();
    }
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

  /** A new story in DRAFT. */
  Story write() {
    StoryText text = new StoryText("Pay by card", StoryTexts.BRIEF, StoryTexts.CRITERIA);
    return value(create.create(OWNER, new NewStory(epic.id(), text, Optional.empty())));
  }

  Story move(StoryId story, StoryState target) {
    return value(transition.transition(OWNER, story, target, Optional.empty()));
  }

  @Override
  public String name() {
    return "in process";
  }

  @Override
  public void move(int client) {
    Story story = stories[client];
    StoryState target = story.state() == StoryState.DRAFT ? StoryState.PO_REVIEW : StoryState.DRAFT;
    stories[client] = move(story.id(), target);
  }

  @Override
  public void settle() {
    // What it commits is sent nowhere.
  }

  @Override
  public void close() {
    // The pool belongs to the benchmark.
  }

  private static <T> T value(Outcome<T> outcome) {
    return outcome.fold(
        done -> done,
        refusal -> {
          throw new IllegalStateException(refusal.message());
        });
  }
}
