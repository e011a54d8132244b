package io.witan.grpc.orchestrator;

import static io.witan.testing.APlan.aPlan;
import static io.witan.testing.AStory.aStory;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Context;
import io.witan.planning.application.GetDerivation;
import io.witan.planning.application.RequestDerivation;
import io.witan.planning.domain.PlanId;
import io.witan.planning.domain.StoryId;
import io.witan.shared.Command;
import io.witan.testing.FakeDerivationCouncil;
import io.witan.testing.Memory;
import io.witan.testing.Moments;
import io.witan.testing.Outcomes;
import io.witan.testing.People;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DerivationWaitTest {
  private static final PlanId PLAN = new PlanId("PL-1");
  private static final StoryId STORY = new StoryId("s-1");

  private final Memory memory = new Memory();
  private final DerivationWait wait =
      new DerivationWait(
          new GetDerivation(memory.plans, memory.tasks, memory.derivations), Clock.systemUTC());

  @BeforeEach
  void aPlanIsThere() {
    memory.stories.given(aStory().called(STORY.value()).build());
    memory.plans.given(aPlan().called(PLAN.value()).of(STORY).approved().build());
  }

  private void request() {
    RequestDerivation request =
        new RequestDerivation(
            memory.transactions,
            memory.stories,
            memory.plans,
            memory.tasks,
            memory.derivations,
            new FakeDerivationCouncil(),
            Moments.CLOCK);
    Outcomes.value(request.request(Command.by(People.PAULA), PLAN));
  }

  @Test
  void does_not_wait_for_what_nobody_asked_for() {
    assertThat(Outcomes.value(wait.untilEnded(PLAN, Duration.ZERO)).derivation()).isEmpty();
  }

  @Test
  void ends_at_the_limit_and_tells_what_to_do() {
    request();

    assertThatThrownBy(() -> wait.untilEnded(PLAN, Duration.ofMillis(10)))
        .hasMessageContaining("DEADLINE_EXCEEDED")
        .hasMessageContaining("PL-1")
        .hasMessageContaining("ask again");
  }

  @Test
  void ends_when_the_caller_has_gone() throws Exception {
    request();

    try (Context.CancellableContext call = Context.current().withCancellation()) {
      call.cancel(null);

      call.run(
          () ->
              assertThatThrownBy(() -> wait.untilEnded(PLAN, Duration.ofMinutes(5)))
                  .hasMessageContaining("CANCELLED"));
    }
  }
}
