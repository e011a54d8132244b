package io.witan.deliberation.domain;

import static io.witan.testing.Outcomes.refusal;
import static io.witan.testing.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.deliberation.domain.CouncilEvent.AgentRegistered;
import io.witan.deliberation.domain.CouncilEvent.AgentUnregistered;
import io.witan.deliberation.domain.CouncilEvent.CouncilCreated;
import io.witan.deliberation.domain.CouncilEvent.CouncilDeleted;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.InvalidValue;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.Moments;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CouncilTest {
  private static final ActorId ADA = new ActorId("ada");
  private static final Member CUSTOM =
      new Member(new AgentId("agent-qa-custom"), "other-model", Manner.at(0.1));

  private static Outcome<Change<Council, CouncilEvent>> create(Optional<Council> before, int size) {
    return Council.create(before, Role.QA, size, "", ADA, Moments.MORNING);
  }

  private final Council three = value(create(Optional.empty(), 3)).after();

  @Nested
  class Created {
    @Test
    void it_has_as_many_agents_as_wanted_named_after_its_role() {
      assertThat(three.id()).hasToString("council-qa");
      assertThat(three.version()).isEqualTo(1);
      assertThat(three.members())
          .extracting(member -> member.id().value())
          .containsExactly("agent-qa-001", "agent-qa-002", "agent-qa-003");
    }

    @Test
    void it_says_so() {
      assertThat(value(create(Optional.empty(), 1)).event())
          .isEqualTo(
              new CouncilCreated(
                  new CouncilId("council-qa"),
                  Role.QA,
                  List.of(new Member(new AgentId("agent-qa-001"), "", Manner.usual())),
                  ADA,
                  Moments.MORNING));
    }

    @Test
    void a_role_has_one_at_most() {
      assertThat(refusal(create(Optional.of(three), 3)).code())
          .isEqualTo(Refusal.Code.ALREADY_EXISTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 17})
    void it_has_1_to_16_agents(int size) {
      assertThatThrownBy(() -> create(Optional.empty(), size))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("num_agents")
          .hasMessageContaining("1 to 16");
    }
  }

  @Nested
  class Deleted {
    private final Change<Council, CouncilEvent> gone = three.delete(ADA, Moments.NOON);

    @Test
    void it_has_no_agents() {
      assertThat(gone.after().members()).isEmpty();
      assertThat(gone.event())
          .isEqualTo(new CouncilDeleted(three.id(), Role.QA, 3, ADA, Moments.NOON));
    }

    @Test
    void it_may_be_created_again_and_its_versions_go_on() {
      Council again = value(create(Optional.of(gone.after()), 2)).after();

      assertThat(again.deleted()).isFalse();
      assertThat(again.members()).hasSize(2);
      assertThat(again.version()).isEqualTo(3);
    }
  }

  @Nested
  class Registering {
    @Test
    void gives_the_last_seat() {
      Change<Council, CouncilEvent> change = value(three.register(CUSTOM, ADA, Moments.NOON));

      assertThat(change.after().members()).hasSize(4).last().isEqualTo(CUSTOM);
      assertThat(change.after().version()).isEqualTo(2);
      assertThat(change.event())
          .isEqualTo(new AgentRegistered(three.id(), Role.QA, CUSTOM, ADA, Moments.NOON));
    }

    @Test
    void takes_each_agent_once() {
      Council four = value(three.register(CUSTOM, ADA, Moments.NOON)).after();

      assertThat(refusal(four.register(CUSTOM, ADA, Moments.NOON)).code())
          .isEqualTo(Refusal.Code.ALREADY_EXISTS);
    }

    @Test
    void takes_no_name_of_a_further_seat() {
      Member seat = new Member(new AgentId("agent-qa-001:2"), "", Manner.usual());

      assertThatThrownBy(() -> three.register(seat, ADA, Moments.NOON))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("agent-qa-001:2")
          .hasMessageContaining("seats");
    }

    @Test
    void ends_at_16_agents() {
      Council full = value(create(Optional.empty(), 16)).after();

      assertThat(refusal(full.register(CUSTOM, ADA, Moments.NOON)).code())
          .isEqualTo(Refusal.Code.LIMIT_EXCEEDED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 2.1, Double.NaN})
    void takes_temperatures_of_0_to_2(double temperature) {
      assertThatThrownBy(() -> new Member(CUSTOM.id(), "", Manner.at(temperature)))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("temperature")
          .hasMessageContaining("0 to 2");
    }
  }

  @Nested
  class Unregistering {
    @Test
    void frees_the_seat() {
      AgentId second = new AgentId("agent-qa-002");
      Change<Council, CouncilEvent> change = value(three.unregister(second, ADA, Moments.NOON));

      assertThat(change.after().members())
          .extracting(member -> member.id().value())
          .containsExactly("agent-qa-001", "agent-qa-003");
      assertThat(change.event())
          .isEqualTo(new AgentUnregistered(three.id(), Role.QA, second, ADA, Moments.NOON));
    }

    @Test
    void needs_an_agent_that_sits_in_it() {
      assertThat(refusal(three.unregister(CUSTOM.id(), ADA, Moments.NOON)).code())
          .isEqualTo(Refusal.Code.NOT_FOUND);
    }

    @Test
    void leaves_the_last_one() {
      Council lone = value(create(Optional.empty(), 1)).after();

      assertThat(refusal(lone.unregister(lone.members().get(0).id(), ADA, Moments.NOON)).message())
          .isEqualTo("agent-qa-001 is the last agent of council-qa: delete the council instead");
    }
  }

  @Test
  void agents_without_a_model_speak_with_the_usual_one() {
    Council four = value(three.register(CUSTOM, ADA, Moments.NOON)).after();

    assertThat(four.agents("usual-model"))
        .extracting(Agent::model)
        .containsExactly("usual-model", "usual-model", "usual-model", "other-model");
    assertThat(four.agents("usual-model").get(3).manner().temperature()).contains(0.1);
  }
}
