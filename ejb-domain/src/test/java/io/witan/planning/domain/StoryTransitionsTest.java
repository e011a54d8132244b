package io.witan.planning.domain;

import static io.witan.testing.AStory.aStory;
import static io.witan.testing.ATask.aTask;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.StoryEvent.StoryTransitioned;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.testing.CommittedDoc;
import io.witan.testing.Moments;
import io.witan.testing.PlainTable;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class StoryTransitionsTest {
  private static final Map<StoryState, Set<StoryState>> WRITTEN = written();
  private static final ActorId PAULA = new ActorId("paula");

  private static Map<StoryState, Set<StoryState>> written() {
    Map<StoryState, Set<StoryState>> table = new EnumMap<>(StoryState.class);
    for (List<String> line :
        PlainTable.of(Story.class, "/io/witan/planning/story-transitions.txt")) {
      Set<StoryState> targets = EnumSet.of(StoryState.DRAFT);
      line.stream().skip(1).map(StoryState::valueOf).forEach(targets::add);
      table.put(StoryState.valueOf(line.get(0)), targets);
    }
    return table;
  }

  private static Outcome<Change<Story, StoryEvent>> move(Story story, StoryState target) {
    return story.moveTo(
        target,
        List.of(aTask().called("T-1").of(story.id()).build()),
        PAULA,
        Optional.empty(),
        Moments.NOON);
  }

  private static Story ready(StoryState state) {
    return aStory().called("s-7").in(state).build();
  }

  @Test
  void the_written_table_has_a_line_for_each_of_the_13_states() {
    assertThat(WRITTEN).containsOnlyKeys(StoryState.values()).hasSize(13);
  }

  @Nested
  class Between_every_two_states {
    @TestFactory
    Stream<DynamicTest> the_way_is_open_or_closed_as_written() {
      return Stream.of(StoryState.values())
          .flatMap(
              from ->
                  Stream.of(StoryState.values())
                      .map(
                          to -> DynamicTest.dynamicTest(from + " to " + to, () -> walk(from, to))));
    }

    private void walk(StoryState from, StoryState to) {
      Outcome<Change<Story, StoryEvent>> outcome = move(ready(from), to);

      if (WRITTEN.get(from).contains(to)) {
        arrives(value(outcome), from, to);
      } else {
        turnsBack(refusal(outcome), from, to);
      }
    }

    private void arrives(Change<Story, StoryEvent> change, StoryState from, StoryState to) {
      assertThat(change.after().state()).isEqualTo(to);
      assertThat(change.after().version()).isEqualTo(2);
      assertThat(change.after().updatedAt()).isEqualTo(Moments.NOON);
      assertThat(change.event())
          .isEqualTo(
              new StoryTransitioned(
                  new StoryId("s-7"),
                  from,
                  to,
                  PAULA,
                  Optional.empty(),
                  to == StoryState.PLANNED
                      ? Optional.of(
                          new GateVerdict(ReadinessJudge.RULES, Optional.of(100), Optional.empty()))
                      : Optional.empty(),
                  List.of(new TaskId("T-1")),
                  Moments.NOON));
    }

    private void turnsBack(Refusal refusal, StoryState from, StoryState to) {
      assertThat(refusal.code()).isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
      assertThat(refusal.message())
          .startsWith("story s-7 cannot go to %s while %s; legal: ".formatted(to, from));
      String legal = refusal.message().substring(refusal.message().indexOf("legal: ") + 7);
      assertThat(legal.split(", "))
          .containsExactlyInAnyOrderElementsOf(WRITTEN.get(from).stream().map(Enum::name).toList());
    }
  }

  @Nested
  class A_story_that_is_archived {
    @Test
    void takes_no_change_whatever_its_state() {
      Story story = aStory().called("s-7").in(StoryState.DONE).archived().build();

      Refusal refusal = refusal(move(story, StoryState.ARCHIVED));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.GUARD_FAILED);
      assertThat(refusal.message()).isEqualTo("story s-7 is archived: it takes no change");
    }
  }

  @Test
  void the_committed_diagram_shows_the_table() {
    CommittedDoc.inProject().mustSay("story-states.md", render());
  }

  private static String render() {
    StringBuilder doc =
        new StringBuilder(
            """
            # The states of a story

            Rendered from `StoryTransitions`; a test fails when this page falls behind it. Every state may
            besides be reset to `DRAFT`.

            ```mermaid
            stateDiagram-v2
              [*] --> DRAFT
            """);
    for (StoryState from : StoryState.values()) {
      StoryTransitions.legalFrom(from).stream()
          .filter(to -> to != StoryState.DRAFT)
          .forEach(to -> doc.append("  %s --> %s%n".formatted(from, to).replace("\r", "")));
    }
    return doc.append("  ARCHIVED --> [*]\n```\n").toString();
  }
}
