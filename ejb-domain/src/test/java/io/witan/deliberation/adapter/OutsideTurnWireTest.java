package io.witan.deliberation.adapter;

import static io.witan.testing.Outcomes.value;

import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.OutsideTurn;
import io.witan.deliberation.domain.OutsideTurnEvent;
import io.witan.deliberation.domain.Questions;
import io.witan.deliberation.domain.Reply;
import io.witan.deliberation.domain.TurnKey;
import io.witan.shared.Change;
import io.witan.testing.Golden;
import io.witan.testing.Moments;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutsideTurnWireTest {
  private final Change<OutsideTurn, OutsideTurnEvent> asked =
      OutsideTurn.ask(
          new TurnKey(new DeliberationId("D-1"), 3),
          Questions.QUESTION,
          Moments.MORNING,
          Moments.NOON);

  private static void mustMatch(String file, Change<OutsideTurn, OutsideTurnEvent> change) {
    Golden.mustMatch(
        "/io/witan/deliberation/wire/" + file,
        OutsideTurnWire.tell(change.after(), change.event()).messages());
  }

  @Test
  void an_agent_is_asked() {
    mustMatch("outside-turn-asked.json", asked);
  }

  @Test
  void it_answers() {
    Reply reply = new Reply("{}", "m-1", 10, 20, Duration.ofMillis(1500));

    mustMatch(
        "outside-turn-answered.json",
        value(asked.after().answer(Questions.AGENT, reply, Moments.NOON)));
  }

  @Test
  void it_cannot() {
    mustMatch(
        "outside-turn-failed.json",
        value(asked.after().fail(Questions.AGENT, "out of memory", "MemoryError", Moments.NOON)));
  }
}
