package io.witan.deliberation.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.deliberation.domain.Agent;
import io.witan.deliberation.domain.AgentId;
import io.witan.deliberation.domain.Constraints;
import io.witan.deliberation.domain.Deliberation;
import io.witan.deliberation.domain.DeliberationId;
import io.witan.deliberation.domain.JudgeCalibration;
import io.witan.deliberation.domain.Mode;
import io.witan.deliberation.domain.Purpose;
import io.witan.deliberation.domain.Terms;
import io.witan.deliberation.port.TermsPolicy;
import io.witan.deliberation.port.TrackRecord;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StartDeliberationTest {
  private final CouncilInMemory council = new CouncilInMemory();

  @AfterEach
  void close() {
    council.close();
  }

  @Test
  void again_answers_the_open_one() {
    assertThat(council.started(3)).isEqualTo(council.started(3));
  }

  @Test
  void needs_the_role() {
    Command dev = Command.by(new Actor(new ActorId("dana"), Set.of(Role.DEVELOPER)));

    assertThat(refused(council.starting(3).start(dev, StartDeliberation.Request.planOf("S-1"))))
        .isEqualTo(Refusal.Code.FORBIDDEN);
  }

  @Test
  void needs_a_known_subject() {
    assertThat(
            refused(
                council
                    .starting(3)
                    .start(CouncilInMemory.PO, StartDeliberation.Request.planOf("S-2"))))
        .isEqualTo(Refusal.Code.NOT_FOUND);
  }

  private Refusal.Code refused(Outcome<Deliberation> outcome) {
    return outcome.fold(
        done -> {
          throw new AssertionError("was not refused");
        },
        Refusal::code);
  }

  @Nested
  class What_earlier_outcomes_teach {
    private static final JudgeCalibration LENIENT = new JudgeCalibration(-2, 1, 0.5);

    private TrackRecord record(Optional<Mode> favoured) {
      return new TrackRecord() {
        @Override
        public Map<AgentId, JudgeCalibration> calibrations(Purpose purpose, List<Agent> agents) {
          return Map.of(agents.get(0).id(), LENIENT);
        }

        @Override
        public Optional<Mode> favoured(Purpose purpose, Role role) {
          return favoured;
        }
      };
    }

    private void noModeIsNamed() {
      TermsPolicy usual = TermsPolicy.unlimited();
      council.rules =
          new TermsPolicy(
              Optional.empty(),
              usual.rounds(),
              usual.judged(),
              usual.consensus(),
              usual.deadline(),
              usual.turnTokens(),
              usual.deliberation(),
              usual.story(),
              Constraints.none());
    }

    private Terms terms(DeliberationId id) {
      return council.store.find(id).orElseThrow().charter().terms();
    }

    @Test
    void is_frozen_when_it_starts() {
      council.trackRecord = record(Optional.empty());

      Terms terms = terms(council.started(3));

      assertThat(terms.mode()).isEqualTo(Mode.COUNCIL);
      assertThat(terms.calibrations())
          .isEqualTo(Map.of(new AgentId("agent-architect-001"), LENIENT));
    }

    @Test
    void is_the_mode_where_none_is_named() {
      noModeIsNamed();
      council.trackRecord = record(Optional.of(Mode.VOTE));

      assertThat(terms(council.started(3)).mode()).isEqualTo(Mode.VOTE);
    }

    @Test
    void is_not_enough_at_first_so_that_the_id_says_which_is_tried() {
      noModeIsNamed();

      DeliberationId id = council.started(3);

      assertThat(terms(id).mode()).isEqualTo(Mode.inTurn(id));
    }
  }
}
