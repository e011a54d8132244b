package io.witan.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.InvalidValue;
import io.witan.shared.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityValuesTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void a_new_user_has_version_one_and_tells_its_creation() {
    Change<User, UserEvent> created = User.create(new ActorId("paula"), Set.of(Role.PO), NOW);

    assertThat(created.after().version()).isEqualTo(1);
    assertThat(created.event())
        .isEqualTo(new UserEvent.UserCreated(new ActorId("paula"), Set.of(Role.PO), NOW));
  }

  @Test
  void a_user_needs_a_role() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> User.create(new ActorId("paula"), Set.of(), NOW))
        .withMessageContaining("at least one role");
  }

  @Test
  void nobody_may_be_called_as_witan_itself() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> User.create(new ActorId("system"), Set.of(Role.PO), NOW))
        .withMessageContaining("another name");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "eleven char"})
  void a_password_has_at_least_twelve_characters(String tooShort) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Password(tooShort));
  }

  @Test
  void a_password_has_at_most_two_hundred_characters() {
    assertThat(new Password("p".repeat(200)).value()).hasSize(200);
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new Password("p".repeat(201)))
        .withMessageNotContaining("ppp");
  }

  @Test
  void secrets_do_not_show_themselves() {
    assertThat(new Password("correct horse battery").toString()).isEqualTo("***");
    assertThat(new PasswordHash("$argon2id$x").toString()).isEqualTo("***");
    assertThat(new IssuedToken("abc.def", Duration.ofHours(1), Set.of(Role.PO)).toString())
        .doesNotContain("abc");
    assertThat(new SigningKey("k-1", null, null).toString()).isEqualTo("signing key k-1");
  }
}
