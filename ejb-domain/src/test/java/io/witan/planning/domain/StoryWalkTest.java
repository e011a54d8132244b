package io.witan.planning.domain;

import static io.witan.testing.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.StoryEvent.StoryTransitioned;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Outcome;
import io.witan.testing.AStory;
import io.witan.testing.Moments;
import io.witan.testing.PlainTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

@Label("A story that is pushed around at random")
class StoryWalkTest {
  private static final Set<String> WAYS =
      PlainTable.of(Story.class, "/io/witan/planning/story-transitions.txt").stream()
          .flatMap(line -> line.stream().skip(1).map(to -> line.get(0) + " " + to))
          .collect(Collectors.toSet());
  private static final ActorId PAULA = new ActorId("paula");

  private record Step(Story before, StoryState target, Outcome<Change<Story, StoryEvent>> outcome) {
    static Step of(Story before, StoryState target) {
      return new Step(
          before,
          target,
          before.moveTo(
              target,
              List.of(aTask().of(before.id()).build()),
              PAULA,
              Optional.of("a walk"),
              Moments.NOON));
    }

    Story after() {
      return outcome.fold(Change::after, refusal -> before);
    }

    boolean isWritten() {
      return target == StoryState.DRAFT || WAYS.contains(before.state() + " " + target);
    }
  }

  private static Story draft() {
    return Story.create(
            new EpicId("E-1"), AStory.VAGUE, Optional.empty(), PAULA, () -> "1", Moments.MORNING)
        .after();
  }

  @Property(tries = 300)
  @Label("goes written ways only, and its version is the number of its changes")
  void goes_written_ways_only(@ForAll @Size(max = 60) List<StoryState> targets) {
    Story story = draft();
    long changes = 1;
    for (StoryState target : targets) {
      Step step = Step.of(story, target);
      assertThat(step.outcome().isDone()).isEqualTo(step.isWritten());
      changes += step.outcome().isDone() ? 1 : 0;
      story = step.after();
      assertThat(story.version()).isEqualTo(changes);
    }
  }

  @Property(tries = 300)
  @Label("tells every change as an event that joins the one before")
  void tells_every_change(@ForAll @Size(max = 60) List<StoryState> targets) {
    Story story = draft();
    for (StoryState target : targets) {
      Step step = Step.of(story, target);
      step.outcome()
          .onDone(
              change -> {
                StoryTransitioned moved = (StoryTransitioned) change.event();
                assertThat(moved.from()).isEqualTo(step.before().state());
                assertThat(moved.to()).isEqualTo(change.after().state());
              });
      story = step.after();
    }
  }

  @Property(tries = 200)
  @Label("keeps its identity, text and birth")
  void keeps_its_identity(@ForAll @Size(max = 40) List<StoryState> targets) {
    Story born = draft();
    Story story = born;
    for (StoryState target : targets) {
      story = Step.of(story, target).after();
    }
    assertThat(story.id()).isEqualTo(born.id());
    assertThat(story.text()).isEqualTo(born.text());
    assertThat(story.createdAt()).isEqualTo(born.createdAt());
  }
}
