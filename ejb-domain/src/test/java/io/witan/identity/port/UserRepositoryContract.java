package io.witan.identity.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.witan.identity.domain.PasswordHash;
import io.witan.identity.domain.User;
import io.witan.identity.domain.UserEvent;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.InvalidValue;
import io.witan.shared.Page;
import io.witan.shared.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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

    assertThat(walk())
        .extracting(User::username)
        .isSortedAccordingTo(Comparator.comparing(ActorId::value))
        .containsAll(names);
  }

  @Test
  void counts_all_when_it_is_asked_to() {
    add(created(name("counted")), HASH);

    assertThat(users().list(Page.Request.first(1)).total()).isEmpty();
    assertThat(users().list(Page.Request.first(1).withTotal()).total())
        .contains((long) walk().size());
  }

  @Test
  void refuses_a_page_of_another_list() {
    assertThatThrownBy(() -> users().list(new Page.Request(2, Optional.of("bm9uc2Vuc2U"))))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("after is");
  }

  private List<User> walk() {
    List<User> all = new ArrayList<>();
    Optional<Page.Request> wanted = Optional.of(Page.Request.first(2));
    while (wanted.isPresent()) {
      Page<User> page = users().list(wanted.get());
      all.addAll(page.items());
      wanted = page.next().map(wanted.get()::from);
    }
    return all;
  }

  private static ActorId name(String start) {
    return new ActorId(start + "-" + UUID.randomUUID());
  }

  private static Change<User, UserEvent> created(ActorId name) {
    return User.create(name, Set.of(Role.PO, Role.QA), Instant.parse("2026-01-02T03:04:05.678Z"));
  }
}
