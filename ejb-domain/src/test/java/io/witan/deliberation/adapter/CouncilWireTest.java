package io.witan.deliberation.adapter;

import static io.witan.testing.Outcomes.value;

import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Council;
import io.witan.deliberation.domain.CouncilEvent;
import io.witan.deliberation.domain.Manner;
import io.witan.deliberation.domain.Member;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Role;
import io.witan.testing.Golden;
import io.witan.testing.Moments;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CouncilWireTest {
  private static final ActorId ADA = new ActorId("ada");
  private static final AgentId CUSTOM = new AgentId("agent-qa-custom");

  private final Change<Council, CouncilEvent> created =
      value(Council.create(Optional.empty(), Role.QA, 2, "some-model", ADA, Moments.MORNING));
  private final Change<Council, CouncilEvent> registered =
      value(created.after().register(new Member(CUSTOM, "", Manner.at(0.2)), ADA, Moments.NOON));

  private static void mustMatch(String file, Change<Council, CouncilEvent> change) {
    Golden.mustMatch(
        "/io/witan/deliberation/wire/" + file,
        CouncilWire.tell(change.after(), change.event()).messages());
  }

  @Test
  void one_was_created() {
    mustMatch("council-created.json", created);
  }

  @Test
  void an_agent_was_registered() {
    mustMatch("agent-registered.json", registered);
  }

  @Test
  void an_agent_was_unregistered() {
    mustMatch(
        "agent-unregistered.json", value(registered.after().unregister(CUSTOM, ADA, Moments.NOON)));
  }

  @Test
  void one_was_deleted() {
    mustMatch("council-deleted.json", created.after().delete(ADA, Moments.NOON));
  }
}
