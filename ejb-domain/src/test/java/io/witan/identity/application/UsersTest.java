package io.witan.identity.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.identity.application.CreateUser.NewUser;
import io.witan.identity.domain.Password;
import io.witan.identity.domain.User;
import io.witan.identity.port.FirstPassword;
import io.witan.identity.port.MemoryUsers;
import io.witan.shared.Actor;
import io.witan.shared.ActorId;
import io.witan.shared.Command;
import io.witan.shared.Outcome;
import io.witan.shared.Page;
import io.witan.shared.Refusal;
import io.witan.shared.Role;
import io.witan.testing.MemoryTransactions;
import io.witan.testing.SettableClock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class UsersTest {
  private static final Actor ADMIN = new Actor(new ActorId("ada"), Set.of(Role.ADMIN));
  private static final Actor PO = new Actor(new ActorId("paula"), Set.of(Role.PO));

  private final MemoryUsers users = new MemoryUsers();
  private final PlainPasswords passwords = new PlainPasswords();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05.500Z"));
  private final CreateUser createUser =
      new CreateUser(users, passwords, new MemoryTransactions(), clock);

  @Nested
  class Creating {

    @Test
    void keeps_the_user_and_the_hash_of_the_password() {
      Outcome<User> outcome = createUser.create(Command.by(ADMIN), wanted("dora"));

      assertThat(outcome.isDone()).isTrue();
      assertThat(users.credentials(new ActorId("dora")).orElseThrow().hash().encoded())
          .isEqualTo("plain:correct horse battery");
    }

    @Test
    void is_for_administrators() {
      assertThat(code(createUser.create(Command.by(PO), wanted("dora"))))
          .contains(Refusal.Code.FORBIDDEN);
      assertThat(users.find(new ActorId("dora"))).isEmpty();
    }

    @Test
    void refuses_a_name_that_is_taken() {
      assertThat(createUser.create(Command.by(ADMIN), wanted("dora")).isDone()).isTrue();

      assertThat(code(createUser.create(Command.by(ADMIN), wanted("dora"))))
          .contains(Refusal.Code.ALREADY_EXISTS);
    }

    private NewUser wanted(String name) {
      return new NewUser(
          new ActorId(name), new Password("correct horse battery"), Set.of(Role.DEVELOPER));
    }
  }

  @Nested
  class Listing {
    private final ListUsers listUsers = new ListUsers(users);

    @Test
    void is_for_administrators() {
      assertThat(code(listUsers.list(PO, Page.Request.first(10)))).contains(Refusal.Code.FORBIDDEN);
      assertThat(listUsers.list(ADMIN, Page.Request.first(10)).isDone()).isTrue();
    }
  }

  @Nested
  class TheFirstStart {
    private final KeptPassword kept = new KeptPassword();
    private final FirstStart firstStart = new FirstStart(users, createUser, passwords, kept);

    @Test
    void creates_an_administrator_with_the_kept_password() {
      firstStart.prepare();

      assertThat(users.find(new ActorId("admin")).orElseThrow().roles())
          .containsExactly(Role.ADMIN);
      assertThat(
              passwords.matches(
                  kept.value.value(), users.credentials(new ActorId("admin")).orElseThrow().hash()))
          .isTrue();
    }

    @Test
    void takes_the_password_of_a_start_that_was_cut_off() {
      kept.value = new Password("from the first try");

      firstStart.prepare();

      assertThat(users.credentials(new ActorId("admin")).orElseThrow().hash().encoded())
          .isEqualTo("plain:from the first try");
    }

    @Test
    void does_nothing_once_there_is_a_user() {
      firstStart.prepare();
      kept.value = null;

      firstStart.prepare();

      assertThat(kept.value).isNull();
    }
  }

  private static final class KeptPassword implements FirstPassword {
    private Password value;

    @Override
    public Password keep(Password fresh) {
      value = value == null ? fresh : value;
      return value;
    }

    @Override
    public String place() {
      return "memory";
    }
  }

  private static Optional<Refusal.Code> code(Outcome<?> outcome) {
    return outcome.fold(value -> Optional.empty(), refusal -> Optional.of(refusal.code()));
  }
}
