package io.witan.identity.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.identity.domain.Claims;
import io.witan.identity.domain.IssuedToken;
import io.witan.identity.domain.Password;
import io.witan.identity.domain.User;
import io.witan.identity.port.MemoryUsers;
import io.witan.shared.ActorId;
import io.witan.shared.Outcome;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssueTokenTest {
  private static final ActorId PAULA = new ActorId("paula");
  private static final String RIGHT = "correct horse battery";

  private final MemoryUsers users = new MemoryUsers();
  private final PlainPasswords passwords = new PlainPasswords();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05.500Z"));
  private final List<Claims> signed = new ArrayList<>();
  private final IssueToken issueToken =
      new IssueToken(
          users,
          passwords,
          claims -> {
            signed.add(claims);
            return "signed";
          },
          new FailedTries(clock),
          () -> "id-1",
          clock,
          Duration.ofHours(8));

  @BeforeEach
  void paula() {
    users.add(
        User.create(PAULA, Set.of(Role.PO), clock.instant()), passwords.hash(new Password(RIGHT)));
  }

  @Test
  void gives_a_token_that_tells_who_and_how_long() {
    Outcome<IssuedToken> outcome = issueToken.issue(PAULA, RIGHT);

    assertThat(outcome)
        .isEqualTo(Outcome.done(new IssuedToken("signed", Duration.ofHours(8), Set.of(Role.PO))));
    assertThat(signed)
        .containsExactly(
            new Claims(
                "id-1",
                PAULA,
                Set.of(Role.PO),
                Instant.parse("2026-01-02T03:04:05Z"),
                Instant.parse("2026-01-02T11:04:05Z")));
  }

  @Test
  void answers_a_wrong_password_and_an_unknown_name_alike_and_checks_a_hash_for_both() {
    Optional<Refusal> wrong = refusal(issueToken.issue(PAULA, "wrong"));
    Optional<Refusal> unknown = refusal(issueToken.issue(new ActorId("nobody"), "wrong"));

    assertThat(wrong.map(Refusal::code)).contains(Refusal.Code.UNAUTHENTICATED);
    assertThat(unknown).isEqualTo(wrong);
    assertThat(passwords.checked).hasSize(2);
  }

  @Test
  void refuses_more_tries_after_five_wrong_ones_until_the_minute_is_over() {
    wrongTries(PAULA, 5);

    assertThat(refusal(issueToken.issue(PAULA, RIGHT)).map(Refusal::code))
        .contains(Refusal.Code.LIMIT_EXCEEDED);

    clock.pass(Duration.ofSeconds(60));
    assertThat(issueToken.issue(PAULA, RIGHT).isDone()).isTrue();
  }

  @Test
  void limits_names_that_nobody_has_as_well() {
    ActorId nobody = new ActorId("nobody");
    wrongTries(nobody, 5);

    assertThat(refusal(issueToken.issue(nobody, "wrong")).map(Refusal::code))
        .contains(Refusal.Code.LIMIT_EXCEEDED);
  }

  @Test
  void forgets_wrong_tries_after_a_right_one() {
    wrongTries(PAULA, 4);
    assertThat(issueToken.issue(PAULA, RIGHT).isDone()).isTrue();
    wrongTries(PAULA, 4);

    assertThat(issueToken.issue(PAULA, RIGHT).isDone()).isTrue();
  }

  private void wrongTries(ActorId name, int count) {
    for (int i = 0; i < count; i++) {
      assertThat(refusal(issueToken.issue(name, "wrong")).map(Refusal::code))
          .contains(Refusal.Code.UNAUTHENTICATED);
    }
  }

  private static Optional<Refusal> refusal(Outcome<?> outcome) {
    return outcome.fold(value -> Optional.empty(), Optional::of);
  }
}
