package io.witan.planning.application;

import static io.witan.testing.AStory.aStory;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.port.TermsPolicy.Wish;
import io.witan.planning.domain.StoryId;
import io.witan.planning.domain.StoryState;
import io.witan.shared.Command;
import io.witan.shared.Refusal;
import io.witan.testing.Memory;
import io.witan.testing.People;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestPlanTest {
  private static final Command PO = Command.by(People.PAULA);
  private static final StoryId STORY = new StoryId("s-7");

  private final UseCases planning = new UseCases();
  private final Memory memory = planning.memory;

  @BeforeEach
  void a_story_is_ready_for_planning() {
    memory.stories.given(aStory().called("s-7").readyForPlanning().atVersion(3).build());
  }

  @Test
  void convenes_a_council() {
    assertThat(value(planning.requestPlan.request(PO, STORY, Wish.none()))).isEqualTo("d-1");
    assertThat(planning.council.convened).containsExactly(STORY);
  }

  @Test
  void hands_on_what_is_wished() {
    Wish wish = new Wish(Optional.empty(), Optional.of(2), Optional.empty());

    value(planning.requestPlan.request(PO, STORY, wish));

    assertThat(planning.council.wishes).containsExactly(wish);
  }

  @ParameterizedTest
  @EnumSource(
      value = StoryState.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "READY_FOR_PLANNING")
  void is_refused_unless_the_story_is_ready_for_it(StoryState state) {
    memory.stories.given(aStory().called("s-7").in(state).build());

    Refusal refusal = refusal(planning.requestPlan.request(PO, STORY, Wish.none()));

    assertThat(refusal.code()).isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
    assertThat(refusal.message())
        .isEqualTo(
            "story s-7 cannot be planned while %s; legal: READY_FOR_PLANNING".formatted(state));
    assertThat(planning.council.convened).isEmpty();
  }

  @Test
  void is_refused_to_those_who_do_not_own_the_product_and_for_unknown_stories() {
    assertThat(
            refusal(planning.requestPlan.request(Command.by(People.DEV), STORY, Wish.none()))
                .code())
        .isEqualTo(Refusal.Code.FORBIDDEN);
    assertThat(refusal(planning.requestPlan.request(PO, new StoryId("s-0"), Wish.none())).code())
        .isEqualTo(Refusal.Code.NOT_FOUND);
  }

  @Test
  void is_refused_to_those_who_saw_another_version_of_the_story() {
    assertThat(refusal(planning.requestPlan.request(PO.expecting(2), STORY, Wish.none())).message())
        .isEqualTo("story s-7 is at version 3, you sent version 2: read it again, then repeat");
    assertThat(value(planning.requestPlan.request(PO.expecting(3), STORY, Wish.none())))
        .isEqualTo("d-1");
  }
}
