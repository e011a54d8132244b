package io.witan.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.testing.People;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActorTest {
  @Test
  void somebody_acts_for_themselves_unless_told_otherwise() {
    assertThat(People.PAULA.onBehalfOf()).isEqualTo(People.PAULA.id());
  }

  @Test
  void somebody_holds_the_roles_of_their_token_and_no_other() {
    Actor both = People.somebody("bo", Role.DEVELOPER, Role.QA);

    assertThat(both.holds(Role.QA)).isTrue();
    assertThat(both.holds(Role.PO)).isFalse();
    assertThat(both.holdsAny(Set.of(Role.PO, Role.DEVELOPER))).isTrue();
    assertThat(both.holdsAny(Set.of())).isFalse();
  }

  @Test
  void the_system_holds_its_own_role_only() {
    assertThat(Actor.system().roles()).containsExactly(Role.SYSTEM);
    assertThat(Actor.system().id()).hasToString("system");
  }

  @Test
  void roles_have_the_fleets_names() {
    assertThat(Stream.of(Role.values()).map(Role::wire))
        .containsExactly("developer", "architect", "qa", "po", "devops", "data", "system", "admin");
  }

  @Test
  void a_role_is_read_in_any_case() {
    assertThat(Role.parse("role", "Architect")).isEqualTo(Role.ARCHITECT);
    assertThatThrownBy(() -> Role.parse("role", "boss"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("role is \"boss\": expected one of developer, architect");
    assertThatThrownBy(() -> Role.parse("role", null)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void a_nameless_actor_is_refused() {
    assertThatThrownBy(() -> new ActorId("")).isInstanceOf(InvalidValue.class);
  }
}
