package io.witan.shared;

import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.shared.Command.Idempotency;
import io.witan.testing.People;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CommandTest {
  private static final Command PO = Command.by(People.PAULA);

  @Nested
  class Of_somebody {
    @Test
    void is_allowed_with_one_of_the_roles() {
      assertThat(value(PO.allowed("move a story", Role.QA, Role.PO))).isEqualTo(People.PAULA);
    }

    @Test
    void is_refused_without_and_told_which_would_do() {
      Refusal refusal = refusal(PO.allowed("commit", Role.DEVELOPER, Role.DEVOPS));

      assertThat(refusal.code()).isEqualTo(Refusal.Code.FORBIDDEN);
      assertThat(refusal.message())
          .isEqualTo("paula may not commit: needs the role developer or devops");
    }

    @Test
    void is_always_allowed_to_the_system() {
      assertThat(Command.by(Actor.system()).allowed("move a story", Role.PO).isDone()).isTrue();
    }

    @Test
    void is_not_allowed_to_an_administrator_for_that_alone() {
      assertThat(
              Command.by(People.somebody("root", Role.ADMIN))
                  .allowed("move a story", Role.PO)
                  .isDone())
          .isFalse();
    }
  }

  @Nested
  class About_a_version {
    @Test
    void is_fresh_when_none_is_named() {
      assertThat(value(PO.fresh("it", "story s-7", 4))).isEqualTo("it");
    }

    @Test
    void is_fresh_when_it_is_the_current_one() {
      assertThat(PO.expecting(4).fresh("it", "story s-7", 4).isDone()).isTrue();
    }

    @Test
    void is_refused_when_it_is_older_or_newer() {
      for (long seen : new long[] {3, 5}) {
        Refusal refusal = refusal(PO.expecting(seen).fresh("it", "story s-7", 4));

        assertThat(refusal.code()).isEqualTo(Refusal.Code.STALE_VERSION);
        assertThat(refusal.message())
            .isEqualTo(
                "story s-7 is at version 4, you sent version %d: read it again, then repeat"
                    .formatted(seen));
      }
    }

    @Test
    void keeps_the_rest_of_the_envelope() {
      Command keyed = People.keyed(People.PAULA, "key-1", "digest");

      assertThat(keyed.expecting(4))
          .isEqualTo(
              new Command(People.PAULA, keyed.idempotency(), Optional.of(4L), keyed.traceId()));
    }
  }

  @Nested
  class With_a_key {
    @Test
    void has_one_of_1_to_200_characters() {
      assertThat(new Idempotency("k".repeat(200), "digest").key()).hasSize(200);
      assertThatThrownBy(() -> new Idempotency(" ", "digest"))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("idempotency_key");
      assertThatThrownBy(() -> new Idempotency("k".repeat(201), "digest"))
          .isInstanceOf(InvalidValue.class);
    }
  }
}
