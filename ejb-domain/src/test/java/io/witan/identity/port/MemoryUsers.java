package io.witan.identity.port;

import io.witan.identity.domain.PasswordHash;
import io.witan.identity.domain.User;
import io.witan.identity.domain.UserEvent;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.Page;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Users in memory. */
public final class MemoryUsers implements UserRepository {
  private final TreeMap<String, Credentials> users = new TreeMap<>();

  @Override
  public Optional<User> find(ActorId username) {
    return credentials(username).map(Credentials::user);
  }

  @Override
  public Optional<Credentials> credentials(ActorId username) {
    return Optional.ofNullable(users.get(username.value()));
  }

  @Override
  public boolean add(Change<User, UserEvent> created, PasswordHash hash) {
    User user = created.after();
    return users.putIfAbsent(user.username().value(), new Credentials(user, hash)) == null;
  }

  @Override
  public Page<User> list(Page.Request page) {
    List<User> rest =
        users.tailMap(page.after().orElse(""), false).values().stream()
            .map(Credentials::user)
            .toList();
    List<User> items = rest.subList(0, Math.min(page.size(), rest.size()));
    boolean more = rest.size() > items.size();
    return new Page<>(
        items,
        more ? Optional.of(items.get(items.size() - 1).username().value()) : Optional.empty());
  }
}
