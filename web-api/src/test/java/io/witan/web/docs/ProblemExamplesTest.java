package io.witan.web.docs;

import static io.witan.testing.AStory.aStory;
import static io.witan.testing.Outcomes.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.witan.planning.domain.Story;
import io.witan.planning.domain.StoryState;
import io.witan.shared.Command;
import io.witan.shared.InvalidValue;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.Moments;
import io.witan.testing.People;
import io.witan.web.json.OversizedBody;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The examples of the API's description are what Witan really says. */
class ProblemExamplesTest {
  private final Story story = aStory().called("s-7").planned().atVersion(5).build();

  private static String example(String code) {
    return ProblemResponses.EXAMPLES.stream()
        .filter(example -> example.code().equals(code))
        .map(ProblemResponses.Example::detail)
        .findFirst()
        .orElseThrow();
  }

  private Refusal moving(StoryState target) {
    return refusal(
        story.moveTo(target, List.of(), People.PAULA.id(), Optional.empty(), Moments.NOON));
  }

  @Test
  void an_unknown_value_names_the_known_ones() {
    String known = "target_state is \"LATER\": expected one of DRAFT, PO_REVIEW, ";

    assertThat(example("INVALID_ARGUMENT")).isEqualTo(known + "...");
    assertThat(
            catchThrowableOfType(
                InvalidValue.class, () -> StoryState.parse("target_state", "LATER")))
        .hasMessageStartingWith(known);
  }

  @Test
  void a_missing_role_is_named() {
    Command dora = Command.by(People.somebody("dora", Role.DEVELOPER));

    assertThat(example("FORBIDDEN"))
        .isEqualTo(refusal(dora.allowed("create a project", Role.PO)).message());
  }

  @Test
  void what_is_not_there_is_named() {
    assertThat(example("NOT_FOUND")).isEqualTo(Refusal.notFound("story", "s-7").message());
  }

  @Test
  void a_way_that_is_not_there_says_which_are() {
    assertThat(example("ILLEGAL_TRANSITION")).isEqualTo(moving(StoryState.DONE).message());
  }

  @Test
  void a_guard_says_what_is_missing() {
    assertThat(example("GUARD_FAILED")).isEqualTo(moving(StoryState.READY_FOR_EXECUTION).message());
  }

  @Test
  void a_stale_version_says_both() {
    Command late = Command.by(People.PAULA).expecting(4);

    assertThat(example("STALE_VERSION"))
        .isEqualTo(refusal(late.fresh(story, "story s-7", story.version())).message());
  }

  @Test
  void a_body_that_is_too_large_names_the_bound() {
    assertThat(example("BODY_TOO_LARGE")).isEqualTo(new OversizedBody(1_048_576).getMessage());
  }
}
