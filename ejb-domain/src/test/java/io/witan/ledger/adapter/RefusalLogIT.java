package io.witan.ledger.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.ledger.domain.AggregateRef;
import io.witan.ledger.domain.AuditEntry;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Refusal.Code;
import io.witan.shared.Role;
import io.witan.testkit.TestServers;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalLogIT {
  /** In one moment: the same refusal is written again after a second. */
  private static final LedgerOnNeo4j LEDGER = LedgerOnNeo4j.standingStill(TestServers.graph());

  private final ActorId actor = new ActorId("refused-" + UUID.randomUUID());
  private final AggregateRef chain = new AggregateRef("ActorLog", actor.value());

  private void refuse(Code code) {
    Command command =
        new Command(
            new Actor(actor, Set.of(Role.QA)), Optional.empty(), Optional.empty(), "trace-1");
    Outcome<String> outcome =
        LEDGER.transactions.run(command, () -> Refusal.of(code, "because of " + code).asOutcome());
    assertThat(outcome.isDone()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"FORBIDDEN", "ILLEGAL_TRANSITION", "GUARD_FAILED", "STALE_VERSION"})
  void what_says_something_about_the_actor_is_on_its_chain(Code code) {
    refuse(code);

    assertThat(LEDGER.trail.of(chain))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo("actor.refused");
              assertThat(entry.body()).contains(code.name(), "because of", "trace-1");
            });
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"FORBIDDEN", "ILLEGAL_TRANSITION", "GUARD_FAILED", "STALE_VERSION"})
  void everything_else_leaves_no_trace(Code code) {
    refuse(code);

    assertThat(LEDGER.trail.of(chain)).isEmpty();
  }

  @Test
  void refusals_are_linked_and_tell_no_event() {
    long before = LEDGER.outbox.backlog();
    refuse(Code.FORBIDDEN);
    refuse(Code.FORBIDDEN);
    refuse(Code.STALE_VERSION);

    assertThat(LEDGER.trail.of(chain)).extracting(AuditEntry::sequence).containsExactly(1L, 2L);
    assertThat(LEDGER.trail.of(chain).get(1).body()).contains("\"left_out\":1");
    assertThat(LEDGER.trail.verify(chain).holds()).isTrue();
    assertThat(LEDGER.outbox.backlog()).isEqualTo(before);
  }
}
