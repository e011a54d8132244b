package io.witan.planning.domain;

import static io.witan.testing.AStory.aStory;
import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.planning.domain.StoryEvent.PlanAdopted;
import io.witan.planning.domain.StoryEvent.StoryCreated;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.InvalidValue;
import io.witan.shared.Refusal;
import io.witan.testing.AStory;
import io.witan.testing.Moments;
import io.witan.testing.NumberedIds;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoryTest {
  private static final ActorId PAULA = new ActorId("paula");
  private static final PlanId PLAN = new PlanId("PL-1");

  @Nested
  class A_new_one {
    private Change<Story, StoryEvent> create(Optional<String> digest) {
      return Story.create(
          new EpicId("E-1"), AStory.READY, digest, PAULA, new NumberedIds(), Moments.NOON);
    }

    @Test
    void is_a_draft_with_a_score_and_tells_of_itself() {
      Change<Story, StoryEvent> change = create(Optional.empty());

      Story story = change.after();
      assertThat(story.id()).hasToString("s-1");
      assertThat(story.state()).isEqualTo(StoryState.DRAFT);
      assertThat(story.dorScore()).isEqualTo(100);
      assertThat(story.version()).isEqualTo(1);
      assertThat(story.createdAt()).isEqualTo(Moments.NOON).isEqualTo(story.updatedAt());
      assertThat(change.event())
          .isEqualTo(
              new StoryCreated(
                  story.id(), new EpicId("E-1"), "Pay by card ✓", PAULA, Moments.NOON));
    }

    @Test
    void remembers_the_document_it_comes_from() {
      assertThat(create(Optional.of("abc")).after().sourceDigest()).contains("abc");
    }

    @Test
    void refuses_a_blank_digest() {
      assertThatThrownBy(() -> create(Optional.of(" ")))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("source_digest");
    }
  }

  @Nested
  class Adopting_a_plan {
    @Test
    void keeps_its_id_and_raises_the_version() {
      Change<Story, StoryEvent> change =
          value(aStory().called("s-7").readyForPlanning().build().adopt(PLAN, PAULA, Moments.NOON));

      assertThat(change.after().plan()).contains(PLAN);
      assertThat(change.after().version()).isEqualTo(2);
      assertThat(change.after().state()).isEqualTo(StoryState.READY_FOR_PLANNING);
      assertThat(change.event())
          .isEqualTo(new PlanAdopted(new StoryId("s-7"), PLAN, PAULA, Moments.NOON));
    }

    @ParameterizedTest
    @EnumSource(
        value = StoryState.class,
        mode = EnumSource.Mode.EXCLUDE,
        names = "READY_FOR_PLANNING")
    void is_refused_in_every_other_state(StoryState state) {
      Refusal refusal =
          refusal(aStory().called("s-7").in(state).build().adopt(PLAN, PAULA, Moments.NOON));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.ILLEGAL_TRANSITION);
      assertThat(refusal.message())
          .isEqualTo(
              "story s-7 takes no plan while %s; legal: READY_FOR_PLANNING".formatted(state));
    }

    @Test
    void is_refused_when_the_story_is_archived() {
      Story story = aStory().readyForPlanning().archived().build();

      assertThat(refusal(story.adopt(PLAN, PAULA, Moments.NOON)).code())
          .isEqualTo(Refusal.Code.GUARD_FAILED);
    }
  }

  @Nested
  class Its_text {
    @Test
    void is_stripped() {
      assertThat(new StoryText(" Pay ", " Brief ", List.of(" It works ")))
          .isEqualTo(new StoryText("Pay", "Brief", List.of("It works")));
    }

    @Test
    void needs_title_and_brief() {
      assertThatThrownBy(() -> new StoryText(" ", "Brief", List.of()))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("title");
      assertThatThrownBy(() -> new StoryText("Title", null, List.of()))
          .hasMessageContaining("brief");
    }

    @Test
    void takes_long_logs_up_to_a_bound() {
      assertThat(new StoryText("T", "x".repeat(500_000), List.of()).brief()).hasSize(500_000);
      assertThatThrownBy(() -> new StoryText("T", "x".repeat(500_001), List.of()))
          .hasMessageContaining("500001 were given");
    }

    @Test
    void takes_200_criteria_none_of_them_blank() {
      assertThat(new StoryText("T", "B", Collections.nCopies(200, "ok")).acceptanceCriteria())
          .hasSize(200);
      assertThatThrownBy(() -> new StoryText("T", "B", Collections.nCopies(201, "ok")))
          .hasMessageContaining("acceptance_criteria", "201 items");
      assertThatThrownBy(() -> new StoryText("T", "B", List.of(" ")))
          .hasMessageContaining("acceptance_criteria");
    }
  }

  @Nested
  class Its_state_on_the_wire {
    @ParameterizedTest
    @EnumSource
    void is_read_in_any_case(StoryState state) {
      assertThat(StoryState.parse("state", state.name().toLowerCase(java.util.Locale.ROOT)))
          .isEqualTo(state);
      assertThat(StoryState.parse("state", state.name())).isEqualTo(state);
    }

    @Test
    void is_refused_with_the_names_that_exist() {
      assertThatThrownBy(() -> StoryState.parse("state", "executing"))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("state is \"executing\": expected one of DRAFT, PO_REVIEW");
      assertThatThrownBy(() -> StoryState.parse("state", null)).isInstanceOf(InvalidValue.class);
    }
  }
}
