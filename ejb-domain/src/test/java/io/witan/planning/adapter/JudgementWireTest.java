package io.witan.planning.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.adapter.AggregateStore.Telling;
import io.witan.planning.domain.JudgementEvent.JudgementFailed;
import io.witan.planning.domain.JudgementEvent.JudgementRequested;
import io.witan.planning.domain.JudgementEvent.ReadinessJudged;
import io.witan.planning.domain.JudgementId;
import io.witan.planning.domain.StoryId;
import io.witan.shared.ActorId;
import io.witan.testing.AStory;
import io.witan.testing.FakeReadinessCouncil;
import io.witan.testing.Golden;
import io.witan.testing.Moments;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementWireTest {
  private static final StoryId STORY = new StoryId("s-7");
  private static final JudgementId ID = JudgementId.of(STORY);
  private static final String DIGEST = AStory.READY.digest();

  private static void mustBe(String file, Telling telling) {
    Golden.mustMatch("/io/witan/planning/wire/" + file, telling.messages());
  }

  @Test
  void a_request_tells_what_is_judged_and_by_whose_wish() {
    mustBe(
        "readiness-requested.json",
        JudgementWire.tell(
            new JudgementRequested(ID, STORY, "d-1", DIGEST, new ActorId("paula"), Moments.NOON)));
  }

  @Test
  void a_verdict_tells_every_criterion() {
    Telling telling =
        JudgementWire.tell(
            new ReadinessJudged(
                ID,
                STORY,
                "d-1",
                DIGEST,
                FakeReadinessCouncil.verdict(5, "Estimate: 8 hours."),
                Moments.NOON));

    mustBe("readiness-judged.json", telling);
    assertThat(telling.facts()).isEqualTo(Map.of("score", 80L));
  }

  @Test
  void a_failure_tells_why() {
    Telling telling =
        JudgementWire.tell(new JudgementFailed(ID, STORY, "d-1", "nobody came", Moments.NOON));

    mustBe("readiness-failed.json", telling);
    assertThat(telling.facts()).isEqualTo(Map.of("reason", "nobody came"));
  }
}
