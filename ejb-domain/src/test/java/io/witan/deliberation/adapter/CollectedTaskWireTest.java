package io.witan.deliberation.adapter;

import static io.witan.testing.Outcomes.value;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.CollectedTask;
import io.witan.deliberation.domain.CollectedTask.Aside;
import io.witan.deliberation.domain.CollectedTask.Heard;
import io.witan.deliberation.domain.CollectedTaskEvent;
import io.witan.deliberation.domain.CollectedTaskId;
import io.witan.shared.Change;
import io.witan.shared.Role;
import io.witan.testing.Golden;
import io.witan.testing.Moments;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CollectedTaskWireTest {
  private static final CollectedTaskId TASK = new CollectedTaskId("T-9");
  private static final Heard FAILURE =
      Heard.failure(new AgentId("agent-1"), Optional.empty(), "no GPU", Moments.MORNING);
  private static final Heard ANSWER =
      Heard.answer(
          new AgentId("agent-2"),
          Optional.of(Role.QA),
          "Do it",
          Duration.ofMillis(1500),
          Moments.NOON);

  private static Change<CollectedTask, CollectedTaskEvent> hear(
      Optional<CollectedTask> before, Heard said, int expected) {
    return value(
        CollectedTask.hear(
            TASK,
            before,
            said,
            Optional.of(expected),
            said.equals(ANSWER)
                ? new Aside(Optional.of("S-1"), Optional.of(true), Optional.empty())
                : new Aside(Optional.empty(), Optional.empty(), Optional.of("OutOfMemory")),
            before.isEmpty() ? Moments.MORNING : Moments.NOON));
  }

  private static void mustMatch(String file, Change<CollectedTask, CollectedTaskEvent> change) {
    Golden.mustMatch(
        "/io/witan/deliberation/wire/" + file,
        CollectedTaskWire.tell(change.after(), change.event()).messages());
  }

  @Test
  void the_last_answer_completes_it() {
    CollectedTask first = hear(Optional.empty(), FAILURE, 2).after();

    mustMatch("collected-completed.json", hear(Optional.of(first), ANSWER, 2));
  }

  @Test
  void nobody_has_an_answer() {
    mustMatch("collected-failed.json", hear(Optional.empty(), FAILURE, 1));
  }

  @Test
  void it_times_out() {
    CollectedTask first = hear(Optional.empty(), FAILURE, 2).after();

    mustMatch(
        "collected-timed-out.json", value(first.timeOut(Duration.ofMinutes(5), Moments.NOON)));
  }

  @Test
  void it_is_removed() {
    CollectedTask ended = hear(Optional.empty(), FAILURE, 1).after();

    mustMatch("collected-removed.json", value(ended.remove(Duration.ofHours(1), Moments.NOON)));
  }
}
