package io.witan.identity.port;

import io.witan.identity.domain.PasswordHash;
import io.witan.identity.domain.User;
import io.witan.identity.domain.UserEvent;
import io.witan.shared.ActorId;
import io.witan.shared.Change;
import io.witan.shared.InvalidValue;
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
    String after = page.after().map(MemoryUsers::name).orElse("");
    List<User> rest = users.tailMap(after, false).values().stream().map(Credentials::user).toList();
    List<User> items = rest.subList(0, Math.min(page.size(), rest.size()));
    boolean more = rest.size() > items.size();
    Page<User> found =
        new Page<>(
            items,
            more
                ? Optional.of("after " + items.get(items.size() - 1).username())
                : Optional.empty());
    return page.counted() ? found.of(users.size()) : found;
  }

  private static String name(String next) {
    if (next.startsWith("after ")) {
      return next.substring("after ".length());
    }
    throw new InvalidValue("after", next, "the 'next' of the page before");
  }
}
