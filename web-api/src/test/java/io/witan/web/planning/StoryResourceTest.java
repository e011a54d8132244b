package io.witan.web.planning;

import static io.witan.testing.AStory.aStory;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.witan.planning.domain.Readiness;
import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryState;
import io.witan.testing.Moments;
import io.witan.testing.People;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

class StoryResourceTest {

  @Test
  void asks_of_a_planned_story_what_its_guard_asks() throws Exception {
    Story withoutPlan = aStory().readyForPlanning().build();
    String words =
        StoryResource.class
            .getMethod("move", String.class, TransitionWire.class)
            .getAnnotation(Operation.class)
            .description();

    assertThat(
            value(
                    withoutPlan.moveTo(
                        StoryState.PLANNED,
                        List.of(),
                        People.PAULA.id(),
                        Optional.empty(),
                        Moments.NOON))
                .after()
                .state())
        .isEqualTo(StoryState.PLANNED);
    assertThat(words)
        .contains("PLANNED", "%d points".formatted(Readiness.READY), "override_reason")
        .doesNotContain("approved plan");
  }
}
