package io.witan.cli.api;

import java.util.List;

/** Who acts, and the roles held. */
public record User(String username, List<String> roles) {
  public User {
    roles = Lists.of(roles);
  }
}
