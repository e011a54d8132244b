package io.witan.planning.application;

import static io.witan.testing.AStory.aStory;
import static io.witan.testing.ATask.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.People;
import io.witan.testing.PlainTable;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state, every target and every role against the written tables. */
class StoryRolesTest {
  private static final StoryId STORY = new StoryId("s-7");
  private static final Map<StoryState, Set<StoryState>> WAYS = ways();
  private static final Map<Role, Boolean> MOVERS = movers();

  private static Map<StoryState, Set<StoryState>> ways() {
    Map<StoryState, Set<StoryState>> table = new EnumMap<>(StoryState.class);
    for (List<String> line :
        PlainTable.of(Story.class, "/io/witan/planning/story-transitions.txt")) {
      Set<StoryState> targets = EnumSet.of(StoryState.DRAFT);
      line.stream().skip(1).map(StoryState::valueOf).forEach(targets::add);
      table.put(StoryState.valueOf(line.get(0)), targets);
    }
    return table;
  }

  private static Map<Role, Boolean> movers() {
    Map<Role, Boolean> table = new EnumMap<>(Role.class);
    PlainTable.of(Story.class, "/io/witan/planning/story-roles.txt")
        .forEach(line -> table.put(Role.parse("role", line.get(0)), line.get(1).equals("moves")));
    return table;
  }

  private final UseCases planning = new UseCases();

  @Test
  void the_written_table_has_a_line_for_each_role() {
    assertThat(MOVERS).containsOnlyKeys(Role.values());
  }

  @ParameterizedTest
  @EnumSource
  void who_moves_a_story_goes_every_written_way_and_no_other(Role role) {
    planning.memory.tasks.given(aTask().of(STORY).build());
    for (StoryState from : StoryState.values()) {
      for (StoryState to : StoryState.values()) {
        Story before = planning.memory.stories.given(aStory().called("s-7").in(from).build());

        Outcome<Story> outcome =
            planning.transitionStory.transition(
                Command.by(People.somebody("sam", role)), STORY, to, Optional.empty());

        assertThat(verdict(outcome))
            .as("%s from %s to %s", role, from, to)
            .isEqualTo(expected(role, from, to));
        assertThat(planning.memory.stories.find(STORY).map(Story::state))
            .contains(outcome.isDone() ? to : before.state());
      }
    }
  }

  private static String expected(Role role, StoryState from, StoryState to) {
    if (!MOVERS.get(role)) {
      return Refusal.Code.FORBIDDEN.name();
    }
    return WAYS.get(from).contains(to) ? "DONE" : Refusal.Code.ILLEGAL_TRANSITION.name();
  }

  private static String verdict(Outcome<Story> outcome) {
    return outcome.fold(done -> "DONE", refusal -> refusal.code().name());
  }
}
