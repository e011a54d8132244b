package io.witan.deliberation.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.context.port.ContextPack;
import io.witan.deliberation.application.CancelDeliberation;
import io.witan.deliberation.application.Charters;
import io.witan.deliberation.application.GetDeliberation;
import io.witan.deliberation.application.ScriptedRunner;
import io.witan.deliberation.application.StartDeliberation;
import io.witan.deliberation.application.StartDeliberation.Request;
import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.Assignment;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.ModeChoice;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.port.DeliberationPolicy;
import io.witan.deliberation.port.TermsPolicy;
import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.deliberation.port.TrackRecord;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.TaskId;
import io.witan.shared.Actor;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Role;
import io.witan.testing.AStory;
import io.witan.testing.MemoryDeliberations;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import io.witan.testing.Outcomes;
import io.witan.testing.People;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CouncilForPlanningTest {
  private static final DeliberationPolicy POLICY =
      new DeliberationPolicy(
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          1000);

  private final MemoryDeliberations store = new MemoryDeliberations();
  private final StartDeliberation starting =
      new StartDeliberation(
          store.transactions,
          store,
          new Charters(
              subject ->
                  Optional.of(new Assignment("Pay", "By card", List.of(), Optional.of("s-7"))),
              query -> ContextPack.empty(),
              purpose -> Outcome.done(Agent.council(Role.ARCHITECT, 1, "model-x")),
              new ScriptedRunner(),
              store,
              POLICY,
              TermsPolicy.unlimited(),
              TrackRecord.empty(),
              Moments.CLOCK),
          new NumberedIds());
  private final CouncilForPlanning council =
      new CouncilForPlanning(
          starting,
          new GetDeliberation(store, store),
          new CancelDeliberation(store.transactions, store, Moments.CLOCK),
          store);

  private DeliberationId started(Request request) {
    return Outcomes.value(starting.start(Command.by(Actor.system()), request)).id();
  }

  private void within(Runnable work) {
    Outcomes.value(
        store.transactions.run(
            Command.by(People.PAULA),
            () -> {
              work.run();
              return Outcome.done(true);
            }));
  }

  private boolean isOpen(DeliberationId id) {
    return store.find(id).map(Deliberation::isOpen).orElseThrow();
  }

  @Test
  void dismissed_from_a_story_it_leaves_its_tasks_as_well() {
    DeliberationId plan = started(Request.planOf("s-7"));
    DeliberationId work = started(Request.implementationOf("T-7"));

    within(() -> council.dismiss(Command.by(People.PAULA), new StoryId("s-7")));

    assertThat(isOpen(plan)).isFalse();
    assertThat(isOpen(work)).isFalse();
    assertThat(store.find(work).flatMap(Deliberation::failure)).contains("cancelled by paula");
  }

  @Test
  void dismissed_from_a_task_it_leaves_that_one_alone() {
    DeliberationId plan = started(Request.planOf("s-7"));
    DeliberationId work = started(Request.implementationOf("T-7"));
    DeliberationId other = started(Request.implementationOf("T-8"));

    within(() -> council.dismiss(Command.by(People.PAULA), new StoryId("s-7"), new TaskId("T-7")));

    assertThat(isOpen(work)).isFalse();
    assertThat(isOpen(plan)).isTrue();
    assertThat(isOpen(other)).isTrue();
  }

  @Test
  void reconvened_it_leaves_what_it_does_not_know_the_news_of_and_starts_anew() {
    DeliberationId open = started(Request.planOf("s-7"));
    DeliberationId work = started(Request.implementationOf("T-7"));

    String next =
        Outcomes.value(
            store.transactions.run(
                Command.by(People.PAULA),
                () ->
                    council.reconvene(
                        Command.by(People.PAULA), AStory.aStory().called("s-7").build())));

    assertThat(next).isNotEqualTo(open.value());
    assertThat(isOpen(open)).isFalse();
    assertThat(isOpen(work)).isTrue();
    assertThat(isOpen(new DeliberationId(next))).isTrue();
  }

  @Test
  void reconvened_without_anything_open_it_starts() {
    String next =
        Outcomes.value(
            store.transactions.run(
                Command.by(People.PAULA),
                () ->
                    council.reconvene(
                        Command.by(People.PAULA), AStory.aStory().called("s-7").build())));

    assertThat(isOpen(new DeliberationId(next))).isTrue();
  }

  @Test
  void convened_it_follows_what_is_wished() {
    Wish wish = new Wish(Optional.of(ModeChoice.of(Mode.VOTE)), Optional.of(0), Optional.empty());

    String begun =
        Outcomes.value(
            council.convene(Command.by(People.PAULA), AStory.aStory().called("s-7").build(), wish));

    assertThat(store.find(new DeliberationId(begun)).orElseThrow().charter().terms())
        .extracting(Terms::mode, Terms::rounds)
        .containsExactly(Mode.VOTE, 0);
  }

  @Test
  void dismissed_from_what_it_does_not_think_about_it_does_nothing() {
    within(() -> council.dismiss(Command.by(People.PAULA), new StoryId("s-8")));

    assertThat(store.transactions.events()).isEmpty();
  }
}
