package io.witan.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.adapter.LedgerOnNeo4j;
import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.OutboxMessage;
import io.witan.planning.adapter.LedgerStoryNotices;
import io.witan.planning.adapter.Neo4jEpicRepository;
import io.witan.planning.adapter.Neo4jPlanRepository;
import io.witan.planning.adapter.Neo4jProjectRepository;
import io.witan.planning.adapter.Neo4jStoryRepository;
import io.witan.planning.adapter.Neo4jTaskRepository;
import io.witan.planning.application.CreateEpic;
import io.witan.planning.application.CreateProject;
import io.witan.planning.application.CreateStory;
import io.witan.planning.application.CreateStory.NewStory;
import io.witan.planning.application.TransitionStory;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryState;
import io.witan.planning.domain.StoryText;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.IdSource;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.Gates;
import io.witan.testkit.TestServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PlanningOnNeo4jIT {
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.on(TestServers.graph());
  private static final IdSource IDS = () -> UUID.randomUUID().toString();
  private static final Command PO = Command.by(new Actor(new ActorId("paula"), Set.of(Role.PO)));

  private final Neo4jProjectRepository projects =
      new Neo4jProjectRepository(LEDGER.graph, LEDGER.journal);
  private final Neo4jEpicRepository epics = new Neo4jEpicRepository(LEDGER.graph, LEDGER.journal);
  private final Neo4jStoryRepository stories =
      new Neo4jStoryRepository(LEDGER.graph, LEDGER.journal);
  private final Neo4jTaskRepository tasks = new Neo4jTaskRepository(LEDGER.graph, LEDGER.journal);
  private final TransitionStory transition =
      new TransitionStory(
          LEDGER.transactions,
          stories,
          tasks,
          new Neo4jPlanRepository(LEDGER.graph, LEDGER.journal),
          new LedgerStoryNotices(LEDGER.asides),
          Gates.byRules(),
          LEDGER.clock);

  private Story story(Command by) {
    var project =
        value(
            new CreateProject(LEDGER.transactions, projects, IDS, LEDGER.clock)
                .create(PO, "Shop", null));
    var epic =
        value(
            new CreateEpic(LEDGER.transactions, projects, epics, IDS, LEDGER.clock)
                .create(PO, project.id(), "Checkout", ""));
    return value(
        new CreateStory(LEDGER.transactions, epics, stories, IDS, LEDGER.clock)
            .create(
                by,
                new NewStory(
                    epic.id(),
                    new StoryText("Pay by card ✓", "Brief", List.of("It shows a receipt")),
                    Optional.of("digest-1"))));
  }

  private static <T> T value(Outcome<T> outcome) {
    return outcome.fold(
        done -> done,
        refusal -> {
          throw new AssertionError(refusal.message());
        });
  }

  @Test
  void a_story_reads_back_as_it_was_written() {
    Story story = story(PO);
    assertThat(stories.find(story.id())).contains(story);
  }

  @Test
  void every_change_has_its_audit_entry_and_its_event() {
    Story story = story(PO);
    value(transition.transition(PO, story.id(), StoryState.PO_REVIEW, Optional.empty()));

    AggregateRef ref = new AggregateRef("Story", story.id().value());
    assertThat(LEDGER.trail.of(ref))
        .extracting("action")
        .containsExactly("story.created", "story.transitioned");
    assertThat(LEDGER.trail.verify(ref).holds()).isTrue();
    assertThat(LEDGER.outbox.pending(10_000))
        .filteredOn(message -> message.aggregate().equals(ref))
        .extracting(OutboxMessage::subject)
        .containsExactly("planning.story.created", "planning.story.transitioned");
  }

  @Test
  void a_rewritten_audit_entry_is_found() {
    Story story = story(PO);
    LEDGER.graph.run(
        "MATCH (e:AuditEntry {aggregate_id: $id}) SET e.body = replace(e.body, 'paula', 'mallo')",
        Map.of("id", story.id().value()));

    assertThat(LEDGER.trail.verify(new AggregateRef("Story", story.id().value())).broken())
        .hasValueSatisfying(broken -> assertThat(broken.sequence()).isEqualTo(1));
  }

  @Test
  void an_illegal_transition_says_what_is_legal_and_changes_nothing() {
    Story story = story(PO);

    Outcome<Story> outcome =
        transition.transition(PO, story.id(), StoryState.DONE, Optional.empty());

    assertThat(refusal(outcome).code()).isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
    assertThat(refusal(outcome).message()).contains("while DRAFT").contains("PO_REVIEW");
    assertThat(stories.find(story.id())).contains(story);
  }

  private static Refusal refusal(Outcome<?> outcome) {
    return ((Outcome.Refused<?>) outcome).refusal();
  }

  @Test
  void of_many_who_saw_the_same_version_one_wins() throws Exception {
    Story story = story(PO);
    Callable<Outcome<Story>> attempt =
        () ->
            transition.transition(
                PO.expecting(1), story.id(), StoryState.PO_REVIEW, Optional.empty());
    ExecutorService crowd = Executors.newFixedThreadPool(8);
    try {
      List<Outcome<Story>> outcomes = new ArrayList<>();
      for (Future<Outcome<Story>> future :
          crowd.invokeAll(
              List.of(attempt, attempt, attempt, attempt, attempt, attempt, attempt, attempt))) {
        outcomes.add(future.get());
      }
      assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
      assertThat(outcomes)
          .filteredOn(outcome -> !outcome.isDone())
          .allSatisfy(
              lost -> assertThat(refusal(lost).code()).isEqualTo(Refusal.Code.STALE_VERSION));
    } finally {
      crowd.shutdownNow();
    }
    assertThat(stories.find(story.id()).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void an_event_is_accepted_once_per_consumer() {
    String event = UUID.randomUUID().toString();
    assertThat(accept("a", event)).isTrue();
    assertThat(accept("a", event)).isFalse();
    assertThat(accept("b", event)).isTrue();
  }

  private static boolean accept(String consumer, String event) {
    return LEDGER.graph.inTransaction(() -> LEDGER.inbox.accept(consumer, event), any -> true);
  }

  @Test
  void tasks_that_are_not_ready_are_told_of_though_the_refusal_keeps_nothing() {
    Story story = story(PO);
    for (StoryState next :
        List.of(StoryState.PO_REVIEW, StoryState.READY_FOR_PLANNING, StoryState.PLANNED)) {
      value(transition.transition(PO, story.id(), next, Optional.of("a try")));
    }

    Refusal refusal =
        refusal(
            transition.transition(
                PO, story.id(), StoryState.READY_FOR_EXECUTION, Optional.empty()));

    assertThat(refusal.code()).isEqualTo(Refusal.Code.GUARD_FAILED);
    assertThat(stories.find(story.id()).map(Story::state)).contains(StoryState.PLANNED);
    assertThat(LEDGER.outbox.pending(10_000))
        .filteredOn(message -> message.payload().contains(story.id().value()))
        .filteredOn(message -> message.subject().equals("planning.story.tasks_not_ready"))
        .singleElement()
        .satisfies(
            message ->
                assertThat(message.aggregate()).isEqualTo(new AggregateRef("ActorLog", "paula")));
    assertThat(LEDGER.trail.verify(new AggregateRef("ActorLog", "paula")).holds()).isTrue();
  }
}
