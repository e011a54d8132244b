package io.witan.identity.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.witan.identity.domain.PasswordHash;
import io.witan.identity.domain.User;
import io.witan.identity.domain.UserEvent;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Page;
import io.witan.shared.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link UserRepository} keeps to. */
public abstract class UserRepositoryContract {
  private static final PasswordHash HASH = new PasswordHash("$argon2id$hash");

  protected abstract UserRepository users();

  /** Adds within a transaction of its own. */
  protected abstract boolean add(Change<User, UserEvent> created, PasswordHash hash);

  @Test
  void finds_what_was_added() {
    Change<User, UserEvent> created = created(name("paula"));

    assertThat(add(created, HASH)).isTrue();
    assertThat(users().find(created.after().username())).contains(created.after());
    assertThat(users().credentials(created.after().username()))
        .contains(new UserRepository.Credentials(created.after(), HASH));
  }

  @Test
  void knows_nobody_who_was_not_added() {
    assertThat(users().find(name("nobody"))).isEmpty();
    assertThat(users().credentials(name("nobody"))).isEmpty();
  }

  @Test
  void keeps_the_first_of_two_with_one_name() {
    ActorId name = name("twice");
    add(created(name), HASH);

    boolean again =
        add(
            User.create(name, Set.of(Role.ADMIN), Instant.parse("2026-05-05T05:05:05Z")),
            new PasswordHash("$argon2id$other"));

    assertThat(again).isFalse();
    assertThat(users().credentials(name).orElseThrow().hash()).isEqualTo(HASH);
    assertThat(users().find(name).orElseThrow().roles())
        .containsExactlyInAnyOrder(Role.PO, Role.QA);
  }

  @Test
  void lists_by_name_page_by_page() {
    String prefix = "page-" + UUID.randomUUID();
    List<ActorId> names =
        List.of(new ActorId(prefix + "-1"), new ActorId(prefix + "-2"), new ActorId(prefix + "-3"));
    names.forEach(name -> add(created(name), HASH));

    Page<User> first = users().list(new Page.Request(2, Optional.of(prefix)));
    Page<User> second = users().list(new Page.Request(2, first.next()));

    assertThat(first.items()).extracting(User::username).isEqualTo(names.subList(0, 2));
    assertThat(first.next()).isPresent();
    assertThat(second.items().get(0).username()).isEqualTo(names.get(2));
  }

  private static ActorId name(String start) {
    return new ActorId(start + "-" + UUID.randomUUID());
  }

  private static Change<User, UserEvent> created(ActorId name) {
    return User.create(name, Set.of(Role.PO, Role.QA), Instant.parse("2026-01-02T03:04:05.678Z"));
  }
}
