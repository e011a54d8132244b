package io.witan.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ActingForTest {
  private static final ActorId DORA = new ActorId("dora");
  private static final ActorId BRIDGE = new ActorId("bridge");

  @Nested
  class APerson {
    private final Actor dora = new Actor(DORA, Set.of(Role.DEVELOPER, Role.QA));

    @Test
    void acts_with_all_roles_when_nothing_is_named() {
      assertThat(value(ActingFor.decide(dora, Optional.empty(), Optional.empty()))).isEqualTo(dora);
    }

    @Test
    void acts_in_the_named_role_alone() {
      Actor actor = value(ActingFor.decide(dora, Optional.of(DORA), Optional.of(Role.QA)));

      assertThat(actor.roles()).containsExactly(Role.QA);
    }

    @Test
    void may_not_name_a_role_that_the_token_does_not_hold() {
      assertThat(refusal(ActingFor.decide(dora, Optional.empty(), Optional.of(Role.PO))).message())
          .isEqualTo("dora may not act as po: the token does not hold this role");
    }

    @Test
    void may_not_name_somebody_else() {
      Refusal refusal =
          refusal(ActingFor.decide(dora, Optional.of(new ActorId("paula")), Optional.of(Role.QA)));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.FORBIDDEN);
      assertThat(refusal.message()).contains("may not act as paula");
    }
  }

  @Nested
  class ASystem {
    private final Actor bridge = new Actor(BRIDGE, Set.of(Role.SYSTEM));

    @Test
    void acts_for_others_and_stays_known() {
      Actor actor = value(ActingFor.decide(bridge, Optional.of(DORA), Optional.of(Role.PO)));

      assertThat(actor).isEqualTo(new Actor(DORA, Set.of(Role.PO), BRIDGE));
    }

    @Test
    void acts_as_itself_when_nobody_is_named() {
      assertThat(value(ActingFor.decide(bridge, Optional.empty(), Optional.empty())))
          .isEqualTo(bridge);
    }
  }

  private static Actor value(Outcome<Actor> outcome) {
    return outcome.fold(
        actor -> actor,
        refusal -> {
          throw new AssertionError(refusal);
        });
  }

  private static Refusal refusal(Outcome<Actor> outcome) {
    return outcome.fold(
        actor -> {
          throw new AssertionError(actor);
        },
        refusal -> refusal);
  }
}
